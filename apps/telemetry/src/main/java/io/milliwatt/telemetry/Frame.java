package io.milliwatt.telemetry;

import java.time.Instant;
import java.util.Objects;

/**
 * One message of a node or to a node. The MAC is no part of it: it belongs to the bytes and is checked on them.
 *
 * @param version major × 16 + minor, 16…31 for the major version 1 that this library speaks
 * @param time by the sender's clock when the frame was built, to the millisecond
 */
public record Frame(int version, FrameIdentity identity, Instant time, FrameBody body) {
    /** Contract 1.0. */
    public static final int CURRENT_VERSION = 16;

    public static final int MAJOR = 1;

    public Frame {
        if (version / 16 != MAJOR) {
            throw new IllegalArgumentException("version is " + version + "; this library speaks 16…31 (1.0…1.15)");
        }
        if (time.toEpochMilli() < 0) {
            throw new IllegalArgumentException("time is " + time + "; a frame's time cannot lie before 1970");
        }
        Objects.requireNonNull(identity, "identity is null");
        Objects.requireNonNull(body, "body is null");
    }

    /** A frame of the current contract version. */
    public static Frame of(FrameIdentity identity, Instant time, FrameBody body) {
        return new Frame(CURRENT_VERSION, identity, time, body);
    }

    public long node() {
        return identity.node();
    }

    public long boot() {
        return identity.boot();
    }

    public long sequence() {
        return identity.sequence();
    }
}
