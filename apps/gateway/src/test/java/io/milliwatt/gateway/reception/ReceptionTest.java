package io.milliwatt.gateway.reception;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.gateway.TestClock;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.node.NodeExamples;
import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Event.Urgency;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UnknownBody;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // where only what Kafka was given matters
class ReceptionTest {
    private static final Status STATUS = Status.of(Domain.VIBRATION, 1);
    private static final Event EVENT = new Event(3, 200, Urgency.HIGH, true, List.of());

    private final EnrolledNode node = NodeExamples.node(7);
    private final NodeDirectory directory = new NodeDirectory();
    private final Kafka kafka = new Kafka();
    private final List<ReceivedFrame> urgent = new ArrayList<>();
    private final List<ReceivedFrame> heard = new ArrayList<>();
    private final Counts counts = new Counts();
    private final SequenceMemory memory = new SequenceMemory();
    private final Reception reception = new Reception(
            new FrameChecks(directory, new CompactReadings(memory, new ProbeDepths(), new TestClock())),
            memory,
            kafka,
            urgent::add,
            heard::add,
            counts,
            new TestClock());

    @BeforeEach
    void enrol() {
        directory.put(node);
    }

    @Test
    void aGenuineFrameIsForwardedAndAcknowledgedWhenKafkaHasIt() {
        CompletableFuture<Outcome> outcome = receive(frame(1, 0, STATUS));
        assertThat(outcome).isNotDone();
        kafka.answer();
        assertThat(outcome).isCompletedWithValue(Outcome.FORWARDED);
        assertThat(kafka.telemetry).hasSize(1);
        assertThat(counts.forwarded).isEqualTo(1);
        assertThat(counts.received).isEqualTo(1);
    }

    @Test
    void unknownKindsAndNewerMinorVersionsPass() {
        receive(frame(1, 0, new UnknownBody(99, Octets.of((byte) 0xA0))));
        Frame newer = new Frame(31, new FrameIdentity(7, 1, 1), Instant.EPOCH, STATUS);
        receive(new FrameCodec().encode(newer, new FrameAuthenticator(node.key())));
        assertThat(kafka.telemetry).hasSize(2);
    }

    @Test
    void eachCheckHasItsReasonAndTheFirstOneCounts() {
        refuses(new byte[] {1, 2, 3}, "not-well-formed");
        byte[] genuine = frame(1, 0, STATUS);
        byte[] versionTwo = genuine.clone();
        versionTwo[2] = 0x17;
        refuses(Arrays.copyOf(versionTwo, versionTwo.length - 1), "not-well-formed");
        refuses(frameOf(99, 1, 0), "unknown-node");
        directory.put(NodeExamples.node(8));
        refuses(frameOf(8, 1, 0), "foreign-node");
        directory.put(NodeExamples.node(8).revoked(Instant.EPOCH));
        refuses(frameOf(8, 1, 0), "revoked-node");
        byte[] forged = genuine.clone();
        forged[forged.length - 1] ^= 1;
        refuses(forged, "mac");
        assertThat(kafka.telemetry).isEmpty();
    }

    /** A forged repeat must not be told from a forged new frame: the MAC is checked before the memory is asked. */
    @Test
    void aForgedRepeatIsRefusedForItsMac() {
        byte[] genuine = frame(1, 0, STATUS);
        receive(genuine);
        kafka.answer();
        genuine[genuine.length - 1] ^= 1;
        refuses(genuine, "mac");
    }

    @Test
    void aRefusedFrameIsAcknowledgedOnlyWhenItsDeadLetterIsKept() {
        CompletableFuture<Outcome> outcome = receive(new byte[] {1});
        assertThat(outcome).isNotDone();
        kafka.answer();
        assertThat(outcome).isCompletedWithValue(Outcome.REFUSED);
    }

    @Test
    void aRepeatIsAcknowledgedAndNotForwardedAgain() {
        receive(frame(1, 0, STATUS));
        kafka.answer();
        assertThat(receive(frame(1, 0, STATUS))).isCompletedWithValue(Outcome.REPEATED);
        assertThat(kafka.telemetry).hasSize(1);
        assertThat(heard).as("what the rest of the gateway hears").hasSize(1);
        assertThat(counts.repeated).isEqualTo(1);
    }

    @Test
    void aRepeatOfAFrameOnItsWayWaitsForTheSameAnswer() {
        receive(frame(1, 0, STATUS));
        CompletableFuture<Outcome> second = receive(frame(1, 0, STATUS));
        assertThat(second).isNotDone();
        kafka.answer();
        assertThat(second).isCompletedWithValue(Outcome.REPEATED);
        assertThat(kafka.telemetry).hasSize(1);
    }

    @Test
    void whatKafkaDidNotTakeIsNotAcknowledgedAndMayComeAgain() {
        CompletableFuture<Outcome> first = receive(frame(1, 0, STATUS));
        kafka.fail();
        assertThat(first).isCompletedExceptionally();
        assertThat(counts.failed).isEqualTo(1);
        CompletableFuture<Outcome> again = receive(frame(1, 0, STATUS));
        kafka.answer();
        assertThat(again).isCompletedWithValue(Outcome.FORWARDED);
    }

    @Test
    void aSequenceBelowTheWindowIsAReplay() {
        receive(frame(1, 10_000, STATUS));
        kafka.answer();
        receive(frame(1, 10_000 - 8191, STATUS));
        kafka.answer();
        assertThat(kafka.telemetry).hasSize(2);
        refuses(frame(1, 10_000 - 8192, STATUS), "replay");
    }

    @Test
    void framesOfThePreviousBootStillPassAndThoseBeforeTheLastFourAreReplays() {
        for (long boot = 10; boot <= 13; boot++) {
            receive(frame(boot, 0, STATUS));
            kafka.answer();
        }
        receive(frame(12, 1, STATUS));
        kafka.answer();
        assertThat(kafka.telemetry).hasSize(5);
        refuses(frame(9, 0, STATUS), "replay");
        receive(frame(14, 0, STATUS));
        kafka.answer();
        refuses(frame(10, 0, STATUS), "replay");
    }

    @Test
    void anEventTakesTheUrgentPathAtOnceAndAgainWithEachRepeat() {
        receive(frame(1, 0, EVENT));
        assertThat(urgent).hasSize(1);
        kafka.answer();
        receive(frame(1, 0, EVENT));
        assertThat(urgent).hasSize(2);
        receive(frame(1, 1, STATUS));
        assertThat(urgent).hasSize(2);
    }

    @Test
    void beatsAndVitalsOfAHeartMonitorPassAndOnlyItsEventIsUrgent() {
        OptionalLong none = OptionalLong.empty();
        receive(frame(1, 0, new Beats(Instant.EPOCH, List.of(new Beats.Beat(0, BeatClass.VENTRICULAR, 200, 0)), 1)));
        receive(frame(
                1,
                1,
                new SensorVitals(
                        Instant.EPOCH,
                        OptionalLong.of(960),
                        none,
                        none,
                        none,
                        Optional.empty(),
                        none,
                        Optional.empty())));
        assertThat(urgent).isEmpty();
        receive(frame(1, 2, new Event(3, 231, Urgency.HIGH, true, List.of(176L, 5L, 1704L))));
        assertThat(urgent).hasSize(1);
        assertThat(kafka.telemetry).hasSize(3);
        assertThat(kafka.deadLetters).isEmpty();
    }

    @Test
    void aForgedEventDoesNotTakeTheUrgentPath() {
        byte[] forged = frame(1, 0, EVENT);
        forged[forged.length - 1] ^= 1;
        refuses(forged, "mac");
        assertThat(urgent).isEmpty();
    }

    @Test
    void theMemorySurvivesARestartThroughItsStore() {
        receive(frame(3, 17, STATUS));
        kafka.answer();
        List<WindowState> stored = new ArrayList<>();
        memory.writeBack(new WindowsInMemory(stored));
        SequenceMemory restarted = new SequenceMemory();
        restarted.load(new WindowsInMemory(stored));
        assertThat(restarted.newest(7)).hasValueSatisfying(state -> {
            assertThat(state.boot()).isEqualTo(3);
            assertThat(state.highest()).isEqualTo(17);
        });
        Reception after = new Reception(
                new FrameChecks(directory, new CompactReadings(restarted, new ProbeDepths(), new TestClock())),
                restarted,
                kafka,
                urgent::add,
                heard::add,
                counts,
                new TestClock());
        assertThat(after.receive(node, frame(3, 17, STATUS)).toCompletableFuture())
                .isCompletedWithValue(Outcome.REPEATED);
        memory.writeBack(new WindowsInMemory(stored));
        assertThat(stored).as("nothing changed since").hasSize(1);
    }

    @Test
    void aStoreThatFailedIsWrittenToAgain() {
        receive(frame(3, 17, STATUS));
        kafka.answer();
        try {
            memory.writeBack(new WindowStore() {
                @Override
                public List<WindowState> all() {
                    return List.of();
                }

                @Override
                public void replace(List<WindowState> states) {
                    throw new IllegalStateException("the database is away");
                }
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("away");
        }
        List<WindowState> stored = new ArrayList<>();
        memory.writeBack(new WindowsInMemory(stored));
        assertThat(stored).hasSize(1);
    }

    private void refuses(byte[] bytes, String reason) {
        int before = kafka.deadLetters.size();
        receive(bytes);
        assertThat(kafka.deadLetters).hasSize(before + 1);
        assertThat(kafka.deadLetters.getLast().refusal().reason()).isEqualTo(reason);
        assertThat(kafka.deadLetters.getLast().refusal().sentence()).endsWith(".");
        assertThat(kafka.deadLetters.getLast().bytes()).isEqualTo(bytes);
        kafka.answer();
    }

    private CompletableFuture<Outcome> receive(byte[] bytes) {
        return reception.receive(node, bytes).toCompletableFuture();
    }

    private byte[] frame(long boot, long sequence, FrameBody body) {
        Frame frame = Frame.of(new FrameIdentity(7, boot, sequence), Instant.EPOCH, body);
        return new FrameCodec().encode(frame, new FrameAuthenticator(node.key()));
    }

    private static byte[] frameOf(long number, long boot, long sequence) {
        Frame frame = Frame.of(new FrameIdentity(number, boot, sequence), Instant.EPOCH, STATUS);
        return new FrameCodec().encode(frame, new FrameAuthenticator(NodeExamples.key(number)));
    }

    /** Answers only when told to. */
    private static final class Kafka implements FrameForwarder {
        private final List<ReceivedFrame> telemetry = new ArrayList<>();
        private final List<RefusedFrame> deadLetters = new ArrayList<>();
        private final List<CompletableFuture<Void>> open = new ArrayList<>();

        @Override
        public CompletionStage<Void> forward(ReceivedFrame frame) {
            telemetry.add(frame);
            return stage();
        }

        @Override
        public CompletionStage<Void> deadLetter(RefusedFrame frame) {
            deadLetters.add(frame);
            return stage();
        }

        private CompletionStage<Void> stage() {
            CompletableFuture<Void> stage = new CompletableFuture<>();
            open.add(stage);
            return stage;
        }

        void answer() {
            open.forEach(stage -> stage.complete(null));
            open.clear();
        }

        void fail() {
            open.forEach(stage -> stage.completeExceptionally(new IllegalStateException("the broker is gone")));
            open.clear();
        }
    }

    private static final class Counts implements ReceptionRecord {
        private int received;
        private int forwarded;
        private int repeated;
        private int failed;

        @Override
        public void received() {
            received++;
        }

        @Override
        public void forwarded(ReceivedFrame frame, Duration took) {
            forwarded++;
        }

        @Override
        public void repeated(ReceivedFrame frame) {
            repeated++;
        }

        @Override
        public void refused(RefusedFrame frame) {}

        @Override
        public void failed(ReceivedFrame frame) {
            failed++;
        }
    }

    private record WindowsInMemory(List<WindowState> stored) implements WindowStore {
        @Override
        public List<WindowState> all() {
            return stored;
        }

        @Override
        public void replace(List<WindowState> states) {
            stored.addAll(states);
        }
    }
}
