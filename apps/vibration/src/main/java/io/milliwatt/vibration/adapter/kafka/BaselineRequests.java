package io.milliwatt.vibration.adapter.kafka;

import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.platform.outbox.OutboxSender;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.command.NodeCommand.Lesson;
import io.milliwatt.telemetry.command.NodeCommand.TeachBaseline;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.telemetry.transport.KafkaTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Tells nodes what to do with the baselines that they learn, by way of the outbox and the gateway. */
@ApplicationScoped
public class BaselineRequests {

    private static final NodeCommandCodec CODEC = new NodeCommandCodec();

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final OutboxSender sender;

    BaselineRequests(Jdbi jdbi, Outbox outbox, OutboxSender sender) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.sender = sender;
    }

    /** Tells one node. */
    public void tell(long node, Lesson lesson) {
        Outbox.Message message = new Outbox.Message(
                KafkaTopics.commands(Domain.VIBRATION),
                Long.toString(node),
                CODEC.encode(new TeachBaseline(node, lesson)));
        jdbi.useTransaction(handle -> outbox.add(handle, List.of(message)));
        sender.wake();
    }
}
