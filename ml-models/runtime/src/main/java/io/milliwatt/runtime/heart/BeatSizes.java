package io.milliwatt.runtime.heart;

import io.milliwatt.dsp.fixedpoint.HeartBeat;

/** How large the QRS complexes of the last detected beats are, until their classes are known. */
final class BeatSizes {

    private static final int HELD = 8;

    private final long[] samples = new long[HELD];
    private final int[] heights = new int[HELD];

    void add(HeartBeat beat, int height) {
        int at = (int) (beat.number() % HELD);
        samples[at] = beat.sample();
        heights[at] = height;
    }

    /** Of the detected beat next to a described one, whose sample is that of the aligned complex. */
    int near(long sample) {
        int nearest = 0;
        for (int i = 1; i < HELD; i++) {
            nearest = Math.abs(samples[i] - sample) < Math.abs(samples[nearest] - sample) ? i : nearest;
        }
        return heights[nearest];
    }
}
