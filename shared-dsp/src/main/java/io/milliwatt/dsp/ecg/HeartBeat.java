package io.milliwatt.dsp.ecg;

import java.util.Objects;

/** A beat by its R position on any steady clock. */
public record HeartBeat(double timeMillis, BeatOrigin origin) {

    public HeartBeat {
        Objects.requireNonNull(origin, "origin");
        if (!Double.isFinite(timeMillis)) {
            throw new IllegalArgumentException("A beat needs a finite time, but it is " + timeMillis + " ms");
        }
    }
}
