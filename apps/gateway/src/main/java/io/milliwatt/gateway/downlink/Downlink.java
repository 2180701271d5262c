package io.milliwatt.gateway.downlink;

import io.milliwatt.telemetry.FrameBody;

/** Sends something to a node now, or when it is back; does not block. */
public interface Downlink {
    void send(long node, FrameBody body);
}
