package io.milliwatt.nodes.heart;

import java.util.random.RandomGenerator;

/** A wave without beats, of fibrillating muscle: its frequency and height wander. */
final class Fibrillation {

    private static final double WANDER_PER_SECOND = 1.5;

    private final double lowestHz;
    private final double highestHz;
    private final RandomGenerator random;
    private double phase;
    private double frequencyHz;
    private double height = 1;

    Fibrillation(double lowestHz, double highestHz, RandomGenerator random) {
        this.lowestHz = lowestHz;
        this.highestHz = highestHz;
        this.random = random;
        frequencyHz = (lowestHz + highestHz) / 2;
    }

    /** The next value, of a height that wanders about 1. */
    double next(double stepSeconds) {
        double step = Math.sqrt(stepSeconds) * WANDER_PER_SECOND;
        frequencyHz = Math.clamp(frequencyHz + step * random.nextGaussian(), lowestHz, highestHz);
        height = Math.clamp(height + 0.5 * step * random.nextGaussian(), 0.5, 1.5);
        phase += 2 * Math.PI * frequencyHz * stepSeconds;
        return height * (Math.sin(phase) + 0.3 * Math.sin(2 * phase));
    }
}
