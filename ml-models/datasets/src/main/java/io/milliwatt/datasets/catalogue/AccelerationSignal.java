package io.milliwatt.datasets.catalogue;

import java.util.Objects;

/**
 * An acceleration signal with all that its judgement needs.
 *
 * @param accelerationG samples in g; handed out uncopied, to be read only
 * @param shaftSpeedRpm measured, in revolutions per minute
 */
// An array because a list of boxed doubles would be ten times the size; two signals are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record AccelerationSignal(double[] accelerationG, double sampleRateHz, double shaftSpeedRpm) {
    public AccelerationSignal {
        Objects.requireNonNull(accelerationG, "accelerationG is null");
        if (!(sampleRateHz > 0) || !(shaftSpeedRpm > 0)) {
            throw new IllegalArgumentException("sampling rate " + sampleRateHz + " Hz and shaft speed " + shaftSpeedRpm
                    + " rpm must both be positive");
        }
    }

    public double lengthSeconds() {
        return accelerationG.length / sampleRateHz;
    }
}
