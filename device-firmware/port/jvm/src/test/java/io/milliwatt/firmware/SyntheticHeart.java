package io.milliwatt.firmware;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** Voltages in millivolt over time in seconds. */
final class SyntheticHeart {

    private SyntheticHeart() {}

    /** Beats of 1 mV with P and T waves. */
    static DoubleUnaryOperator beats(double perMinute) {
        return beats(perMinute, 0.25);
    }

    static DoubleUnaryOperator beats(double perMinute, double tWaveMillivolt) {
        double interval = 60 / perMinute;
        return time -> {
            double phase = time % interval;
            return beat(
                    phase < interval / 2 ? phase : phase - interval, tWaveMillivolt, Math.min(0.27, 0.4 * interval));
        };
    }

    /** Two intervals in turn, the beat after the first one wide as a ventricular one, if so wanted. */
    static DoubleUnaryOperator pairs(double first, double second, boolean wide) {
        return time -> {
            double phase = time % (first + second);
            double sum = 0;
            for (double centre : new double[] {0, first + second}) {
                sum += beat(phase - centre, 0.25, 0.25);
            }
            return sum + (wide ? 1.2 * bump(phase - first, 0, 0.03) : beat(phase - first, 0.25, 0.2));
        };
    }

    /** Flutter into fibrillation: a sine of 4 to 6 Hz whose pace and height wander. */
    static DoubleUnaryOperator fibrillation() {
        return time -> (0.5 + 0.2 * Math.sin(2.1 * time))
                * Math.sin(2 * Math.PI * 5 * time + 1.5 * Math.sin(1.3 * time) + 0.7 * Math.sin(3.1 * time));
    }

    static DoubleUnaryOperator noise(RandomGenerator random, double millivolt) {
        return _ -> millivolt * random.nextGaussian();
    }

    static DoubleUnaryOperator sum(DoubleUnaryOperator... parts) {
        return time -> {
            double sum = 0;
            for (DoubleUnaryOperator part : parts) {
                sum += part.applyAsDouble(time);
            }
            return sum;
        };
    }

    private static double beat(double time, double tWave, double tDelay) {
        return 0.12 * bump(time, -0.17, 0.022)
                - 0.12 * bump(time, -0.025, 0.008)
                + bump(time, 0, 0.011)
                - 0.2 * bump(time, 0.028, 0.010)
                + tWave * bump(time, tDelay, 0.045);
    }

    private static double bump(double time, double centre, double width) {
        double distance = (time - centre) / width;
        return Math.exp(-distance * distance / 2);
    }
}
