package io.milliwatt.platform.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.platform.storage.TestDatabase;
import io.milliwatt.telemetry.Domain;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** An intake on a database of its own. */
final class IntakeFixture {

    final Jdbi jdbi = TestDatabase.fresh();
    final RecordingHandler handler = new RecordingHandler();
    final OffsetTable offsets = new OffsetTable(jdbi, "vibration");
    final Outbox outbox = new Outbox(jdbi, Clock.systemUTC());
    final FrameTable frames = new FrameTable(jdbi, TestDatabase.partitions(jdbi));
    final FrameIntake intake = new FrameIntake(
            jdbi,
            Clock.systemUTC(),
            Domain.VIBRATION,
            frames,
            offsets,
            outbox,
            handler,
            new IngestMetrics(new SimpleMeterRegistry()),
            () -> {});

    IntakeFixture() {
        // No key: a frame that were stored twice would be there twice.
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE seen (sequence bigint, late boolean)"));
    }

    List<Long> seen() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT sequence FROM seen ORDER BY sequence")
                .mapTo(Long.class)
                .list());
    }

    List<String> deadLetters() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT reason FROM dead_letter ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
