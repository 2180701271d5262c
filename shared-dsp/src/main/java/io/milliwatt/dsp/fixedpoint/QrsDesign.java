package io.milliwatt.dsp.fixedpoint;

/**
 * The times of a {@link QrsDetector} in samples, and the smallest beat.
 *
 * @param smoothing samples in the smoothing sum, 1 … 63, odd
 * @param slopeLag distance of the two values of a difference, 1 … 32
 * @param baseline values in the mean that is taken off, 2 … 512, even
 * @param integration differences added up, 1 … 256
 * @param hold a peak is one when nothing exceeds it for so long, 1 … 512; also the refractory time
 * @param slopeWindow before a peak, in which the steepest slope is looked for, 1 … 256
 * @param positionBack from a peak back to the earliest R position, 0 … hold
 * @param positionAhead from a peak on to the latest R position, 0 … hold − positionBack
 * @param tWave sooner after a beat than this, a peak with a lesser slope is a T wave, 0 … 65,535
 * @param searchBackGap a beat found by searching back comes at least so long after the one before, 0 … 65,535
 * @param second samples in a second, 64 … 2,048
 * @param shortestInterval a shorter RR interval does not count for the rhythm, 0 … 65,535
 * @param smallestExcursionNanoUnits rise and fall together, in billionths of the sample unit, below which nothing is a beat
 */
public record QrsDesign(
        int smoothing,
        int slopeLag,
        int baseline,
        int integration,
        int hold,
        int slopeWindow,
        int positionBack,
        int positionAhead,
        int tWave,
        int searchBackGap,
        int second,
        int shortestInterval,
        int smallestExcursionNanoUnits) {

    /** A rise and fall of 0.12 mV together: EC13 has a monitor ignore 0.15 mV and find 0.5 mV, peak to peak. */
    private static final int SMALLEST_EXCURSION_NANO_MILLIVOLT = 120_000_000;

    /**
     * The design that was found at 360 Hz, for another sample rate of an ECG in millivolt.
     *
     * @param sampleRateHz 100 … 1,000
     */
    public static QrsDesign forRate(int sampleRateHz) {
        if (sampleRateHz < 100 || sampleRateHz > 1_000) {
            throw new IllegalArgumentException("A QRS detector for " + sampleRateHz
                    + " Hz is outside 100 … 1000 Hz; decimate the signal first, or sample it faster.");
        }
        return new QrsDesign(
                2 * samples(11.1, sampleRateHz) + 1,
                Math.max(1, samples(11.1, sampleRateHz)),
                2 * samples(105.6, sampleRateHz),
                samples(72.2, sampleRateHz),
                samples(216.7, sampleRateHz),
                samples(152.8, sampleRateHz),
                samples(141.7, sampleRateHz),
                samples(2.8, sampleRateHz),
                samples(397.2, sampleRateHz),
                samples(313.9, sampleRateHz),
                sampleRateHz,
                samples(166.7, sampleRateHz),
                SMALLEST_EXCURSION_NANO_MILLIVOLT);
    }

    private static int samples(double milliseconds, int sampleRateHz) {
        return (int) Math.round(milliseconds * sampleRateHz / 1_000);
    }
}
