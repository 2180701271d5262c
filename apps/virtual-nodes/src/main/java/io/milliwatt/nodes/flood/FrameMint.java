package io.milliwatt.nodes.flood;

import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Instant;

/** Makes one node's frames of the bodies that a source gives. */
final class FrameMint {
    private final long nodeId;
    private final long boot;
    private final BodySource bodies;
    private final FrameCodec codec = new FrameCodec();
    private final FrameAuthenticator authenticator;
    private long sequence;

    FrameMint(NodeAccounts.Account account, long boot, BodySource bodies) {
        this.nodeId = account.nodeId();
        this.boot = boot;
        this.bodies = bodies;
        this.authenticator = new FrameAuthenticator(NodeKey.of(account.keyBytes()));
    }

    /** How many frames are due. */
    int due(Instant now) {
        return bodies.due(now);
    }

    Minted next(Instant now) {
        FrameIdentity identity = new FrameIdentity(nodeId, boot, sequence++);
        Instant toTheMillisecond = Instant.ofEpochMilli(now.toEpochMilli());
        return new Minted(
                identity,
                codec.encode(Frame.of(identity, toTheMillisecond, bodies.next(toTheMillisecond)), authenticator));
    }

    /** A frame with its identity, so that nobody has to decode it again. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Minted(FrameIdentity identity, byte[] bytes) {}
}
