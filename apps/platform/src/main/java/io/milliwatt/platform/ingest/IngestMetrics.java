package io.milliwatt.platform.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts frames and times the legs of their way; late frames are counted and not timed. */
final class IngestMetrics {

    private final Counter stored;
    private final Counter late;
    private final Counter repeated;
    private final Counter refused;
    private final Timer nodeToReceived;
    private final Timer receivedToStored;

    IngestMetrics(MeterRegistry registry) {
        stored = registry.counter("milliwatt.frames", "outcome", "stored");
        late = registry.counter("milliwatt.frames.late");
        repeated = registry.counter("milliwatt.frames", "outcome", "repeated");
        refused = registry.counter("milliwatt.frames", "outcome", "refused");
        nodeToReceived = leg(registry, "node-to-received");
        receivedToStored = leg(registry, "received-to-stored");
    }

    static Timer leg(MeterRegistry registry, String leg) {
        return Timer.builder("milliwatt.leg")
                .description("Time that frames spend on one leg from node to page")
                .tag("leg", leg)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void stored(List<ReceivedFrame> frames, Instant storedAt) {
        stored.increment(frames.size());
        for (ReceivedFrame frame : frames) {
            if (frame.late()) {
                late.increment();
            } else {
                nodeToReceived.record(positive(Duration.between(frame.at(), frame.receivedAt())));
                receivedToStored.record(positive(Duration.between(frame.receivedAt(), storedAt)));
            }
        }
    }

    void repeated(int count) {
        repeated.increment(count);
    }

    void refused(int count) {
        refused.increment(count);
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
