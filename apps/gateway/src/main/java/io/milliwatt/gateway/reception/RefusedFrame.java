package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import java.time.Instant;

/**
 * Bytes that are no genuine frame.
 *
 * @param handedInBy the node whose connection they came over
 */
@SuppressWarnings("ArrayRecordComponent") // passed through, never compared
public record RefusedFrame(EnrolledNode handedInBy, Refusal refusal, byte[] bytes, Instant receivedAt) {}
