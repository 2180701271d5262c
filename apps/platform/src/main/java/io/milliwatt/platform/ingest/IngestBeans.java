package io.milliwatt.platform.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.platform.outbox.OutboxSender;
import io.milliwatt.platform.storage.TimePartitions;
import io.milliwatt.telemetry.Domain;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Puts the way in together for the app's domain ({@code milliwatt.domain}). */
@Dependent
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
class IngestBeans {

    @Produces
    @Singleton
    Domain domain(@ConfigProperty(name = "milliwatt.domain") String label) {
        return Domain.fromLabel(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "milliwatt.domain is '" + label + "'; it must be vibration, ecg or irrigation."));
    }

    @Produces
    @Singleton
    Outbox outbox(Jdbi jdbi, Clock clock) {
        return new Outbox(jdbi, clock);
    }

    @Produces
    @Singleton
    FrameTable frames(Jdbi jdbi, TimePartitions partitions) {
        return new FrameTable(jdbi, partitions);
    }

    @Produces
    @Singleton
    OffsetTable offsets(Jdbi jdbi, @ConfigProperty(name = "milliwatt.ingest.group") String group) {
        return new OffsetTable(jdbi, group);
    }

    @Produces
    @Singleton
    IngestStatus status() {
        return new IngestStatus();
    }

    @Produces
    @Singleton
    FrameIntake intake(
            Jdbi jdbi,
            Clock clock,
            Domain domain,
            FrameTable frames,
            OffsetTable offsets,
            Outbox outbox,
            FrameHandler handler,
            MeterRegistry registry,
            OutboxSender sender) {
        return new FrameIntake(
                jdbi, clock, domain, frames, offsets, outbox, handler, new IngestMetrics(registry), sender::wake);
    }
}
