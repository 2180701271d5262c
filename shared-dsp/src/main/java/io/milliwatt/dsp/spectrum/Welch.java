package io.milliwatt.dsp.spectrum;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.window.Window;
import io.milliwatt.dsp.window.WindowShape;

/**
 * Welch's averaged power density (P. D. Welch 1967, IEEE Trans. Audio Electroacoustics 15): segments overlapping by half, each with its mean
 * removed and windowed. The same result as {@code scipy.signal.welch} with its defaults: one-sided, unit²/Hz.
 */
public record Welch(int segmentLength, Window window) {

    public Welch {
        if (segmentLength < 2) {
            throw new IllegalArgumentException("A Welch segment needs at least 2 samples, but it has " + segmentLength);
        }
    }

    public static Welch hann(int segmentLength) {
        return new Welch(segmentLength, WindowShape.HANN);
    }

    public Spectrum of(Signal signal) {
        return of(signal.values(), signal.sampleRateHz());
    }

    /** A signal shorter than one segment is taken as one segment of its own length. */
    public Spectrum of(double[] values, double sampleRateHz) {
        int length = Math.min(segmentLength, values.length);
        double[] weights = window.weights(length);
        double weightPower = 0;
        for (double weight : weights) {
            weightPower += weight * weight;
        }
        FourierTransform transform = FourierTransform.ofSize(length);
        double[] density = new double[length / 2 + 1];
        double[] segment = new double[length];
        int segments = 0;
        for (int start = 0; start + length <= values.length; start += length - length / 2) {
            fill(segment, values, start, weights);
            ComplexValues bins = transform.forwardReal(segment);
            for (int bin = 0; bin < density.length; bin++) {
                density[bin] += bins.power(bin);
            }
            segments++;
        }
        for (int bin = 0; bin < density.length; bin++) {
            boolean single = bin == 0 || (length % 2 == 0 && bin == density.length - 1);
            density[bin] *= (single ? 1 : 2) / (segments * weightPower * sampleRateHz);
        }
        return new Spectrum(density, sampleRateHz / length);
    }

    private static void fill(double[] segment, double[] values, int start, double[] weights) {
        double mean = 0;
        for (int i = 0; i < segment.length; i++) {
            mean += values[start + i];
        }
        mean /= segment.length;
        for (int i = 0; i < segment.length; i++) {
            segment[i] = (values[start + i] - mean) * weights[i];
        }
    }
}
