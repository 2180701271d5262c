package io.milliwatt.platform.ingest;

import io.milliwatt.platform.storage.SchemaReady;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.transport.KafkaTopics;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts reading when the tables are there and stops it in order, so that the group is left at once. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
class IngestLifecycle {

    private static final int FIRST = 1;

    private final KafkaAccess kafka;
    private final Domain domain;
    private final OffsetTable offsets;
    private final FrameIntake intake;
    private final IngestStatus status;
    private final Clock clock;
    private final boolean consume;
    private volatile ConsumerLoop loop;
    private volatile Thread thread;

    IngestLifecycle(
            KafkaAccess kafka,
            Domain domain,
            OffsetTable offsets,
            FrameIntake intake,
            IngestStatus status,
            Clock clock,
            @ConfigProperty(name = "milliwatt.ingest.consume", defaultValue = "true") boolean consume) {
        this.kafka = kafka;
        this.domain = domain;
        this.offsets = offsets;
        this.intake = intake;
        this.status = status;
        this.clock = clock;
        this.consume = consume;
    }

    /** Before the users are looked after, whose password hashes take a while. */
    void start(@Observes @Priority(FIRST) SchemaReady event) {
        if (!consume) {
            return;
        }
        loop = new ConsumerLoop(
                kafka::consumer,
                kafka::topicId,
                KafkaTopics.telemetry(domain),
                offsets,
                intake,
                status,
                clock,
                new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5)));
        thread = Thread.ofPlatform().daemon().name("ingest").start(loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (loop != null) {
            loop.stop();
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }
}
