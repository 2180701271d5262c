package io.milliwatt.gateway.adapter.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.milliwatt.gateway.reception.FrameForwarder;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.reception.RefusedFrame;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Frames to {@code telemetry.<domain>}, refused ones to {@code telemetry.dead-letter}. */
@Singleton
public class KafkaFrameForwarder implements FrameForwarder {
    private final RecordSender sender;

    KafkaFrameForwarder(
            KafkaClients clients,
            @ConfigProperty(name = "milliwatt.kafka.max-waiting-bytes") long maxWaitingBytes,
            MeterRegistry meters) {
        sender = new RecordSender(clients::producer, maxWaitingBytes);
        meters.gauge("milliwatt.gateway.frames.in.flight", sender, RecordSender::waitingRecords);
    }

    void start(@Observes StartupEvent event) {
        sender.start();
    }

    void stop(@Observes ShutdownEvent event) {
        sender.close();
    }

    @Override
    public CompletionStage<Void> forward(ReceivedFrame frame) {
        return sender.send(FrameRecords.telemetry(frame));
    }

    @Override
    public CompletionStage<Void> deadLetter(RefusedFrame frame) {
        return sender.send(FrameRecords.deadLetter(frame));
    }
}
