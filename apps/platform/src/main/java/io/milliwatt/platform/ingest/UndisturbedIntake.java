package io.milliwatt.platform.ingest;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Since when frames come in and are stored without delay. While this app, Kafka or the database was away, a node's silence
 * says nothing about the node.
 */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
public class UndisturbedIntake {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final IngestStatus status;
    private final Clock clock;
    private Instant since;

    UndisturbedIntake(IngestStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Looks, and tells whether all was well at each look for longer than this. */
    public synchronized boolean lasted(Duration wanted) {
        Instant now = clock.instant();
        boolean undisturbed = status.isKafkaUp()
                && status.isDatabaseUp()
                && status.isAssigned()
                && status.lag().compareTo(FRESH) < 0;
        if (!undisturbed) {
            since = now;
        }
        return since.plus(wanted).isBefore(now);
    }
}
