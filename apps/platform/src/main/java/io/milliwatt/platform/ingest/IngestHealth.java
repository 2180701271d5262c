package io.milliwatt.platform.ingest;

import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when frames can come in and be stored; says what it waits for otherwise. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
class IngestHealth implements HealthCheck {

    private final IngestStatus status;
    private final SchemaMigration schema;

    IngestHealth(IngestStatus status, SchemaMigration schema) {
        this.status = status;
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = status.isKafkaUp() && status.isDatabaseUp() && schema.isAnnounced() && status.isAssigned();
        return HealthCheckResponse.named("ingest")
                .status(ready)
                .withData("kafka", status.isKafkaUp() ? "up" : "down")
                .withData("database", status.isDatabaseUp() ? "up" : "down")
                .withData("lagMillis", status.lag().toMillis())
                .withData("waitingFor", waitingFor())
                .build();
    }

    private String waitingFor() {
        if (!status.isDatabaseUp()) {
            return "the database";
        }
        if (!status.isKafkaUp()) {
            return "Kafka";
        }
        return status.waitingFor().orElse("nothing");
    }
}
