package io.milliwatt.dsp.signal;

/** Samples per second of an evenly sampled signal; positive and finite. */
public record SampleRate(double hertz) {

    public SampleRate {
        if (!(hertz > 0) || Double.isInfinite(hertz)) {
            throw new IllegalArgumentException(
                    "A sampling rate must be a positive number of hertz, but it is " + hertz);
        }
    }

    public static SampleRate ofHertz(double hertz) {
        return new SampleRate(hertz);
    }

    /** Highest frequency that the samples can carry, in Hz. */
    public double nyquistHz() {
        return hertz / 2;
    }

    /** Time between two samples, in seconds. */
    public double stepSeconds() {
        return 1 / hertz;
    }

    /** Number of whole samples nearest to a duration, at least 0. */
    public int samplesIn(double seconds) {
        return (int) Math.max(0, Math.round(seconds * hertz));
    }
}
