package io.milliwatt.gateway.downlink;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Builds frames to nodes. Their boot is the gateway's own and grows with each of its starts; their sequence grows with
 * each frame, so that a node can refuse a replay. Safe for use by several threads.
 */
public final class FrameSigner {
    private final FrameCodec codec = new FrameCodec();
    private final LongSupplier boot;
    private final AtomicLong sequence = new AtomicLong();
    private final Clock clock;

    /**
     * A signer for one life of the gateway.
     *
     * @param boot seconds since 1970 at its start, more than at any start before
     */
    public FrameSigner(LongSupplier boot, Clock clock) {
        this.boot = boot;
        this.clock = clock;
    }

    public byte[] sign(EnrolledNode node, FrameBody body) {
        FrameIdentity identity = new FrameIdentity(node.number(), boot.getAsLong(), sequence.getAndIncrement());
        return codec.encode(Frame.of(identity, clock.instant(), body), new FrameAuthenticator(node.key()));
    }
}
