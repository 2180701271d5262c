package io.milliwatt.testkit;

import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Instant;

/** A node that numbers the frames of one boot; its key is any, since apps leave keys to the gateway. */
public class NumberedNode {

    private static final FrameAuthenticator AUTHENTICATOR = new FrameAuthenticator(NodeKey.of(new byte[32]));

    private final long number;
    private final long boot;
    private long sequence;

    /** @param first the number of its first frame */
    protected NumberedNode(long number, long boot, long first) {
        this.number = number;
        this.boot = boot;
        this.sequence = first;
    }

    public final long number() {
        return number;
    }

    public final long boot() {
        return boot;
    }

    /** The number of the frame built last. */
    public final long lastSequence() {
        return sequence - 1;
    }

    public final byte[] frame(Instant at, FrameBody body) {
        return new FrameCodec().encode(Frame.of(new FrameIdentity(number, boot, sequence++), at, body), AUTHENTICATOR);
    }
}
