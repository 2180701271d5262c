package io.milliwatt.dsp.fixedpoint.heart;

import io.milliwatt.dsp.fixedpoint.BinaryLogarithm;

/**
 * The slowest rhythm among the last 64 clean RR intervals: where early beats are the majority, the sinus rhythm shows only in
 * the intervals after pauses. Intervals are counted in bins of 5 %; the slowest bin that enough intervals share, climbed to
 * the next peak towards shorter ones, is the slow mode.
 */
final class SlowMode {

    private static final int FIRST_BIN = 104;
    private static final int BINS = 64;
    private static final int LEAST = 3;
    private static final int LEAST_PERCENT = 8;

    /** 2²⁰ / (1024 × 0.05 × log₂ e): bins of 5 % from a logarithm to base 2 in Q10. */
    private static final int BIN_Q20 = 14_196;

    private final byte[] bins = new byte[BINS];
    private int intervalMillis;
    private int massQ8;

    /** @param clean at most 64 entries are looked at, of each the bin is found anew */
    void find(IntervalRing clean) {
        int count = clean.count();
        int median = clean.median();
        for (int i = 0; i < BINS; i++) {
            bins[i] = 0;
        }
        int used = 0;
        for (int i = 0; i < count; i++) {
            if (2 * clean.newest(i) <= 5 * median) {
                bins[bin(clean.newest(i))]++;
                used++;
            }
        }
        int peak = peak(Math.max(LEAST, (LEAST_PERCENT * used + 99) / 100));
        if (peak < 0) {
            intervalMillis = clean.percentile(85);
            massQ8 = 0;
            return;
        }
        int sum = 0;
        int members = 0;
        for (int i = 0; i < count; i++) {
            int interval = clean.newest(i);
            if (2 * interval <= 5 * median && Math.abs(bin(interval) - peak) <= 1) {
                sum += interval;
                members++;
            }
        }
        intervalMillis = sum / Math.max(1, members);
        massQ8 = Ratio.q8(members, used);
    }

    private int peak(int least) {
        int peak = BINS - 2;
        while (peak > 0 && smoothed(peak) < least) {
            peak--;
        }
        if (peak == 0) {
            return -1;
        }
        while (peak > 1 && smoothed(peak - 1) > smoothed(peak)) {
            peak--;
        }
        return peak;
    }

    private int smoothed(int bin) {
        return bins[bin - 1] + bins[bin] + bins[bin + 1];
    }

    private static int bin(int interval) {
        int bin = (BinaryLogarithm.q10(interval) * BIN_Q20 + (1 << 19)) >> 20;
        return Math.clamp(bin - FIRST_BIN, 0, BINS - 1);
    }

    /** The mean of its intervals; without a slow mode the 85th percentile of all. */
    int intervalMillis() {
        return intervalMillis;
    }

    /** Share of the intervals that are in it, Q8. */
    int massQ8() {
        return massQ8;
    }
}
