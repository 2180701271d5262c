package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.telemetry.Frame;
import java.time.Instant;

/**
 * A genuine frame.
 *
 * @param bytes the node's own, never changed by anybody; of a compact reading the full frame that it stands for
 * @param receivedAt by the gateway's clock
 */
@SuppressWarnings("ArrayRecordComponent") // passed through, never compared
public record ReceivedFrame(Frame frame, EnrolledNode node, byte[] bytes, Instant receivedAt) {}
