package io.milliwatt.nodes.signal;

import io.milliwatt.dsp.signal.SignalUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/** The tones at multiples of the shaft speed, given by their velocity because that is how machines are judged. */
final class ShaftHarmonics {
    private static final double MILLIMETRES_PER_SECOND_SQUARED_PER_G = 1000 * SignalUnit.STANDARD_GRAVITY;

    private final double[] amplitudeG;
    private final double[] phaseTurns;

    ShaftHarmonics(List<Double> velocityMillimetresPerSecond, double speedHz, RandomGenerator random) {
        amplitudeG = new double[velocityMillimetresPerSecond.size()];
        phaseTurns = new double[amplitudeG.length];
        for (int k = 0; k < amplitudeG.length; k++) {
            // The derivative of a sine: acceleration = velocity x angular frequency; root two from r.m.s. to peak.
            double angularFrequency = 2 * Math.PI * speedHz * (k + 1);
            amplitudeG[k] = Math.sqrt(2)
                    * velocityMillimetresPerSecond.get(k)
                    * angularFrequency
                    / MILLIMETRES_PER_SECOND_SQUARED_PER_G;
            phaseTurns[k] = random.nextDouble();
        }
    }

    double at(double turns) {
        double sum = 0;
        for (int k = 0; k < amplitudeG.length; k++) {
            sum += amplitudeG[k] * Math.sin(2 * Math.PI * ((k + 1) * turns + phaseTurns[k]));
        }
        return sum;
    }
}
