package io.milliwatt.dsp.soil.fault;

import java.util.Arrays;

/**
 * A probe's days at all its depths, with the weather beside it; equal lengths, without gaps between days, NaN where a value is missing.
 *
 * @param depthsCentimetres from the top down
 * @param moisture m³/m³, by depth and day
 * @param soilCelsius by depth and day; all NaN where it is not measured
 * @param rainMillimetres by day
 * @param airCelsius mean by day
 */
public record ProbeDays(
        double[] depthsCentimetres,
        double[][] moisture,
        double[][] soilCelsius,
        double[] rainMillimetres,
        double[] airCelsius) {

    public ProbeDays {
        int days = rainMillimetres.length;
        if (moisture.length != depthsCentimetres.length || soilCelsius.length != depthsCentimetres.length) {
            throw new IllegalArgumentException("There are " + depthsCentimetres.length + " depths, but "
                    + moisture.length + " series of moisture and " + soilCelsius.length + " of soil temperature");
        }
        for (int depth = 0; depth < moisture.length; depth++) {
            if (moisture[depth].length != days || soilCelsius[depth].length != days || airCelsius.length != days) {
                throw new IllegalArgumentException("All series of a probe have as many days as its rain, " + days);
            }
        }
        depthsCentimetres = depthsCentimetres.clone();
        moisture = copied(moisture);
        soilCelsius = copied(soilCelsius);
        rainMillimetres = rainMillimetres.clone();
        airCelsius = airCelsius.clone();
    }

    public int days() {
        return rainMillimetres.length;
    }

    public int depths() {
        return depthsCentimetres.length;
    }

    /** The same days with another course of moisture, and soil temperature, at one depth. */
    public ProbeDays with(int depth, double[] moistureThere, double[] soilCelsiusThere) {
        double[][] changed = moisture.clone();
        changed[depth] = moistureThere;
        double[][] temperatures = soilCelsius.clone();
        temperatures[depth] = soilCelsiusThere;
        return new ProbeDays(depthsCentimetres, changed, temperatures, rainMillimetres, airCelsius);
    }

    /** The same days at some of the depths, given from the top down. */
    ProbeDays only(int... depths) {
        return new ProbeDays(
                Arrays.stream(depths)
                        .mapToDouble(depth -> depthsCentimetres[depth])
                        .toArray(),
                Arrays.stream(depths).mapToObj(depth -> moisture[depth]).toArray(double[][]::new),
                Arrays.stream(depths).mapToObj(depth -> soilCelsius[depth]).toArray(double[][]::new),
                rainMillimetres,
                airCelsius);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProbeDays days
                && Arrays.equals(depthsCentimetres, days.depthsCentimetres)
                && Arrays.deepEquals(moisture, days.moisture)
                && Arrays.deepEquals(soilCelsius, days.soilCelsius)
                && Arrays.equals(rainMillimetres, days.rainMillimetres)
                && Arrays.equals(airCelsius, days.airCelsius);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(moisture);
    }

    private static double[][] copied(double[][] series) {
        return Arrays.stream(series).map(double[]::clone).toArray(double[][]::new);
    }
}
