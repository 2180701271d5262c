package io.milliwatt.platform.storage;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema of the default data source up to date in the background and tries again until it succeeds, so that an app that starts before its
 * database waits for it instead of dying. {@link SchemaReady} is fired once, when all is in place.
 */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.storage", stringValue = "true")
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final TimePartitions partitions;
    private final Event<SchemaReady> ready;
    private final Clock clock;
    private volatile boolean done;
    private volatile boolean announced;
    private volatile Thread worker;

    SchemaMigration(Flyway flyway, TimePartitions partitions, Event<SchemaReady> ready, Clock clock) {
        this.flyway = flyway;
        this.partitions = partitions;
        this.ready = ready;
        this.clock = clock;
    }

    /** Whether the tables are there. */
    public boolean isDone() {
        return done;
    }

    /** Whether all who wait for the tables have had their turn, such as whoever sets up the users; until then nobody can log in. */
    public boolean isAnnounced() {
        return announced;
    }

    void start(@Observes StartupEvent event) {
        worker = Thread.ofPlatform().daemon().name("schema-migration").start(this::migrateUntilDone);
    }

    void stop(@Observes ShutdownEvent event) {
        worker.interrupt();
    }

    /** Makes the partitions of the coming days and drops those past keeping, long before midnight of any day. */
    @Scheduled(every = "6h", delayed = "6h")
    void maintain() {
        if (done) {
            partitions.maintain(clock.instant());
        }
    }

    private void migrateUntilDone() {
        while (!done && !Thread.currentThread().isInterrupted()) {
            try {
                flyway.migrate();
                partitions.maintain(clock.instant());
                done = true;
                announce();
            } catch (RuntimeException failure) {
                LOG.warnf(
                        "The database is not ready (%s); trying again in %d s.",
                        failure.getMessage(), PAUSE.toSeconds());
                sleep();
            }
        }
    }

    private void announce() {
        try {
            ready.fire(new SchemaReady());
        } finally {
            announced = true;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
