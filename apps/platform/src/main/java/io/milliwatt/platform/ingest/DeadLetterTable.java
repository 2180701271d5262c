package io.milliwatt.platform.ingest;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Frames that could not be stored, with their reasons. */
final class DeadLetterTable {

    /** Bytes that were no use, and why, in one sentence. */
    record DeadLetter(TelemetryRecord from, String reason) {}

    private DeadLetterTable() {}

    static void add(Handle handle, List<DeadLetter> letters, Instant now) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO dead_letter (origin, reason, received_at, stored_at, bytes)"
                        + " VALUES (:origin, :reason, :received, :now, :bytes)");
        letters.forEach(letter -> batch.bind("origin", letter.from().origin())
                .bind("reason", letter.reason())
                .bind("received", letter.from().receivedAt())
                .bind("now", now)
                .bind("bytes", letter.from().bytes())
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
