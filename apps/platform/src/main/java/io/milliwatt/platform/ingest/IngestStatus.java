package io.milliwatt.platform.ingest;

import java.time.Duration;
import java.util.Optional;

/** How the way in is doing; written by the consumer's thread and the probes, read by health checks and pages. */
public final class IngestStatus {

    private volatile boolean kafkaUp;
    private volatile boolean databaseUp;
    private volatile boolean assigned;
    private volatile Duration lag = Duration.ZERO;
    private volatile Optional<String> waitingFor = Optional.of("the first partitions to be assigned");

    public boolean isKafkaUp() {
        return kafkaUp;
    }

    public boolean isDatabaseUp() {
        return databaseUp;
    }

    /** Whether Kafka has given this app partitions to read. */
    public boolean isAssigned() {
        return assigned;
    }

    /** Age of the newest stored record while others wait behind it; zero when none wait. */
    public Duration lag() {
        return lag;
    }

    /** What the consumer waits for, to be read behind "waiting for"; empty while all is well. */
    public Optional<String> waitingFor() {
        return waitingFor;
    }

    void kafka(boolean up) {
        kafkaUp = up;
    }

    void database(boolean up) {
        databaseUp = up;
    }

    void assigned(boolean now) {
        assigned = now;
    }

    void lag(Duration now) {
        lag = now;
    }

    void waiting(String what) {
        waitingFor = Optional.of(what);
    }

    void running() {
        waitingFor = Optional.empty();
    }
}
