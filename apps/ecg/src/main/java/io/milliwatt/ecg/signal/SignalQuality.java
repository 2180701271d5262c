package io.milliwatt.ecg.signal;

import io.milliwatt.telemetry.Features;

/** The quality flags of a second of signal, as the frame contract numbers them. */
public record SignalQuality(long flags) {

    public boolean isClipped() {
        return has(Features.CLIPPED);
    }

    /** Flat: the lead is off, or there is nothing to measure. */
    public boolean isLeadOff() {
        return has(Features.FLAT_LINE);
    }

    public boolean isWarmingUp() {
        return has(Features.WARMING_UP);
    }

    public boolean hasSensorFault() {
        return has(Features.SENSOR_FAULT);
    }

    /** The node has declared that it cannot tell beats from this signal. */
    public boolean isShutDown() {
        return has(Features.CANNOT_TELL);
    }

    /** Whether values computed from this signal mean anything. */
    public boolean isJudgeable() {
        return !isLeadOff() && !isShutDown() && !isWarmingUp() && !hasSensorFault();
    }

    private boolean has(long flag) {
        return (flags & flag) != 0;
    }
}
