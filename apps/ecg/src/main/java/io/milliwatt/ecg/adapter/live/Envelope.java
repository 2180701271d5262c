package io.milliwatt.ecg.adapter.live;

/** Smallest and largest count of each of a block's equal stretches, for a page that draws fewer points than there are samples. */
record Envelope(short[] min, short[] max) {

    private static final int STEPS = 100;

    static Envelope of(short[] counts) {
        int steps = Math.min(STEPS, counts.length);
        short[] min = new short[steps];
        short[] max = new short[steps];
        for (int step = 0; step < steps; step++) {
            int from = step * counts.length / steps;
            int to = (step + 1) * counts.length / steps;
            min[step] = counts[from];
            max[step] = counts[from];
            for (int i = from + 1; i < to; i++) {
                min[step] = (short) Math.min(min[step], counts[i]);
                max[step] = (short) Math.max(max[step], counts[i]);
            }
        }
        return new Envelope(min, max);
    }
}
