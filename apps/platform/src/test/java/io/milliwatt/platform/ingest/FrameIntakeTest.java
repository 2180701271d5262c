package io.milliwatt.platform.ingest;

import static io.milliwatt.platform.ingest.NumberedFrames.event;
import static io.milliwatt.platform.ingest.NumberedFrames.features;
import static io.milliwatt.platform.ingest.NumberedFrames.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.telemetry.Acknowledgement.Outcome;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.command.NodeCommand.AcknowledgeFrame;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each frame has its effect once, whatever happens around it. */
class FrameIntakeTest {

    private static final Instant NOW = Instant.ofEpochMilli(System.currentTimeMillis());

    private final IntakeFixture fixture = new IntakeFixture();

    @Test
    void theSameBatchTwiceStoresOnce() {
        List<TelemetryRecord> batch = batch(0, 50);
        assertThat(fixture.intake.take(batch).stored()).isEqualTo(50);
        var again = fixture.intake.take(batch);
        assertThat(again.stored()).isZero();
        assertThat(again.repeated()).isEqualTo(50);
        assertThat(fixture.seen())
                .containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
        assertThat(fixture.handler.announced).hasSize(50);
    }

    @Test
    void aFrameTwiceInOneBatchStoresOnce() {
        TelemetryRecord one = record(features(0, NOW), NOW, 0);
        assertThat(fixture.intake.take(List.of(one, one)).stored()).isEqualTo(1);
        assertThat(fixture.seen()).containsExactly(0L);
    }

    @Test
    void aFailureBetweenRowsAndOffsetsLeavesNeither() {
        fixture.handler.databaseFailures = 1;
        assertThatThrownBy(() -> fixture.intake.take(batch(0, 5))).isInstanceOf(StorageUnavailableException.class);
        assertThat(fixture.seen()).isEmpty();
        assertThat(fixture.count("frame")).isZero();
        assertThat(fixture.offsets.next(NumberedFrames.PARTITION)).isEmpty();
        assertThat(fixture.handler.announced).isEmpty();

        fixture.intake.take(batch(0, 5));
        assertThat(fixture.seen()).hasSize(5);
        assertThat(fixture.offsets.next(NumberedFrames.PARTITION)).hasValue(5);
    }

    @Test
    void aPoisonedFrameBecomesADeadLetterAndTheOthersAreStored() {
        fixture.handler.poisoned.add(13L);
        List<TelemetryRecord> batch = new ArrayList<>(batch(0, 32));
        batch.add(record(new byte[] {1, 2, 3}, NOW, 32));
        var result = fixture.intake.take(batch);
        assertThat(result.stored()).isEqualTo(31);
        assertThat(fixture.seen()).hasSize(31).doesNotContain(13L);
        assertThat(fixture.deadLetters()).hasSize(2).contains("Frame 13 makes no sense.");
        assertThat(fixture.offsets.next(NumberedFrames.PARTITION)).hasValue(33);
    }

    @Test
    void offsetsNeverGoBack() {
        fixture.intake.take(batch(0, 10));
        fixture.intake.take(batch(0, 3));
        assertThat(fixture.offsets.next(NumberedFrames.PARTITION)).hasValue(10);
    }

    @Test
    void lateDataAreStoredAndMarkedLate() {
        fixture.intake.take(List.of(record(features(0, NOW.minusSeconds(3600)), NOW, 0)));
        assertThat(fixture.jdbi.<Boolean, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT late FROM seen")
                                .mapTo(Boolean.class)
                                .one()))
                .isTrue();
    }

    @Test
    void aNodeWhoseClockWasNeverSetOrIsAbsurdIsStoredOnceAllTheSame() {
        byte[] unset = features(0, Instant.ofEpochMilli(12_345));
        byte[] absurd = features(1, Instant.parse("9999-01-01T00:00:00Z"));
        for (int times = 0; times < 2; times++) {
            fixture.intake.take(List.of(record(unset, NOW, 0), record(absurd, NOW, 1)));
        }
        assertThat(fixture.seen()).containsExactly(0L, 1L);
        assertThat(fixture.deadLetters()).isEmpty();
    }

    @Test
    void aFrameOlderThanWhatIsKeptBecomesADeadLetterBecauseItCannotBeToldFromARepeat() {
        fixture.intake.take(List.of(record(features(0, NOW.minusSeconds(91 * 86_400L)), NOW, 0)));
        assertThat(fixture.seen()).isEmpty();
        assertThat(fixture.deadLetters()).singleElement().asString().contains("cannot be told from a repeat");
    }

    @Test
    void anEventIsAcknowledgedToItsNodeAndARepeatAgain() throws Exception {
        TelemetryRecord urgent = new TelemetryRecord(event(7, NOW), NOW, Optional.empty());
        fixture.intake.take(List.of(urgent));
        fixture.intake.take(List.of(record(event(7, NOW), NOW, 4)));
        List<byte[]> commands = new ArrayList<>();
        fixture.outbox.send(message -> {
            assertThat(message.topic()).isEqualTo("commands.vibration");
            assertThat(message.key()).isEqualTo("9");
            commands.add(message.value());
            return CompletableFuture.completedFuture(null);
        });
        assertThat(commands).hasSize(2);
        for (byte[] command : commands) {
            assertThat(new NodeCommandCodec().decode(command))
                    .isEqualTo(new AcknowledgeFrame(new FrameIdentity(9, 1, 7), Outcome.STORED));
        }
        assertThat(fixture.seen()).containsExactly(7L);
    }

    @Test
    void theLegsOfAStoredFrameCanBeReadBack() {
        fixture.intake.take(List.of(record(features(3, NOW), NOW.plusMillis(20), 0)));
        var legs = fixture.frames.find(new FrameIdentity(9, 1, 3)).orElseThrow();
        assertThat(legs.nodeTime()).isEqualTo(NOW);
        assertThat(legs.receivedAt()).isEqualTo(NOW.plusMillis(20));
        assertThat(fixture.frames.find(new FrameIdentity(9, 1, 4))).isEmpty();
    }

    private static List<TelemetryRecord> batch(int from, int to) {
        List<TelemetryRecord> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
            batch.add(record(features(i, NOW.plusMillis(i)), NOW, i));
        }
        return batch;
    }
}
