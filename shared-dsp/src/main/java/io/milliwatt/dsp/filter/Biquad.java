package io.milliwatt.dsp.filter;

import io.milliwatt.dsp.spectrum.ComplexValues;

/** One second-order section (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²). */
public record Biquad(double b0, double b1, double b2, double a1, double a2) {

    /**
     * A notch of unit gain elsewhere (as {@code scipy.signal.iirnotch}).
     *
     * @param frequencyHz centre, between 0 and half the rate
     * @param quality centre frequency over the -3 dB width, positive
     */
    public static Biquad notch(double frequencyHz, double quality, double sampleRateHz) {
        if (!(frequencyHz > 0 && frequencyHz < sampleRateHz / 2 && quality > 0)) {
            throw new IllegalArgumentException("A notch needs a frequency within 0.." + sampleRateHz / 2
                    + " Hz and a positive quality, but they are " + frequencyHz + " Hz and " + quality);
        }
        double omega = 2 * Math.PI * frequencyHz / sampleRateHz;
        double gain = 1 / (1 + Math.tan(omega / quality / 2));
        double cosine = Math.cos(omega);
        return new Biquad(gain, -2 * gain * cosine, gain, -2 * gain * cosine, 2 * gain - 1);
    }

    /** Complex gain at a frequency, as one value. */
    ComplexValues response(double omegaRadians) {
        double c1 = Math.cos(omegaRadians);
        double s1 = -Math.sin(omegaRadians);
        double c2 = Math.cos(2 * omegaRadians);
        double s2 = -Math.sin(2 * omegaRadians);
        double upReal = b0 + b1 * c1 + b2 * c2;
        double upImaginary = b1 * s1 + b2 * s2;
        double downReal = 1 + a1 * c1 + a2 * c2;
        double downImaginary = a1 * s1 + a2 * s2;
        double power = downReal * downReal + downImaginary * downImaginary;
        return new ComplexValues(
                new double[] {(upReal * downReal + upImaginary * downImaginary) / power},
                new double[] {(upImaginary * downReal - upReal * downImaginary) / power});
    }

    /** Gain at 0 Hz. */
    double steadyGain() {
        return (b0 + b1 + b2) / (1 + a1 + a2);
    }
}
