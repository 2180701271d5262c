package io.milliwatt.dsp.fixedpoint.heart;

/**
 * The sinus rhythm's RR interval: follows beats of normal shape that come when expected, and creeps after others of that
 * shape, so that a run of early beats does not become the reference by which it is judged.
 *
 * <p>Intervals are at most 4,095 ms, in Q8 below 2²⁰.
 */
final class SinusTracker {

    private static final int ACCEPTED_PERCENT = 15;
    private static final int DEVIATION_LIMIT = 100 << 8;
    private static final int DEVIATION_LEAST = 4 << 8;
    private static final int HELD = 8;

    private final short[] accepted = new short[HELD];
    private int acceptedAt;
    private int acceptedCount;
    private int intervalQ8;
    private int deviationQ8 = 50 << 8;

    void learn(int intervalMillis, boolean normalShape) {
        int value = intervalMillis << 8;
        if (intervalQ8 == 0) {
            intervalQ8 = value;
        }
        if (!normalShape) {
            return;
        }
        int difference = value - intervalQ8;
        int size = Math.abs(difference);
        if (100 * size < ACCEPTED_PERCENT * intervalQ8) {
            intervalQ8 += difference / 8;
            deviationQ8 = Math.max(DEVIATION_LEAST, deviationQ8 + (Math.min(size, DEVIATION_LIMIT) - deviationQ8) / 32);
            accepted[acceptedAt] = (short) intervalMillis;
            acceptedAt = (acceptedAt + 1) % HELD;
            acceptedCount = Math.min(acceptedCount + 1, HELD);
        } else {
            intervalQ8 += Math.clamp(difference, -DEVIATION_LIMIT, DEVIATION_LIMIT) / 64;
        }
    }

    /** The sinus rhythm's interval in milliseconds; {@code otherwise} before the first beat. */
    int intervalMillis(int otherwise) {
        return intervalQ8 == 0 ? otherwise : (intervalQ8 + 128) >> 8;
    }

    /** How many mean deviations a beat comes early, Q4, within −30 … 60. */
    int earlinessQ4(int intervalMillis) {
        int early = intervalQ8 == 0 ? 0 : intervalQ8 - (intervalMillis << 8);
        return Math.clamp(16L * early / deviationQ8, -30 * 16, 60 * 16);
    }

    /** The shortest of the last eight intervals of the sinus rhythm; {@code otherwise} before the first. */
    int shortestMillis(int otherwise) {
        int shortest = acceptedCount == 0 ? otherwise : accepted[0];
        for (int i = 1; i < acceptedCount; i++) {
            shortest = Math.min(shortest, accepted[i]);
        }
        return shortest;
    }
}
