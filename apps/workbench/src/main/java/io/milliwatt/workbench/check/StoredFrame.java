package io.milliwatt.workbench.check;

import io.milliwatt.telemetry.FrameIdentity;
import java.time.Instant;

/**
 * A frame in the app's ledger.
 *
 * @param kind as in the contract: 2 features, 3 event, 4 waveform
 * @param builtAt by the node's clock
 * @param receivedAt at the gateway
 * @param storedAt in the app's transaction
 */
public record StoredFrame(FrameIdentity identity, long kind, Instant builtAt, Instant receivedAt, Instant storedAt) {
    static final long FEATURES = 2;
    static final long EVENT = 3;
    public static final long WAVEFORM = 4;
}
