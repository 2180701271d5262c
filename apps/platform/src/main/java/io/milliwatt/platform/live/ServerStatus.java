package io.milliwatt.platform.live;

import io.milliwatt.platform.ingest.IngestStatus;

/**
 * How the server is doing.
 *
 * @param kafka {@code up} or {@code down}
 * @param database {@code up} or {@code down}
 * @param lagMillis age of the newest stored record while others wait behind it
 */
public record ServerStatus(String kafka, String database, long lagMillis, String version) {

    static ServerStatus of(IngestStatus status, String version) {
        return new ServerStatus(
                status.isKafkaUp() ? "up" : "down",
                status.isDatabaseUp() ? "up" : "down",
                status.lag().toMillis(),
                version);
    }
}
