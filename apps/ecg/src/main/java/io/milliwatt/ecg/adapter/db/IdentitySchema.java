package io.milliwatt.ecg.adapter.db;

import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema of identities up to date, apart from everything else: patients are watched whether or not anybody can be
 * told who they are.
 */
@ApplicationScoped
public class IdentitySchema {

    private static final Logger LOG = Logger.getLogger(IdentitySchema.class);

    private final Flyway flyway;
    private volatile boolean done;

    IdentitySchema(@FlywayDataSource("identity") Flyway flyway) {
        this.flyway = flyway;
    }

    /** Whether the tables are there. */
    public boolean isDone() {
        return done;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void migrate() {
        if (done) {
            return;
        }
        try {
            flyway.migrate();
            done = true;
        } catch (RuntimeException failure) {
            LOG.warnf("The identities' database is not ready (%s); trying again in 5 s.", failure.getMessage());
        }
    }
}
