package io.milliwatt.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Partitions are there when rows come, and gone when their rows are past keeping. */
class TimePartitionsTest {

    private final Jdbi jdbi = TestDatabase.fresh();

    @Test
    void partitionsOfAnyDayAreMadeOnDemandAndTwiceDoesNoHarm() {
        Instant old = Instant.parse("2026-03-01T23:59:59.999Z");
        TestDatabase.partitions(jdbi).ensure("features", List.of(old, old.plusMillis(1)));
        TestDatabase.partitions(jdbi).ensure("features", List.of(old));
        assertThat(partitionsOf("features")).containsExactly("features_20260301", "features_20260302");
    }

    @Test
    void maintenanceMakesTheNextDaysAndDropsWhatIsOlderThanRetention() {
        Instant now = Instant.parse("2026-06-15T12:00:00Z");
        TimePartitions partitions = TestDatabase.partitions(jdbi);
        partitions.ensure("features", List.of(now.minusSeconds(92 * 86_400L), now.minusSeconds(89 * 86_400L)));
        partitions.maintain(now);
        assertThat(partitionsOf("features"))
                .containsExactly(
                        "features_20260318",
                        "features_20260615",
                        "features_20260616",
                        "features_20260617",
                        "features_20260618");
        assertThat(partitionsOf("trend_minute")).containsExactly("trend_minute_20260601");
        assertThat(partitionsOf("frame")).contains("frame_clock_unset", "frame_clock_absurd");
    }

    private List<String> partitionsOf(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT c.relname FROM pg_inherits i"
                        + " JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = to_regclass(:table) ORDER BY 1")
                .bind("table", table)
                .mapTo(String.class)
                .list());
    }
}
