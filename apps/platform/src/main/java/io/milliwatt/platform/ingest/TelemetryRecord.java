package io.milliwatt.platform.ingest;

import java.time.Instant;
import java.util.Optional;

/**
 * A frame's bytes as they came in.
 *
 * @param position where in Kafka; empty for a frame that came through the HTTP door
 * @param receivedAt when the gateway took it
 */
public record TelemetryRecord(byte[] bytes, Instant receivedAt, Optional<Position> position) {

    /** A place in a topic that is known by Kafka's id of it. */
    public record Position(TopicPartitionKey partition, long offset) {}

    /** The place in words, for dead letters and logs. */
    String origin() {
        return position.map(place ->
                        place.partition().topic() + "-" + place.partition().partition() + "@" + place.offset())
                .orElse("http");
    }
}
