package io.milliwatt.nodes.signal;

/**
 * One mode of the housing: a two-pole filter whose answer to a unit impact is a decaying sine of peak one (almost, for
 * light damping), at the damped natural frequency.
 */
final class Resonance {
    private final double feedback1;
    private final double feedback2;
    private final double gain;
    private double last;
    private double beforeLast;

    Resonance(double frequencyHz, double damping, double sampleRateHz) {
        if (!(frequencyHz < 0.45 * sampleRateHz)) {
            throw new IllegalArgumentException("A resonance of " + frequencyHz + " Hz is out of reach at "
                    + sampleRateHz + " samples per second: choose one below " + 0.45 * sampleRateHz + " Hz.");
        }
        double decay = Math.exp(-2 * Math.PI * frequencyHz * damping / sampleRateHz);
        double angle = 2 * Math.PI * frequencyHz * Math.sqrt(1 - damping * damping) / sampleRateHz;
        feedback1 = 2 * decay * Math.cos(angle);
        feedback2 = -decay * decay;
        gain = Math.sin(angle);
    }

    double next(double force) {
        double value = gain * force + feedback1 * last + feedback2 * beforeLast;
        beforeLast = last;
        last = value;
        return value;
    }
}
