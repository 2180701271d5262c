package io.milliwatt.firmware;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Noise like that of an electrode that moves, of unit rms: 0.5 … 10 Hz with a strength that wanders within seconds, pops that
 * decay, and a little muscle noise. Made by code because the records of the MIT-BIH Noise Stress Test Database are not at hand;
 * how near it comes to them is not known.
 */
final class MotionNoise {

    private static final double STRENGTH_SPREAD = 0.8;
    private static final double POPS_PER_SECOND = 0.8;
    private static final double POP_SECONDS = 0.08;
    private static final double MUSCLE_SHARE = 0.15;

    private final int rateHz;
    private final SplittableRandom random;

    private MotionNoise(int rateHz, long seed) {
        this.rateHz = rateHz;
        random = new SplittableRandom(seed);
    }

    static double[] of(int length, int rateHz, long seed) {
        return new MotionNoise(rateHz, seed).make(length);
    }

    private double[] make(int length) {
        double[] motion = unit(highPass(lowPass(lowPass(white(length), 10), 10), 0.5));
        double[] strength = unit(lowPass(white(length), 0.2));
        double[] muscle = unit(highPass(lowPass(white(length), 100), 15));
        double[] pops = pops(length);
        double[] noise = new double[length];
        for (int i = 0; i < length; i++) {
            noise[i] = motion[i] * Math.exp(STRENGTH_SPREAD * strength[i]) + pops[i] + MUSCLE_SHARE * muscle[i];
        }
        return unit(noise);
    }

    private double[] white(int length) {
        double[] white = new double[length];
        Arrays.setAll(white, _ -> random.nextGaussian());
        return white;
    }

    private double[] pops(int length) {
        double[] kicks = new double[length];
        for (int i = 0; i < length; i++) {
            boolean pop = random.nextDouble() < POPS_PER_SECOND / rateHz;
            kicks[i] = pop ? 3 * random.nextGaussian() * Math.exp(random.nextGaussian() / 2) : 0;
        }
        double decay = Math.exp(-1 / (POP_SECONDS * rateHz));
        double pop = 0;
        double[] pops = new double[length];
        for (int i = 0; i < length; i++) {
            pop = decay * pop + kicks[i];
            pops[i] = pop;
        }
        return lowPass(pops, 12);
    }

    private double[] lowPass(double[] signal, double cornerHz) {
        double share = 1 - Math.exp(-2 * Math.PI * cornerHz / rateHz);
        double[] filtered = new double[signal.length];
        double value = 0;
        for (int i = 0; i < signal.length; i++) {
            value += share * (signal[i] - value);
            filtered[i] = value;
        }
        return filtered;
    }

    private double[] highPass(double[] signal, double cornerHz) {
        double[] slow = lowPass(signal, cornerHz);
        double[] filtered = new double[signal.length];
        Arrays.setAll(filtered, i -> signal[i] - slow[i]);
        return filtered;
    }

    private static double[] unit(double[] signal) {
        double mean = Arrays.stream(signal).average().orElse(0);
        double rms = Math.sqrt(Arrays.stream(signal)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(1));
        return Arrays.stream(signal).map(value -> (value - mean) / rms).toArray();
    }
}
