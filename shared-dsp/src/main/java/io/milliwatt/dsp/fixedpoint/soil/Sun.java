package io.milliwatt.dsp.fixedpoint.soil;

import io.milliwatt.dsp.fixedpoint.QuarterWave;

/**
 * The day's length and the radiation above the air (FAO-56, equations 21 to 25 and 34), in integers.
 *
 * <p>Headroom: products of sines in Q15 are below 2³⁰, times a quarter wave or an angle in Q16 below 2⁴⁹.
 *
 * @param dayLengthMinutes 0 … 1,439
 * @param radiation as the water that it could evaporate, 0.01 mm a day, 0 … 1,700 or so
 */
public record Sun(int dayLengthMinutes, int radiation) {

    /** 1.39 and 0.409 radians, as parts of 2³² a turn. */
    private static final int SOLSTICE_PHASE = 950_155_733;

    private static final long DECLINATION_PHASE = 279_578_198;
    private static final long TURN_Q16 = 411_775;
    private static final int DISTANCE_Q15 = 1_081;

    /** (24 · 60 / π) · 0.082 · 0.408, in 0.01 mm. */
    private static final long SOLAR_CONSTANT = 1_534;

    private static final int CENTIDEGREES_PER_TURN = 36_000;
    private static final int DAYS = 365;

    /**
     * @param latitudeCentidegrees north positive, −9,000 … 9,000
     * @param dayOfYear 1 … 366
     */
    public static Sun at(int latitudeCentidegrees, int dayOfYear) {
        int latitude = (int) (((long) latitudeCentidegrees << 32) / CENTIDEGREES_PER_TURN);
        int year = (int) (((long) dayOfYear << 32) / DAYS);
        int declination = (int) ((DECLINATION_PHASE * QuarterWave.sineQ15(year - SOLSTICE_PHASE)) >> 15);
        long sines = (long) QuarterWave.sineQ15(latitude) * QuarterWave.sineQ15(declination);
        long cosines = (long) QuarterWave.cosineQ15(latitude) * QuarterWave.cosineQ15(declination);
        long sunset = sunset(sines, cosines);
        long angleQ16 = (sunset * TURN_Q16) >> 32;
        long above = ((angleQ16 * sines) >> 30) + (((cosines >> 15) * QuarterWave.sineQ15((int) sunset)) >> 14);
        long distanceQ15 = 32_768 + ((DISTANCE_Q15 * (long) QuarterWave.cosineQ15(year)) >> 15);
        return new Sun(
                (int) ((sunset * 2_880) >> 32), (int) ((SOLAR_CONSTANT * distanceQ15 * Math.max(0, above)) >> 31));
    }

    /** The largest phase, of twelve bits below half a turn, at which the sun still stands above the horizon. */
    private static long sunset(long sines, long cosines) {
        long phase = 0;
        for (long bit = 1L << 30; bit >= 1L << 19; bit >>= 1) {
            if (QuarterWave.cosineQ15((int) (phase + bit)) * cosines >= -sines * 32_767) {
                phase += bit;
            }
        }
        return phase;
    }
}
