package io.milliwatt.dsp.fixedpoint.soil;

/**
 * What a site's sensors say of a day that has ended.
 *
 * @param dayOfYear 1 … 366
 * @param rainTenths rain and irrigation, 0.1 mm, 0 … 65,535
 * @param airMean 0.01 °C, or {@link Water#MISSING}
 * @param airRange highest less lowest, 0.01 °C, or {@link Water#MISSING}
 */
public record SiteDay(int dayOfYear, int rainTenths, short airMean, short airRange) {
    public SiteDay {
        if (dayOfYear < 1 || dayOfYear > 366) {
            throw new IllegalArgumentException("A day of the year is 1 to 366, not " + dayOfYear + ".");
        }
        if (rainTenths < 0 || rainTenths > 65_535) {
            throw new IllegalArgumentException("A day's rain is 0 to 65535 tenths of a mm, not " + rainTenths + ".");
        }
    }
}
