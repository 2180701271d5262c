package io.milliwatt.dsp.ecg;

import io.milliwatt.dsp.spectrum.Spectrum;
import java.util.Arrays;

/**
 * Power density of values at uneven times (Lomb 1976; Scargle 1982, Astrophysical Journal 263), so that left-out intervals need no
 * invented ones. Each value weighs as long as it lasted: otherwise fast beats, being more, would pull the mean and the power their way.
 * One-sided and scaled like a periodogram: the integral up to the mean Nyquist frequency is the variance.
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
        Phasors phasors = Phasors.of(times, 2 * Math.PI * stepHz);
        double[] density = new double[(int) Math.floor(highestHz / stepHz) + 1];
        for (int bin = 1; bin < density.length; bin++) {
            phasors.turn();
            density[bin] = 2 * meanStepSeconds * power(phasors, deviations, shares);
        }
        return new Spectrum(density, stepHz);
    }

    /** Scargle's equation 10, weighted: half the squared projections on a cosine and a sine made orthogonal by the shift τ. */
    private static double power(Phasors phasors, double[] deviations, double[] shares) {
        double cosine = 0;
        double sine = 0;
        double doubledCosine = 0;
        double doubledSine = 0;
        for (int i = 0; i < shares.length; i++) {
            double c = phasors.cosines[i];
            double s = phasors.sines[i];
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
        double cosinePower = (shares.length + magnitude) / 2;
        double sinePower = (shares.length - magnitude) / 2;
        // Where all times fall on the sine's zeros (half the sampling rate of even times) it carries nothing.
        double sineShare = sinePower > 1e-9 * shares.length ? rotatedSine * rotatedSine / sinePower : 0;
        return (rotatedCosine * rotatedCosine / cosinePower + sineShare) / 2;
    }

    /**
     * Cosine and sine of every time at one frequency, turned on by the step to the next one: an hour's spectrum would need 10⁸ calls
     * otherwise.
     */
    private static final class Phasors {
        private final double[] stepCosines;
        private final double[] stepSines;
        private final double[] cosines;
        private final double[] sines;

        private Phasors(double[] stepCosines, double[] stepSines) {
            this.stepCosines = stepCosines;
            this.stepSines = stepSines;
            this.cosines = new double[stepCosines.length];
            this.sines = new double[stepSines.length];
            Arrays.fill(cosines, 1);
        }

        static Phasors of(double[] times, double stepOmega) {
            double[] stepCosines = new double[times.length];
            double[] stepSines = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                // From the first time on: a clock's large values would cost digits.
                stepCosines[i] = Math.cos(stepOmega * (times[i] - times[0]));
                stepSines[i] = Math.sin(stepOmega * (times[i] - times[0]));
            }
            return new Phasors(stepCosines, stepSines);
        }

        /** Errors grow with the number of turns, some 10⁻¹⁶ each: 10⁻¹² after ten thousand. */
        void turn() {
            for (int i = 0; i < cosines.length; i++) {
                double cosine = cosines[i] * stepCosines[i] - sines[i] * stepSines[i];
                sines[i] = sines[i] * stepCosines[i] + cosines[i] * stepSines[i];
                cosines[i] = cosine;
            }
        }
    }
}
