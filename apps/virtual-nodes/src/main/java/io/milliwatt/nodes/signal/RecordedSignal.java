package io.milliwatt.nodes.signal;

import io.milliwatt.dsp.signal.Signal;

/** A recording played again and again; its end is blended into its beginning, so that the seam is no blow. */
public final class RecordedSignal implements SensorSignal {
    private static final double BLEND_SECONDS = 0.05;

    private final double[] samples;
    private final int blend;
    private final double shaftSpeedHz;
    private int position;

    /** @param recording in g */
    public RecordedSignal(Signal recording, double shaftSpeedHz) {
        samples = recording.values();
        blend = (int) Math.round(BLEND_SECONDS * recording.sampleRateHz());
        this.shaftSpeedHz = shaftSpeedHz;
        if (samples.length < 4 * blend) {
            throw new IllegalArgumentException("A recording of " + samples.length
                    + " samples is too short to be repeated: " + 4 * blend + " are needed.");
        }
    }

    @Override
    public void next(double[] accelerationG) {
        for (int i = 0; i < accelerationG.length; i++) {
            accelerationG[i] = sample();
        }
    }

    private double sample() {
        int blended = position - (samples.length - blend);
        double value = samples[position];
        if (blended >= 0) {
            // Constant power, as the two ends are not related.
            double turn = Math.PI / 2 * (blended + 1) / (blend + 1);
            value = value * Math.cos(turn) + samples[blended] * Math.sin(turn);
        }
        position = position + 1 == samples.length ? blend : position + 1;
        return value;
    }

    @Override
    public double shaftSpeedHz() {
        return shaftSpeedHz;
    }
}
