package io.milliwatt.vibration.adapter.kafka;

import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.platform.outbox.OutboxSender;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.command.NodeCommand.CaptureWaveform;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.telemetry.transport.KafkaTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Asks nodes for captures of raw signal, by way of the outbox and the gateway. */
@ApplicationScoped
public class CaptureRequests {

    private static final NodeCommandCodec CODEC = new NodeCommandCodec();
    private static final long UINT32 = 0xFFFF_FFFFL;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final OutboxSender sender;
    private final Clock clock;

    CaptureRequests(Jdbi jdbi, Outbox outbox, OutboxSender sender, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
    }

    /** Asks one node now; returns the id that the capture will carry. */
    public long ask(long node) {
        long captureId = clock.instant().getEpochSecond() & UINT32;
        jdbi.useTransaction(handle -> add(handle, node, captureId));
        sender.wake();
        return captureId;
    }

    private void add(Handle handle, long node, long captureId) {
        outbox.add(
                handle,
                List.of(new Outbox.Message(
                        KafkaTopics.commands(Domain.VIBRATION),
                        Long.toString(node),
                        CODEC.encode(new CaptureWaveform(node, captureId)))));
    }
}
