package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.util.Optional;

/** The checks of frame.md, in its order, up to the MAC. */
public final class FrameChecks {
    private final NodeDirectory directory;
    private final FrameCodec codec = new FrameCodec();

    public FrameChecks(NodeDirectory directory) {
        this.directory = directory;
    }

    /**
     * Judges a frame.
     *
     * @param connectedNode who handed it in
     */
    public Verdict judge(long connectedNode, byte[] bytes) {
        Frame frame;
        try {
            frame = codec.decode(bytes);
        } catch (FrameException broken) {
            return refused(new Refusal.Broken(broken.fault(), broken.getMessage()));
        }
        Optional<EnrolledNode> known = directory.find(frame.node());
        if (known.isEmpty()) {
            return refused(new Refusal.UnknownNode(frame.node()));
        }
        EnrolledNode node = known.get();
        if (node.isRevoked()) {
            return refused(new Refusal.RevokedNode(frame.node()));
        }
        if (frame.node() != connectedNode) {
            return refused(new Refusal.ForeignNode(connectedNode, frame.node()));
        }
        if (!new FrameAuthenticator(node.key()).verifies(bytes)) {
            return refused(new Refusal.WrongMac(frame.identity()));
        }
        return new Verdict.Genuine(frame, node);
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal);
    }
}
