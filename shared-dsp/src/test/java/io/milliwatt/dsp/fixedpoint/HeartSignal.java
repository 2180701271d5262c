package io.milliwatt.dsp.fixedpoint;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A made-up ECG in counts of 5 µV, piece by piece, fed to a detector; each piece tells which beats were found in it. */
final class HeartSignal {

    static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;

    private static final double COUNTS_PER_MILLIVOLT = 200;

    private final int rateHz;
    private final QrsDetector detector;
    private final RandomGenerator random = new SplittableRandom(8);
    private long sample;

    HeartSignal(int rateHz) {
        this.rateHz = rateHz;
        detector = new QrsDetector(QrsDesign.forRate(rateHz), NANO_MILLIVOLT_PER_COUNT);
    }

    QrsDetector detector() {
        return detector;
    }

    long samples() {
        return sample;
    }

    /** Beats of a height, with P and T waves, in noise of a standard deviation; returns how many were found. */
    int beats(double seconds, double perMinute, double millivolt, double noiseMillivolt) {
        double interval = 60 / perMinute;
        return feed(seconds, time -> {
            double phase = time % interval;
            return millivolt * beat(phase < interval / 2 ? phase : phase - interval) + noise(noiseMillivolt);
        });
    }

    /** No heart: noise and mains hum. */
    int silence(double seconds, double noiseMillivolt, double humMillivolt) {
        return feed(seconds, time -> noise(noiseMillivolt) + humMillivolt * Math.sin(2 * Math.PI * 50 * time));
    }

    /** A lead that is off, or a rail. */
    int constant(double seconds, double millivolt) {
        return feed(seconds, _ -> millivolt);
    }

    interface Voltage {
        double at(double time);
    }

    int feed(double seconds, Voltage voltage) {
        long before = detector.beats();
        for (int i = 0; i < seconds * rateHz; i++) {
            double counts = COUNTS_PER_MILLIVOLT * voltage.at((double) i / rateHz);
            detector.accept((int) Math.round(Math.clamp(counts, -32_768, 32_767)));
            sample++;
        }
        return (int) (detector.beats() - before);
    }

    private double noise(double millivolt) {
        return millivolt * random.nextGaussian();
    }

    private static double beat(double time) {
        return 0.12 * bump(time, -0.17, 0.022)
                - 0.12 * bump(time, -0.025, 0.008)
                + bump(time, 0, 0.011)
                - 0.2 * bump(time, 0.028, 0.010)
                + 0.25 * bump(time, 0.27, 0.045);
    }

    private static double bump(double time, double centre, double width) {
        double distance = (time - centre) / width;
        return Math.exp(-distance * distance / 2);
    }
}
