package io.milliwatt.platform.ingest;

import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.command.NodeCommand;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.telemetry.transport.KafkaTopics;

/**
 * The end-to-end word on an event, asked of the gateway by way of Kafka. Saying it twice does no harm, so a repeated event
 * is acknowledged again.
 */
final class Acknowledgements {

    private static final NodeCommandCodec CODEC = new NodeCommandCodec();

    private Acknowledgements() {}

    static Outbox.Message message(Domain domain, FrameIdentity frame, Acknowledgement.Outcome outcome) {
        return new Outbox.Message(
                KafkaTopics.commands(domain),
                Long.toString(frame.node()),
                CODEC.encode(new NodeCommand.AcknowledgeFrame(frame, outcome)));
    }
}
