package io.milliwatt.platform.ingest;

import io.milliwatt.platform.ingest.DeadLetterTable.DeadLetter;
import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.telemetry.Acknowledgement.Outcome;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** One door for all frames: reads, de-duplicates, lets the app store, and moves the offsets, in one transaction. */
public final class FrameIntake {

    private final Jdbi jdbi;
    private final Clock clock;
    private final Domain domain;
    private final FrameTable frames;
    private final OffsetTable offsets;
    private final Outbox outbox;
    private final FrameHandler handler;
    private final IngestMetrics metrics;
    private final Runnable outboxFilled;
    private final FrameCodec codec = new FrameCodec();

    /** @param outboxFilled called when something was committed to the outbox */
    FrameIntake(
            Jdbi jdbi,
            Clock clock,
            Domain domain,
            FrameTable frames,
            OffsetTable offsets,
            Outbox outbox,
            FrameHandler handler,
            IngestMetrics metrics,
            Runnable outboxFilled) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.domain = domain;
        this.frames = frames;
        this.offsets = offsets;
        this.outbox = outbox;
        this.handler = handler;
        this.metrics = metrics;
        this.outboxFilled = outboxFilled;
    }

    /** What became of a batch, frame by frame in the order given. */
    public record Result(List<FrameOutcome> outcomes) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }

        public int stored() {
            return count(FrameOutcome.Stored.class);
        }

        public int repeated() {
            return count(FrameOutcome.Repeated.class);
        }

        private int count(Class<? extends FrameOutcome> kind) {
            return (int) outcomes.stream().filter(kind::isInstance).count();
        }

        Result plus(Result other) {
            return new Result(
                    Stream.concat(outcomes.stream(), other.outcomes.stream()).toList());
        }
    }

    /**
     * Stores a batch. When it returns, all of it is committed. A batch that the database refuses is halved until the
     * frame that is to blame stands alone and becomes a dead letter.
     *
     * @throws StorageUnavailableException when the database is away; part of the batch may be stored, and repeating it
     *     does no harm
     */
    public Result take(List<TelemetryRecord> records) {
        try {
            return takeTogether(records);
        } catch (RuntimeException failure) {
            if (SqlFailures.isPassing(failure)) {
                throw new StorageUnavailableException(failure);
            }
            if (records.size() > 1) {
                int half = records.size() / 2;
                return take(records.subList(0, half)).plus(take(records.subList(half, records.size())));
            }
            return bury(records.getFirst(), failure);
        }
    }

    private Result takeTogether(List<TelemetryRecord> records) {
        Reading reading = read(records);
        List<ReceivedFrame> read = reading.frames();
        frames.prepare(read);
        handler.prepare(read);
        Announcements announcements = new Announcements();
        Instant storedAt = clock.instant();
        List<ReceivedFrame> fresh = jdbi.inTransaction(handle -> {
            List<ReceivedFrame> entered = frames.enter(handle, read, storedAt);
            handler.store(handle, entered, announcements);
            DeadLetterTable.add(handle, reading.letters(), storedAt);
            outbox.add(handle, reading.acknowledgements());
            offsets.advance(handle, nextOffsets(records));
            return entered;
        });
        metrics.stored(fresh, storedAt);
        metrics.repeated(read.size() - fresh.size());
        metrics.refused(reading.letters().size());
        announcements.make();
        if (!reading.acknowledgements().isEmpty()) {
            outboxFilled.run();
        }
        return new Result(reading.outcomes(fresh));
    }

    /** Sets one record aside and goes on behind it. */
    private Result bury(TelemetryRecord record, RuntimeException failure) {
        String reason = failure instanceof UnusableFrameException
                ? failure.getMessage()
                : "The frame could not be stored: " + SqlFailures.sentence(failure);
        List<Outbox.Message> refusal = read(List.of(record)).frames().stream()
                .filter(frame -> frame.frame().body() instanceof Event)
                .map(frame -> Acknowledgements.message(domain, frame.frame().identity(), Outcome.REFUSED))
                .toList();
        try {
            jdbi.useTransaction(handle -> {
                DeadLetterTable.add(handle, List.of(new DeadLetter(record, reason)), clock.instant());
                outbox.add(handle, refusal);
                offsets.advance(handle, nextOffsets(List.of(record)));
            });
        } catch (RuntimeException unavailable) {
            throw new StorageUnavailableException(unavailable);
        }
        metrics.refused(1);
        outboxFilled.run();
        return new Result(List.of(new FrameOutcome.Refused(reason)));
    }

    /**
     * A batch as it was read.
     *
     * @param usable a frame for each record, empty for one that became a letter; the letters are in the same order
     */
    private record Reading(
            List<Optional<ReceivedFrame>> usable, List<DeadLetter> letters, List<Outbox.Message> acknowledgements) {

        List<ReceivedFrame> frames() {
            return usable.stream().flatMap(Optional::stream).toList();
        }

        void refuse(TelemetryRecord from, String reason) {
            usable.add(Optional.empty());
            letters.add(new DeadLetter(from, reason));
        }

        /** @param fresh those of {@link #frames} that were stored */
        List<FrameOutcome> outcomes(List<ReceivedFrame> fresh) {
            Set<ReceivedFrame> stored = Collections.newSetFromMap(new IdentityHashMap<>());
            stored.addAll(fresh);
            Iterator<DeadLetter> refused = letters.iterator();
            return usable.stream()
                    .<FrameOutcome>map(frame -> {
                        if (frame.isEmpty()) {
                            return new FrameOutcome.Refused(refused.next().reason());
                        }
                        return stored.contains(frame.get()) ? new FrameOutcome.Stored() : new FrameOutcome.Repeated();
                    })
                    .toList();
        }
    }

    private Reading read(List<TelemetryRecord> records) {
        Reading reading = new Reading(new ArrayList<>(records.size()), new ArrayList<>(), new ArrayList<>());
        Instant now = clock.instant();
        for (TelemetryRecord from : records) {
            try {
                ReceivedFrame frame = ReceivedFrame.of(codec.decode(from.bytes()), from);
                if (frames.isForgotten(frame, now)) {
                    reading.refuse(
                            from,
                            "The frame is of " + frame.at() + ", before anything that is still kept; "
                                    + "it cannot be told from a repeat.");
                } else {
                    reading.usable().add(Optional.of(frame));
                }
                if (frame.frame().body() instanceof Event) {
                    reading.acknowledgements()
                            .add(Acknowledgements.message(domain, frame.frame().identity(), Outcome.STORED));
                }
            } catch (FrameException notAFrame) {
                reading.refuse(from, notAFrame.getMessage());
            }
        }
        return reading;
    }

    private static Map<TopicPartitionKey, Long> nextOffsets(List<TelemetryRecord> records) {
        Map<TopicPartitionKey, Long> next = new HashMap<>();
        records.forEach(from ->
                from.position().ifPresent(place -> next.merge(place.partition(), place.offset() + 1, Math::max)));
        return next;
    }
}
