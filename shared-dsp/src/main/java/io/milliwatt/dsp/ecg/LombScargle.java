package io.milliwatt.dsp.ecg;

import io.milliwatt.dsp.spectrum.Spectrum;

/**
 * Power density of values at uneven times (Lomb 1976; Scargle 1982, Astrophysical Journal 263), so that left-out intervals need no invented ones. Each value
 * weighs as long as it lasted: otherwise fast beats, being more, would pull the mean and the power their way. One-sided and scaled like a
 * periodogram: the integral up to the mean Nyquist frequency is the variance.
 */
final class LombScargle {

    private LombScargle() {}

    /**
     * Bins of {@code stepHz} from 0 to {@code highestHz}; bin 0 is zero, since the mean is removed.
     *
     * @param times in seconds, ascending, at least two
     * @param weights positive, of any scale
     */
    static Spectrum of(double[] times, double[] values, double[] weights, double stepHz, double highestHz) {
        int count = values.length;
        double weightSum = 0;
        double mean = 0;
        for (int i = 0; i < count; i++) {
            weightSum += weights[i];
            mean += weights[i] * values[i];
        }
        mean /= weightSum;
        double[] shares = new double[count];
        double[] deviations = new double[count];
        for (int i = 0; i < count; i++) {
            shares[i] = weights[i] * count / weightSum;
            deviations[i] = values[i] - mean;
        }
        double meanStepSeconds = (times[count - 1] - times[0]) / (count - 1);
        double[] density = new double[(int) Math.floor(highestHz / stepHz) + 1];
        for (int bin = 1; bin < density.length; bin++) {
            density[bin] = 2 * meanStepSeconds * power(times, deviations, shares, 2 * Math.PI * bin * stepHz);
        }
        return new Spectrum(density, stepHz);
    }

    /** Scargle's equation 10, weighted: half the squared projections on a cosine and a sine made orthogonal by the shift τ. */
    private static double power(double[] times, double[] deviations, double[] shares, double omega) {
        double cosine = 0;
        double sine = 0;
        double doubledCosine = 0;
        double doubledSine = 0;
        for (int i = 0; i < times.length; i++) {
            double c = Math.cos(omega * times[i]);
            double s = Math.sin(omega * times[i]);
            double weighted = shares[i] * deviations[i];
            cosine += weighted * c;
            sine += weighted * s;
            doubledCosine += shares[i] * (c * c - s * s);
            doubledSine += shares[i] * 2 * s * c;
        }
        double shift = Math.atan2(doubledSine, doubledCosine) / 2;
        double rotatedCosine = cosine * Math.cos(shift) + sine * Math.sin(shift);
        double rotatedSine = sine * Math.cos(shift) - cosine * Math.sin(shift);
        double magnitude = Math.hypot(doubledCosine, doubledSine);
        double cosinePower = (times.length + magnitude) / 2;
        double sinePower = (times.length - magnitude) / 2;
        // Where all times fall on the sine's zeros (half the sampling rate of even times) it carries nothing.
        double sineShare = sinePower > 1e-9 * times.length ? rotatedSine * rotatedSine / sinePower : 0;
        return (rotatedCosine * rotatedCosine / cosinePower + sineShare) / 2;
    }
}
