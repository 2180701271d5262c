package io.milliwatt.datasets.catalogue;

import io.milliwatt.dsp.signal.Signal;

/**
 * A machine's vibration with what its judgement needs besides.
 *
 * @param shaftSpeedRpm measured, in revolutions per minute, above 0
 */
public record MachineSignal(Signal signal, double shaftSpeedRpm) {
    public MachineSignal {
        if (!(shaftSpeedRpm > 0) || !Double.isFinite(shaftSpeedRpm)) {
            throw new IllegalArgumentException("shaft speed must be above 0 rpm, not " + shaftSpeedRpm);
        }
    }
}
