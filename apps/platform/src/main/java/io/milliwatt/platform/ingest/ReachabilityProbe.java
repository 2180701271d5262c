package io.milliwatt.platform.ingest;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jdbi.v3.core.Jdbi;

/** Asks broker and database every few seconds whether they are there. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
class ReachabilityProbe {

    private static final int EVERY_SECONDS = 2;
    private static final int ANSWER_SECONDS = 3;

    private final KafkaAccess kafka;
    private final Jdbi jdbi;
    private final IngestStatus status;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("probe-", 0).factory());
    private volatile Admin admin;

    ReachabilityProbe(KafkaAccess kafka, Jdbi jdbi, IngestStatus status) {
        this.kafka = kafka;
        this.jdbi = jdbi;
        this.status = status;
    }

    void start(@Observes StartupEvent event) {
        var _ = timer.scheduleWithFixedDelay(() -> status.kafka(kafkaAnswers()), 0, EVERY_SECONDS, TimeUnit.SECONDS);
        var _ = timer.scheduleWithFixedDelay(
                () -> status.database(databaseAnswers()), 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        if (admin != null) {
            admin.close(java.time.Duration.ofSeconds(1));
        }
    }

    private boolean kafkaAnswers() {
        try {
            if (admin == null) {
                admin = kafka.admin();
            }
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException | RuntimeException away) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean databaseAnswers() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("SELECT true").mapTo(Boolean.class).one());
        } catch (RuntimeException away) {
            return false;
        }
    }
}
