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

    /** 2⁶⁴ − 1 milliseconds after 1970. A node whose clock is wrong may say any time up to it. */
    public static final Instant LATEST_TIME = Instant.ofEpochSecond(18_446_744_073_709_551L, 615_000_000);

    public Frame {
        if (version / 16 != MAJOR) {
            throw new IllegalArgumentException("version is " + version + "; this library speaks 16…31 (1.0…1.15)");
        }
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST_TIME)) {
            throw new IllegalArgumentException("time is " + time + "; it must lie between 1970 and " + LATEST_TIME);
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
