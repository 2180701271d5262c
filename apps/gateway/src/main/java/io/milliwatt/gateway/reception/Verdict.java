package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.telemetry.Frame;

/** What the checks say before the memory of sequences is asked. */
public sealed interface Verdict {
    record Genuine(Frame frame, EnrolledNode node) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
}
