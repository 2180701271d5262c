package io.milliwatt.dsp.fixedpoint.soil;

import io.milliwatt.dsp.fixedpoint.IntegerSquareRoot;

/**
 * Weather of a site, day by day: what of it the forecast of every depth needs ({@code soil.md}, "The site's day").
 *
 * <p>Headroom: rain of a day is below 2¹⁶, so the antecedent rain stays below 10 · 2²⁰; evapotranspiration is a product below
 * 23 · 2¹¹ · 2¹⁶ · 2¹² in 64 bits.
 */
public final class SiteHistory {

    static final int DAYS = 7;

    private static final int DRY_DAY_TENTHS = 10;
    private static final int LONGEST_DRY = 30;
    private static final int USUAL_AIR = 1_000;
    private static final int USUAL_RANGE = 1_000;
    private static final int SEASON_DAYS = 10;
    private static final int SETTLING_SHIFT = 2;

    private final int latitudeCentidegrees;
    private final int[] rainTenths = new int[DAYS];
    private boolean primed;
    private int antecedentQ4;
    private int daysSinceRain = LONGEST_DRY;
    private int air = USUAL_AIR;
    private int airQ8;
    private int evapotranspiration;
    private int evapotranspirationQ8;
    private int dayLength;
    private int dayLengthGain;

    /** @param latitudeCentidegrees north positive, −9,000 … 9,000 */
    public SiteHistory(int latitudeCentidegrees) {
        if (Math.abs(latitudeCentidegrees) > 9_000) {
            throw new IllegalArgumentException(
                    "A latitude is −9000 to 9000 hundredths of a degree, not " + latitudeCentidegrees + ".");
        }
        this.latitudeCentidegrees = latitudeCentidegrees;
    }

    /**
     * Ends a day.
     *
     * @param soilMean of the uppermost depth that knows one, which stands for the air's where that is missing; or {@link Water#MISSING}
     */
    public void accept(SiteDay day, short soilMean) {
        System.arraycopy(rainTenths, 0, rainTenths, 1, DAYS - 1);
        rainTenths[0] = day.rainTenths();
        antecedentQ4 = antecedentQ4 * 9 / 10 + 16 * day.rainTenths();
        daysSinceRain = day.rainTenths() >= DRY_DAY_TENTHS ? 0 : Math.min(LONGEST_DRY, daysSinceRain + 1);
        if (Water.known(day.airMean())) {
            air = day.airMean();
        } else if (Water.known(soilMean)) {
            air = soilMean;
        }
        Sun sun = Sun.at(latitudeCentidegrees, day.dayOfYear());
        int range = Water.known(day.airRange()) ? Math.max(0, day.airRange()) : USUAL_RANGE;
        evapotranspiration = hargreaves(sun.radiation(), air, range);
        if (!primed) {
            primed = true;
            airQ8 = air << 8;
            evapotranspirationQ8 = evapotranspiration << 8;
        }
        airQ8 += ((air << 8) - airQ8) >> SETTLING_SHIFT;
        evapotranspirationQ8 += ((evapotranspiration << 8) - evapotranspirationQ8) >> SETTLING_SHIFT;
        dayLength = sun.dayLengthMinutes();
        int before =
                day.dayOfYear() > SEASON_DAYS ? day.dayOfYear() - SEASON_DAYS : day.dayOfYear() - SEASON_DAYS + 365;
        dayLengthGain = dayLength - Sun.at(latitudeCentidegrees, before).dayLengthMinutes();
    }

    /** Hargreaves, Samani 1985 (FAO-56, equation 52), 0.01 mm. */
    private static int hargreaves(int radiation, int air, int range) {
        long root = IntegerSquareRoot.of(100L * range);
        return (int) (23L * radiation * Math.max(0, air + 1_780) * root / 100_000_000);
    }

    /** Of today (0) or a day before; 0.1 mm. @param back 0 … 6 */
    int rain(int back) {
        return rainTenths[back];
    }

    /** Of so many days, today among them; 0.1 mm. */
    int rainOf(int days) {
        int sum = 0;
        for (int back = 0; back < days; back++) {
            sum += rainTenths[back];
        }
        return sum;
    }

    /** Antecedent rain, nine tenths of yesterday's and today's rain, 0.1 mm / 16. */
    int antecedentQ4() {
        return antecedentQ4;
    }

    int daysSinceRain() {
        return daysSinceRain;
    }

    int air() {
        return air;
    }

    int airSettled() {
        return airQ8 >> 8;
    }

    int evapotranspiration() {
        return evapotranspiration;
    }

    int evapotranspirationSettled() {
        return evapotranspirationQ8 >> 8;
    }

    int dayLength() {
        return dayLength;
    }

    int dayLengthGain() {
        return dayLengthGain;
    }
}
