package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.WaveformCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The firmware's node seen from outside: the server's own codec reads what it says. */
class NativeNodeTest {

    private static final FrameCodec CODEC = new FrameCodec();
    private static final FrameAuthenticator AUTHENTICATOR = new FrameAuthenticator(NodeKey.of(SmallNode.KEY));
    private static final long GATEWAY_START = 1_792_900_000L;
    private static final int LEARNT = 1 + SmallBundles.WINDOWS_TO_LEARN;

    private static List<Frame> decoded(List<byte[]> frames) throws FrameException {
        List<Frame> out = new ArrayList<>();
        for (byte[] frame : frames) {
            assertThat(AUTHENTICATOR.verifies(frame)).isTrue();
            out.add(CODEC.decode(frame));
        }
        return out;
    }

    private static <T extends FrameBody> List<T> bodies(List<Frame> frames, Class<T> kind) {
        return frames.stream()
                .map(Frame::body)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static byte[] acknowledgement(Frame frame, long sequence, Acknowledgement.Outcome outcome) {
        return CODEC.encode(
                Frame.of(
                        new FrameIdentity(SmallNode.NODE, GATEWAY_START, sequence),
                        Instant.ofEpochMilli(1_793_000_000_000L),
                        new Acknowledgement(frame.boot(), frame.sequence(), outcome)),
                AUTHENTICATOR);
    }

    @Test
    void aHealthyMachineGivesFeaturesAndNoEvent() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(60);
            List<Frame> frames = decoded(small.frames());
            assertThat(bodies(frames, Event.class)).isEmpty();
            List<Features> features = bodies(frames, Features.class);
            assertThat(features).hasSize(60);
            assertThat(features.subList(0, LEARNT))
                    .allMatch(each ->
                            each.has(Features.WARMING_UP) && each.verdict().isEmpty());
            assertThat(features.subList(LEARNT, 60)).allSatisfy(each -> {
                assertThat(each.qualityFlags()).isZero();
                assertThat(each.verdict()).hasValue(0);
                assertThat(each.modelVersion()).hasValue(2);
                assertThat(each.values().getFirst()).isBetween(60L, 140L);
            });
            assertThat(frames.stream().map(Frame::sequence).sorted())
                    .containsExactlyElementsOf(
                            LongStream.range(0, frames.size()).boxed().toList());
        }
    }

    @Test
    void aLouderMachineIsDamagedWithoutAnElement() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(20);
            decoded(small.frames());
            small.loud(10);
            List<Frame> frames = decoded(small.frames());
            assertThat(frames.getFirst().body()).isInstanceOf(Event.class);
            Event event = bodies(frames, Event.class).getFirst();
            assertThat(event.eventClass()).isEqualTo(1);
            assertThat(event.onset()).isTrue();
            assertThat(event.urgency()).isEqualTo(Event.Urgency.MEDIUM);
            assertThat(bodies(frames, Event.class)).hasSize(1);
        }
    }

    @Test
    void anInnerRaceIsNamedAndTheMachineHealsWithoutAGap() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(20);
            small.impulsive(4);
            Frame onset = decoded(small.frames()).getFirst();
            assertThat(onset.body()).isInstanceOfSatisfying(Event.class, event -> {
                assertThat(event.eventClass()).isEqualTo(2);
                assertThat(event.urgency()).isEqualTo(Event.Urgency.HIGH);
                assertThat(event.probability()).isGreaterThan(200);
            });
            // The cumulative anomaly takes its time to fall: the machine is damaged without a line until it has.
            small.quiet(200);
            List<Event> later = bodies(decoded(small.frames()), Event.class).stream()
                    .filter(event -> event.eventClass() != 2)
                    .toList();
            assertThat(later.stream().map(Event::onset)).containsExactly(true, false);
            assertThat(later).allMatch(event -> event.eventClass() == 1);
        }
    }

    @Test
    void anEventWithoutAnAcknowledgementRaisesTheLocalAlarmUntilOneComes() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            NativeNode node = small.node();
            small.quiet(20);
            small.loud(10);
            byte[] bytes = small.frames().getFirst();
            Frame event = CODEC.decode(bytes);
            node.delivered(bytes);
            long built = event.time().toEpochMilli();
            assertThat(node.localAlarmSignal(built + 9_999)).isFalse();
            assertThat(node.localAlarmSignal(built + 10_000)).isTrue();
            byte[] stored = acknowledgement(event, 0, Acknowledgement.Outcome.STORED);
            assertThat(node.receive(stored, built + 12_000)).isEqualTo(Reception.ACCEPTED);
            assertThat(node.localAlarmSignal(built + 12_000)).isFalse();
            assertThat(node.receive(stored, built + 13_000)).isEqualTo(Reception.SEEN_BEFORE);
        }
    }

    @Test
    void aRefusedEventKeepsTheLocalAlarmOn() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(20);
            small.loud(10);
            Frame event = CODEC.decode(small.frames().getFirst());
            small.node().receive(acknowledgement(event, 5, Acknowledgement.Outcome.REFUSED), small.now());
            assertThat(small.node().localAlarmSignal(small.now())).isTrue();
        }
    }

    @Test
    void foreignAndForgedFramesAreRefused() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(1);
            byte[] own = small.frames().getFirst();
            Frame frame = CODEC.decode(own);
            byte[] good = acknowledgement(frame, 1, Acknowledgement.Outcome.STORED);
            byte[] forged = good.clone();
            forged[forged.length - 1] ^= 1;
            assertThat(small.node().receive(forged, small.now())).isEqualTo(Reception.MAC_WRONG);
            assertThat(small.node().receive(new byte[0], small.now())).isEqualTo(Reception.NOT_WELL_FORMED);
            assertThat(small.node().receive(own, small.now())).isEqualTo(Reception.KIND_UNKNOWN);
            byte[] foreign = CODEC.encode(
                    Frame.of(
                            new FrameIdentity(1, GATEWAY_START, 2),
                            Instant.ofEpochMilli(0),
                            new Acknowledgement(1, 1, Acknowledgement.Outcome.STORED)),
                    AUTHENTICATOR);
            assertThat(small.node().receive(foreign, small.now())).isEqualTo(Reception.NOT_FOR_THIS_NODE);
            assertThat(small.node().receive(good, small.now())).isEqualTo(Reception.ACCEPTED);
        }
    }

    @Test
    void framesStayUntilTheyAreDeliveredAndComeAgainAfterTwentySeconds() {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(5);
            List<byte[]> first = small.frames();
            assertThat(small.frames()).isEmpty();
            small.node().delivered(first.getFirst());
            assertThat(small.node().heldFrames()).isEqualTo(first.size() - 1);
            small.waitMillis(20_000);
            assertThat(small.frames()).containsExactlyElementsOf(first.subList(1, first.size()));
            small.node().resend();
            assertThat(small.frames()).containsExactlyElementsOf(first.subList(1, first.size()));
        }
    }

    @Test
    void aFullStoreDropsTheOldestFramesButNeverAnEventAndCountsThem() throws FrameException {
        NodeConfiguration tight = SmallNode.configuration(1).withStoreAndIntervals(2_000, 1, 0, 1);
        try (SmallNode small = new SmallNode(tight)) {
            small.quiet(20);
            small.loud(200);
            List<Frame> frames = decoded(small.frames());
            assertThat(small.node().droppedFrames()).isGreaterThan(190);
            Event event = bodies(frames, Event.class).getFirst();
            assertThat(event.onset()).isTrue();
            List<Long> sequences = frames.stream().map(Frame::sequence).skip(1).toList();
            assertThat(sequences).isSorted();
            assertThat(sequences.getLast()).isEqualTo(small.node().droppedFrames() + frames.size() - 1);
        }
    }

    @Test
    void aCaptureOnCommandCarriesTheVeryCounts() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1).withStoreAndIntervals(1 << 16, 1000, 0, 2))) {
            small.quiet(1);
            byte[] command = CODEC.encode(
                    Frame.of(
                            new FrameIdentity(SmallNode.NODE, GATEWAY_START, 9),
                            Instant.ofEpochMilli(small.now()),
                            new Command(Command.CAPTURE_WAVEFORM, 77)),
                    AUTHENTICATOR);
            assertThat(small.node().receive(command, small.now())).isEqualTo(Reception.ACCEPTED);
            short[] counts = new short[2_300];
            for (int index = 0; index < counts.length; index++) {
                counts[index] = (short) (300 * Math.sin(index / 7.0));
            }
            small.node().samples(counts, small.now() + 2_300);
            List<WaveformBlock> blocks = bodies(decoded(small.frames()), WaveformBlock.class);
            assertThat(blocks).hasSize(2);
            for (int block = 0; block < 2; block++) {
                WaveformBlock found = blocks.get(block);
                assertThat(found.captureId()).isEqualTo(77);
                assertThat(found.blockIndex()).isEqualTo(block);
                assertThat(found.blocksInCapture()).isEqualTo(2);
                assertThat(found.sampleCount()).isEqualTo(1000);
                assertThat(found.startTime().toEpochMilli()).isEqualTo(small.now() + 1 + 1000 * block);
                assertThat(WaveformCodec.decode(found))
                        .isEqualTo(java.util.Arrays.copyOfRange(counts, 1000 * block, 1000 * block + 1000));
            }
        }
    }

    @Test
    void aStatusFrameComesAtTheStartAndEveryMinute() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(3).withStoreAndIntervals(1 << 16, 1000, 0, 1))) {
            small.quiet(1801);
            List<Status> statuses = bodies(decoded(small.frames()), Status.class);
            assertThat(statuses.stream().map(Status::uptimeSeconds)).containsExactly(0L, 60L, 120L, 180L);
            assertThat(statuses.getFirst().has(Status.BASELINE_LEARNING)).isTrue();
            assertThat(statuses.getLast().has(Status.BASELINE_LEARNING)).isFalse();
            assertThat(statuses.getLast().has(Status.LOCAL_ALARM)).isFalse();
            assertThat(statuses.getLast().modelId()).hasValue(7);
        }
    }

    @Test
    void timesTellTheOrderOfFramesBuiltInOneBurst() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(20);
            short[] fiveWindows = new short[5 * SmallBundles.WINDOW];
            for (int index = 0; index < fiveWindows.length; index++) {
                fiveWindows[index] = (short) (index % 2 == 0 ? 9_000 : -9_000);
            }
            small.node().samples(fiveWindows, small.now());
            small.node().samples(fiveWindows, small.now() + 3);
            List<Instant> times = decoded(small.frames()).stream()
                    .sorted(java.util.Comparator.comparingLong(Frame::sequence))
                    .map(Frame::time)
                    .toList();
            assertThat(times).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void theLocalAlarmSignalIsToldAtOnce() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(20);
            small.loud(5);
            Frame event = decoded(small.frames()).getFirst();
            small.loud(110);
            List<Status> statuses = bodies(decoded(small.frames()), Status.class);
            assertThat(statuses).hasSize(1).allMatch(status -> status.has(Status.LOCAL_ALARM));
            small.node().receive(acknowledgement(event, 1, Acknowledgement.Outcome.STORED), small.now());
            small.loud(1);
            assertThat(bodies(decoded(small.frames()), Status.class))
                    .hasSize(1)
                    .noneMatch(status -> status.has(Status.LOCAL_ALARM));
        }
    }

    @Test
    void framesBaselineAndTheStandingVerdictSurviveARestart() throws FrameException {
        byte[] snapshot;
        List<byte[]> held;
        try (SmallNode before = new SmallNode(SmallNode.configuration(1))) {
            before.quiet(20);
            before.loud(6);
            held = before.frames();
            snapshot = before.node().snapshot();
        }
        try (SmallNode after = new SmallNode(SmallNode.configuration(2))) {
            after.node().restore(snapshot);
            assertThat(after.node().heldFrames()).isEqualTo(held.size());
            assertThat(after.frames()).containsExactlyElementsOf(held);
            after.loud(10);
            List<Frame> later = decoded(after.frames());
            assertThat(later).allMatch(frame -> frame.boot() == 2);
            // What still stands is told again, once, right after the first frame; nothing is learnt again.
            assertThat(bodies(later, Event.class)).hasSize(1);
            Frame told = later.getFirst();
            assertThat(told.body()).isInstanceOfSatisfying(Event.class, event -> {
                assertThat(event.eventClass()).isEqualTo(1);
                assertThat(event.onset()).isTrue();
                assertThat(event.probability()).isGreaterThan(127);
            });
            assertThat(told.sequence()).isEqualTo(1);
            assertThat(bodies(later, Features.class)).noneMatch(each -> each.has(Features.WARMING_UP));
            assertThat(bodies(later, Features.class))
                    .allMatch(each -> each.verdict().orElseThrow() == 1);
        }
    }

    @Test
    void aDamagedOrForeignSnapshotChangesNothing() {
        byte[] snapshot;
        try (SmallNode before = new SmallNode(SmallNode.configuration(5))) {
            before.quiet(8);
            snapshot = before.node().snapshot();
        }
        byte[] damaged = snapshot.clone();
        damaged[damaged.length / 2] ^= 4;
        try (SmallNode after = new SmallNode(SmallNode.configuration(6))) {
            assertThatThrownBy(() -> after.node().restore(damaged)).hasMessageContaining("CRC-32");
            assertThat(after.node().heldFrames()).isZero();
            after.node().restore(snapshot);
            assertThat(after.node().heldFrames()).isPositive();
        }
        try (SmallNode same = new SmallNode(SmallNode.configuration(5))) {
            assertThatThrownBy(() -> same.node().restore(snapshot)).hasMessageContaining("out of its range");
        }
    }

    @Test
    void aNodeRefusesABundleThatIsNone() {
        assertThatThrownBy(() -> new NativeNode(SmallNode.configuration(1), new byte[100]))
                .isInstanceOf(FirmwareException.class)
                .hasMessageContaining("Node 4711 cannot start");
    }
}
