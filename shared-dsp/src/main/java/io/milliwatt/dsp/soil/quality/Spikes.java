package io.milliwatt.dsp.soil.quality;

/** A jump up or down and straight back, of one reading or two equal ones (Dorigo et al. 2013, eq. 4 to 6). */
final class Spikes {
    private static final int HALF_WINDOW = 12;

    private final Readings moisture;
    private final Readings curvature;

    Spikes(Readings moisture) {
        this.moisture = moisture;
        curvature = moisture.curvature();
    }

    boolean isSpike(int i) {
        return begins(i) || begins(i - 1) && isSecondOfTwo(i);
    }

    private boolean begins(int i) {
        if (i < 0) {
            return false;
        }
        double ratio = Readings.rounded(moisture.at(i) / moisture.at(i - 1), 3);
        double symmetry = Readings.rounded(Math.abs(curvature.at(i - 1) / curvature.at(i + 1)), 3);
        return (ratio > 1.15 || ratio < 0.85 || isSecondOfTwo(i))
                && symmetry > 0.8
                && symmetry < 1.2
                && calmAround(i)
                && peakLength(i) > 0;
    }

    private boolean isSecondOfTwo(int i) {
        return peakLength(i - 1) > 1;
    }

    /** 1 for a peak at i, 2 for one that lasts for i and i + 1, 0 for none; either way up. */
    private int peakLength(int i) {
        double before = moisture.at(i - 1);
        double here = moisture.at(i);
        double next = moisture.at(i + 1);
        double after = moisture.at(i + 2);
        if (before < here && here > next || before > here && here < next) {
            return 1;
        }
        boolean two = here == next && (before < here && next > after || before > here && next < after);
        return two ? 2 : 0;
    }

    /** The readings around, without this one, hardly vary: variance below the mean. */
    private boolean calmAround(int i) {
        double[] before = moisture.present(i - HALF_WINDOW, i - 1);
        double[] after = moisture.present(i + 1, i + HALF_WINDOW);
        if (before.length < HALF_WINDOW || after.length < HALF_WINDOW) {
            return false;
        }
        double[] around = new double[2 * HALF_WINDOW];
        System.arraycopy(before, 0, around, 0, HALF_WINDOW);
        System.arraycopy(after, 0, around, HALF_WINDOW, HALF_WINDOW);
        return Math.abs(Readings.variance(around)) / Readings.mean(around) < 1;
    }
}
