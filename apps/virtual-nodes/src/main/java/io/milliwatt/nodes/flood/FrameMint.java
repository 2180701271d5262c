package io.milliwatt.nodes.flood;

import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Instant;
import java.util.List;

/** Makes one node's frames: features of the vibration recipe with values of a healthy machine that wander a little. */
final class FrameMint {
    private static final long RECIPE = 1;
    private static final long RECIPE_VERSION = 1;
    private static final int WANDER_STEPS = 17;

    private final long nodeId;
    private final long boot;
    private final FrameCodec codec = new FrameCodec();
    private final FrameAuthenticator authenticator;
    private long sequence;

    FrameMint(NodeAccounts.Account account, long boot) {
        this.nodeId = account.nodeId();
        this.boot = boot;
        this.authenticator = new FrameAuthenticator(NodeKey.of(account.keyBytes()));
    }

    Minted next(Instant now) {
        FrameIdentity identity = new FrameIdentity(nodeId, boot, sequence++);
        Features body = Features.withoutVerdict(RECIPE, RECIPE_VERSION, values(identity.sequence()), 0);
        Instant toTheMillisecond = Instant.ofEpochMilli(now.toEpochMilli());
        return new Minted(identity, codec.encode(Frame.of(identity, toTheMillisecond, body), authenticator));
    }

    /** A frame with its identity, so that nobody has to decode it again. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Minted(FrameIdentity identity, byte[] bytes) {}

    /** Velocity 0.01 mm/s, acceleration and peak 0.001 g, kurtosis and crest 0.01, three lines, anomaly, shaft 0.01 Hz. */
    private static List<Long> values(long sequence) {
        long wander = sequence % WANDER_STEPS;
        return List.of(
                70 + wander,
                60 + wander,
                240 + wander,
                300 + wander,
                400 + wander,
                wander,
                wander,
                wander,
                wander,
                2470L);
    }
}
