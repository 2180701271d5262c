package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.CompactReading;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.util.Optional;

/** The checks of frame.md, in its order, up to the MAC. */
public final class FrameChecks {
    private final NodeDirectory directory;
    private final CompactReadings compactReadings;
    private final FrameCodec codec = new FrameCodec();

    public FrameChecks(NodeDirectory directory, CompactReadings compactReadings) {
        this.directory = directory;
        this.compactReadings = compactReadings;
    }

    /**
     * Judges a frame.
     *
     * @param connectedNode who handed it in
     */
    public Verdict judge(long connectedNode, byte[] bytes) {
        if (bytes.length == CompactReading.BYTES) {
            return judgeCompact(connectedNode, bytes);
        }
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
        compactReadings.heard(frame);
        return new Verdict.Genuine(frame, node, bytes);
    }

    /** It names no node: only the one that is connected can have sent it. */
    private Verdict judgeCompact(long connectedNode, byte[] bytes) {
        Optional<EnrolledNode> known = directory.find(connectedNode);
        if (known.isEmpty()) {
            return refused(new Refusal.UnknownNode(connectedNode));
        }
        if (known.get().isRevoked()) {
            return refused(new Refusal.RevokedNode(connectedNode));
        }
        return compactReadings.judge(known.get(), bytes).orElseThrow();
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal);
    }
}
