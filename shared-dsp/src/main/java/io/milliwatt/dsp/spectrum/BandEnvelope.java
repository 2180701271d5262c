package io.milliwatt.dsp.spectrum;

import io.milliwatt.dsp.signal.Signal;

/**
 * The complex envelope of one band: the band's bins moved to 0 Hz and transformed back at a rate just above the band's width ("zoom"). Its
 * magnitude is the Hilbert envelope of the band-passed signal, at no more samples than it needs.
 *
 * @param values complex envelope
 * @param sampleRateHz its own, lower sampling rate
 */
public record BandEnvelope(ComplexValues values, double sampleRateHz) {

    public static BandEnvelope of(Signal signal, double lowHz, double highHz) {
        double nyquistHz = signal.sampleRate().nyquistHz();
        if (!(lowHz >= 0 && lowHz < highHz && highHz <= nyquistHz)) {
            throw new IllegalArgumentException(
                    "A band must lie within 0.." + nyquistHz + " Hz, but it is " + lowHz + ".." + highHz + " Hz");
        }
        double[] values = signal.values();
        ComplexValues bins = FourierTransform.ofSize(values.length).forwardReal(values);
        return ofBins(bins, values.length, signal.sampleRateHz(), lowHz, highHz);
    }

    /** The same from bins 0..N/2 of a transform of {@code size} real values. */
    public static BandEnvelope ofBins(ComplexValues bins, int size, double sampleRateHz, double lowHz, double highHz) {
        double stepHz = sampleRateHz / size;
        int first = (int) Math.ceil(lowHz / stepHz);
        int last = Math.min((int) Math.floor(highHz / stepHz), bins.size() - 1);
        int count = last - first + 1;
        if (count < 2) {
            throw new IllegalArgumentException("The band " + lowHz + ".." + highHz + " Hz holds " + count
                    + " bins of this signal; it needs at least 2");
        }
        int length = FourierTransform.fastSizeFrom(count);
        ComplexValues shifted = ComplexValues.zeros(length);
        // 2 for the missing negative frequencies; the sizes' ratio keeps the amplitude through the shorter inverse.
        double factor = 2.0 * length / size;
        for (int i = 0; i < count; i++) {
            shifted.real()[i] = factor * bins.real()[first + i];
            shifted.imaginary()[i] = factor * bins.imaginary()[first + i];
        }
        return new BandEnvelope(FourierTransform.ofSize(length).inverse(shifted), length * stepHz);
    }

    public double[] magnitude() {
        double[] magnitude = new double[values.size()];
        for (int i = 0; i < magnitude.length; i++) {
            magnitude[i] = values.magnitude(i);
        }
        return magnitude;
    }

    public double[] power() {
        double[] power = new double[values.size()];
        for (int i = 0; i < power.length; i++) {
            power[i] = values.power(i);
        }
        return power;
    }
}
