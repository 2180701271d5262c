package io.milliwatt.dsp.spectrum;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.window.Window;

/** One-sided amplitude spectrum: a sine of amplitude A on a bin reads A whatever the window (its coherent gain is divided out). */
public final class AmplitudeSpectrum {

    private AmplitudeSpectrum() {}

    /** Peak amplitudes in the signal's own unit, mean removed; N/2 + 1 bins of rate/N. */
    public static Spectrum of(Signal signal, Window window) {
        double[] values = signal.values();
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= values.length;
        double[] weights = window.weights(values.length);
        double gain = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) * weights[i];
            gain += weights[i];
        }
        ComplexValues bins = FourierTransform.ofSize(values.length).forwardReal(values);
        double[] amplitudes = new double[bins.size()];
        for (int bin = 0; bin < amplitudes.length; bin++) {
            boolean single = bin == 0 || (values.length % 2 == 0 && bin == amplitudes.length - 1);
            amplitudes[bin] = (single ? 1 : 2) * bins.magnitude(bin) / gain;
        }
        return new Spectrum(amplitudes, signal.sampleRateHz() / values.length);
    }
}
