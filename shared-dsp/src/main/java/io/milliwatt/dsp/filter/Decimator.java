package io.milliwatt.dsp.filter;

import io.milliwatt.dsp.signal.Signal;

/** Lowers the sampling rate by a whole factor, after a low-pass that keeps what would fold back at least 50 dB down. */
public record Decimator(int factor) {

    /** Taps per output sample: puts the stop band's edge at 1.1 times the new half rate. */
    private static final int TAPS_PER_FACTOR = 32;

    /** Cut-off as a share of the new half rate; flat up to about 0.8 of it. */
    private static final double CUTOFF_SHARE = 0.9;

    public Decimator {
        if (factor < 1) {
            throw new IllegalArgumentException("A decimation factor must be at least 1, but it is " + factor);
        }
    }

    public Signal apply(Signal signal) {
        if (factor == 1) {
            return signal;
        }
        double newRateHz = signal.sampleRateHz() / factor;
        FirFilter guard =
                FirFilter.lowPass(TAPS_PER_FACTOR * factor + 1, CUTOFF_SHARE * newRateHz / 2, signal.sampleRateHz());
        return Signal.of(guard.everyNth(signal.values(), factor), newRateHz, signal.unit());
    }
}
