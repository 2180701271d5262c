package io.milliwatt.runtime.heart;

import io.milliwatt.dsp.fixedpoint.HeartBeat;

/** How large the QRS complexes of the last detected beats are, and which of them are paced, until their classes are known. */
final class DetectedBeats {

    private static final int HELD = 8;

    private final long[] samples = new long[HELD];
    private final int[] heights = new int[HELD];
    private final boolean[] paced = new boolean[HELD];

    void add(HeartBeat beat, int height, boolean isPaced) {
        int at = (int) (beat.number() % HELD);
        samples[at] = beat.sample();
        heights[at] = height;
        paced[at] = isPaced;
    }

    /** Of the detected beat next to a described one, whose sample is that of the aligned complex. */
    int heightNear(long sample) {
        return heights[placeNear(sample)];
    }

    boolean isPacedNear(long sample) {
        return paced[placeNear(sample)];
    }

    private int placeNear(long sample) {
        int nearest = 0;
        for (int i = 1; i < HELD; i++) {
            nearest = Math.abs(samples[i] - sample) < Math.abs(samples[nearest] - sample) ? i : nearest;
        }
        return nearest;
    }
}
