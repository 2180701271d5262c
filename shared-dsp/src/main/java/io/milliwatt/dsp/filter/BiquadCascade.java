package io.milliwatt.dsp.filter;

import java.util.List;

/** Biquads one after another, run in the transposed direct form II. */
public record BiquadCascade(List<Biquad> sections) {

    public BiquadCascade {
        sections = List.copyOf(sections);
    }

    /** Filters from rest; the input is left alone (as {@code scipy.signal.sosfilt}). */
    public double[] apply(double[] values) {
        return run(values, 0);
    }

    /**
     * Forward and backward, so without delay and with the gain squared (as {@code scipy.signal.sosfiltfilt}): the ends are extended by their odd
     * mirror image and both runs start in the steady state of their first sample. Needs more samples than {@link #paddingLength()}.
     */
    public double[] applyZeroPhase(double[] values) {
        int padding = paddingLength();
        if (values.length <= padding) {
            throw new IllegalArgumentException("Zero-phase filtering with this filter needs more than " + padding
                    + " samples, but there are " + values.length);
        }
        double[] extended = new double[values.length + 2 * padding];
        int last = values.length - 1;
        for (int i = 0; i < padding; i++) {
            extended[i] = 2 * values[0] - values[padding - i];
            extended[padding + values.length + i] = 2 * values[last] - values[last - 1 - i];
        }
        System.arraycopy(values, 0, extended, padding, values.length);
        double[] forward = reversed(run(extended, extended[0]));
        double[] both = reversed(run(forward, forward[0]));
        double[] result = new double[values.length];
        System.arraycopy(both, padding, result, 0, values.length);
        return result;
    }

    /** Samples by which each end is extended: SciPy's 3 (2 n + 1 - sections with a zero or pole at the origin). */
    public int paddingLength() {
        int zerosAtOrigin = 0;
        int polesAtOrigin = 0;
        for (Biquad section : sections) {
            zerosAtOrigin += section.b2() == 0 ? 1 : 0;
            polesAtOrigin += section.a2() == 0 ? 1 : 0;
        }
        return 3 * (2 * sections.size() + 1 - Math.min(zerosAtOrigin, polesAtOrigin));
    }

    /** Magnitude of the gain at a frequency. */
    public double gain(double frequencyHz, double sampleRateHz) {
        double gain = 1;
        for (Biquad section : sections) {
            gain *= section.response(2 * Math.PI * frequencyHz / sampleRateHz).magnitude(0);
        }
        return gain;
    }

    /** Runs all sections, each in the steady state for a constant input of {@code restingInput}. */
    private double[] run(double[] values, double restingInput) {
        double[] result = values.clone();
        double resting = restingInput;
        for (Biquad section : sections) {
            double steady = section.steadyGain();
            double first = (steady - section.b0()) * resting;
            double second = (section.b2() - section.a2() * steady) * resting;
            for (int i = 0; i < result.length; i++) {
                double input = result[i];
                double output = section.b0() * input + first;
                first = section.b1() * input - section.a1() * output + second;
                second = section.b2() * input - section.a2() * output;
                result[i] = output;
            }
            resting *= steady;
        }
        return result;
    }

    private static double[] reversed(double[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[values.length - 1 - i];
        }
        return result;
    }
}
