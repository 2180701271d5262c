package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.patient.Recording;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.platform.storage.CopyRows;
import io.milliwatt.platform.storage.TimePartitions;
import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.FrameIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Beats, one row for each frame of them. */
@ApplicationScoped
public class BeatTable {

    static final String NAME = "beat_block";
    private static final String COLUMNS = "node, starts_at, boot, sequence, ends_at, model_version, late, beats";
    private static final int NUMBERS_PER_BEAT = 4;
    private static final double CONFIDENCE_STEPS = 255;
    /** A node collects beats for a minute at most before it tells them. */
    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final TimePartitions partitions;

    BeatTable(Jdbi jdbi, TimePartitions partitions) {
        this.jdbi = jdbi;
        this.partitions = partitions;
    }

    /** One frame of beats; {@code startsAt} is what its first interval counts from. */
    public record Row(FrameIdentity identity, Instant startsAt, boolean late, Beats body) {
        Instant endsAt() {
            return startsAt.plusMillis(
                    body.beats().stream().mapToLong(Beats.Beat::intervalMillis).sum());
        }

        /** The beats with their times. */
        public List<Beat> beats() {
            List<Long> numbers = numbers(body);
            return BeatTable.beats(identity.node(), startsAt, body.modelVersion(), numbers.toArray(Long[]::new));
        }
    }

    public void prepare(List<Instant> times) {
        partitions.ensure(NAME, times);
    }

    public void add(Handle handle, List<Row> rows) {
        CopyRows copy = new CopyRows(rows.size());
        for (Row row : rows) {
            copy.add(row.identity().node())
                    .add(row.startsAt())
                    .add(row.identity().boot());
            copy.add(row.identity().sequence()).add(row.endsAt()).add(row.body().modelVersion());
            copy.add(row.late()).add(numbers(row.body())).endRow();
        }
        copy.into(handle, NAME, COLUMNS);
    }

    /** The beats of these nodes from one time to another, in order of time. */
    public List<Beat> between(Collection<Long> nodes, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT * FROM beat_block WHERE node = ANY(:nodes)"
                        + " AND starts_at >= :earliest AND starts_at < :to AND ends_at >= :from")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .bind("earliest", from.minus(LONGEST_BLOCK))
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> read(row))
                .stream()
                .flatMap(List::stream)
                .filter(beat -> !beat.at().isBefore(from) && beat.at().isBefore(to))
                .sorted(Comparator.comparing(Beat::at))
                .toList());
    }

    /** The beats in these recordings, in order of time. */
    public List<Beat> of(Collection<Recording> recordings) {
        return recordings.stream()
                .flatMap(part -> between(List.of(part.node()), part.from(), part.to()).stream())
                .sorted(Comparator.comparing(Beat::at))
                .toList();
    }

    private static List<Long> numbers(Beats body) {
        return body.beats().stream()
                .flatMap(beat -> Stream.of(
                        beat.intervalMillis(), (long) beat.beatClass().number(), (long) beat.confidence(), (long)
                                beat.flags()))
                .toList();
    }

    private static List<Beat> read(ResultSet row) throws SQLException {
        return beats(
                row.getLong("node"), row.getTimestamp("starts_at").toInstant(), row.getLong("model_version"), (Long[])
                        row.getArray("beats").getArray());
    }

    private static List<Beat> beats(long node, Instant startsAt, long modelVersion, Long[] numbers) {
        List<Beat> beats = new ArrayList<>(numbers.length / NUMBERS_PER_BEAT);
        Instant at = startsAt;
        for (int i = 0; i + NUMBERS_PER_BEAT <= numbers.length; i += NUMBERS_PER_BEAT) {
            at = at.plusMillis(numbers[i]);
            long flags = numbers[i + 3];
            beats.add(new Beat(
                    node,
                    at,
                    BeatClass.fromNumber(numbers[i + 1]).orElse(BeatClass.UNCLASSIFIABLE),
                    numbers[i + 2] / CONFIDENCE_STEPS,
                    (flags & Beats.ABSTAINED) != 0,
                    (flags & Beats.IN_ATRIAL_FIBRILLATION) != 0,
                    (flags & Beats.PACING_SPIKE) != 0,
                    (flags & Beats.FOUND_LATE) != 0,
                    modelVersion));
        }
        return beats;
    }
}
