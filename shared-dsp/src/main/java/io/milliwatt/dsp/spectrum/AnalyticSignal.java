package io.milliwatt.dsp.spectrum;

/** The analytic signal by the Fourier method (Marple 1999, IEEE Trans. Signal Processing 47); same as {@code scipy.signal.hilbert}. */
public final class AnalyticSignal {

    private AnalyticSignal() {}

    /** Values whose real part is the input and whose imaginary part is its Hilbert transform. */
    public static ComplexValues of(double[] values) {
        int size = values.length;
        FourierTransform transform = FourierTransform.ofSize(size);
        ComplexValues half = transform.forwardReal(values);
        ComplexValues full = ComplexValues.zeros(size);
        for (int bin = 0; bin < half.size(); bin++) {
            boolean single = bin == 0 || (size % 2 == 0 && bin == half.size() - 1);
            double factor = single ? 1 : 2;
            full.real()[bin] = factor * half.real()[bin];
            full.imaginary()[bin] = factor * half.imaginary()[bin];
        }
        return transform.inverse(full);
    }

    /** Magnitude of the analytic signal: the Hilbert envelope. */
    public static double[] envelope(double[] values) {
        ComplexValues analytic = of(values);
        double[] envelope = new double[values.length];
        for (int i = 0; i < envelope.length; i++) {
            envelope[i] = analytic.magnitude(i);
        }
        return envelope;
    }
}
