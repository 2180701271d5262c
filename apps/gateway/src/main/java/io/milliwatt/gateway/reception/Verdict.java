package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.telemetry.Frame;

/** What the checks say before the memory of sequences is asked. */
public sealed interface Verdict {
    /** @param bytes the node's own, or the full frame that a compact reading stands for */
    @SuppressWarnings("ArrayRecordComponent") // passed through, never compared
    record Genuine(Frame frame, EnrolledNode node, byte[] bytes) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
}
