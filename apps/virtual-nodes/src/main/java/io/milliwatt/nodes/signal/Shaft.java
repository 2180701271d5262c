package io.milliwatt.nodes.signal;

import java.util.random.RandomGenerator;

/**
 * The turning shaft. Its speed wanders as that of an induction motor under a varying load: a mean-reverting random walk
 * of 0.1 per cent with a memory of two seconds.
 */
final class Shaft {
    private static final double WANDER = 0.001;
    private static final double MEMORY_SECONDS = 2;

    private final double meanSpeedHz;
    private final double stepSeconds;
    private final double pull;
    private final double push;
    private final RandomGenerator random;
    private double deviation;
    private double turns;

    Shaft(double meanSpeedHz, double sampleRateHz, RandomGenerator random) {
        this.meanSpeedHz = meanSpeedHz;
        this.stepSeconds = 1 / sampleRateHz;
        this.pull = stepSeconds / MEMORY_SECONDS;
        this.push = WANDER * Math.sqrt(2 * pull);
        this.random = random;
        this.turns = random.nextDouble();
    }

    void turn() {
        deviation += push * random.nextGaussian() - pull * deviation;
        turns += speedHz() * stepSeconds;
    }

    double turns() {
        return turns;
    }

    double speedHz() {
        return meanSpeedHz * (1 + deviation);
    }
}
