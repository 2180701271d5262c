package io.milliwatt.gateway.reception;

import java.util.concurrent.CompletionStage;

/** The way to Kafka. Neither method blocks; each stage completes when all replicas in sync have the record, or fails. */
public interface FrameForwarder {
    CompletionStage<Void> forward(ReceivedFrame frame);

    CompletionStage<Void> deadLetter(RefusedFrame frame);
}
