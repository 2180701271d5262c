package io.milliwatt.workbench.check;

import java.time.Duration;
import java.time.Instant;

/** When one frame passed each place. */
public record FrameJourney(Instant builtAt, Instant receivedAt, Instant inKafkaAt, Instant storedAt, Instant shownAt) {

    double millis(Leg leg) {
        return switch (leg) {
            case NODE_TO_GATEWAY -> between(builtAt, receivedAt);
            case GATEWAY_TO_KAFKA -> between(receivedAt, inKafkaAt);
            // The app and the probe read Kafka side by side; either may be first.
            case KAFKA_TO_DATABASE -> Math.max(0, between(inKafkaAt, storedAt));
            case DATABASE_TO_CONSOLE -> Math.max(0, between(storedAt, shownAt));
            case TOTAL -> between(builtAt, shownAt);
        };
    }

    private static double between(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
