package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.firmware.NativeHeart.Beat;
import io.milliwatt.firmware.NativeHeart.Event;
import io.milliwatt.firmware.NativeHeart.Told;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a node that watches a heart tells in frames, beside what its chain finds. */
class HeartNodeTest {

    private static final int RATE_HZ = 250;
    private static final int SECONDS = 170;
    private static final long NODE = 77;
    private static final long GATEWAY_BOOT = 1_792_900_000L;
    private static final long START_MILLIS = 1_793_000_000_000L;
    private static final byte[] KEY = new byte[32];
    private static final byte[] BUNDLE = HeartBundles.atRate(RATE_HZ).unsigned();
    private static final short[] SIGNAL = TwinHeart.signal(new SplittableRandom(250), RATE_HZ, SECONDS);
    private static final List<Told> FOUND =
            TwinHeart.told(BUNDLE, RATE_HZ, MitBihRecord.NANO_MILLIVOLT_PER_COUNT, SIGNAL);

    @Test
    void everyBeatIsToldOnceWhereItWasAndWithItsClass() throws FrameException {
        List<Instant> times = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (FrameBody body : bodies(1)) {
            if (body instanceof Beats beats) {
                times.addAll(beats.times());
                beats.beats().forEach(beat -> classes.add(beat.beatClass().number()));
            }
        }
        List<Beat> found = ofType(Beat.class);
        assertThat(classes).hasSizeBetween(found.size() - 15, found.size());
        assertThat(classes)
                .isEqualTo(found.stream().map(Beat::beatClass).toList().subList(0, classes.size()));
        for (int beat = 0; beat < times.size(); beat++) {
            long expected = START_MILLIS + found.get(beat).sample() * 1_000 / RATE_HZ;
            assertThat(times.get(beat).toEpochMilli()).as("beat %d", beat).isBetween(expected - 2, expected + 2);
        }
    }

    @Test
    void everyEventIsToldWithItsUrgencyAndItsOnset() throws FrameException {
        List<Event> found = ofType(Event.class);
        List<Frame> told = frames(1).stream()
                .filter(frame -> frame.body() instanceof io.milliwatt.telemetry.Event)
                .toList();
        assertThat(told).hasSameSizeAs(found);
        for (int i = 0; i < found.size(); i++) {
            Event event = found.get(i);
            io.milliwatt.telemetry.Event body =
                    (io.milliwatt.telemetry.Event) told.get(i).body();
            assertThat(body.eventClass()).isEqualTo(event.eventClass());
            assertThat(body.onset()).isEqualTo(event.onset());
            assertThat(body.urgency().ordinal()).isEqualTo(event.urgency());
            assertThat(body.values().subList(0, 2)).containsExactly((long) event.heartRatePerMinute(), event.beats());
            if (event.onset()) {
                long onset = told.get(i).time().toEpochMilli() - body.values().get(2);
                long expected = START_MILLIS + event.sample() * 1_000 / RATE_HZ - event.millis();
                assertThat(onset).as("onset of %s", event).isBetween(expected - 30, expected + 30);
            } else {
                assertThat(body.values().get(2)).isEqualTo(event.millis());
            }
        }
    }

    @Test
    void vitalsComeEverySecondAndSayWhenNothingCanBeTold() throws FrameException {
        List<Features> vitals = new ArrayList<>();
        for (FrameBody body : bodies(1)) {
            if (body instanceof Features features) {
                vitals.add(features);
            }
        }
        assertThat(vitals).hasSize(SECONDS).allSatisfy(each -> {
            assertThat(each.recipeId()).isEqualTo(2);
            assertThat(each.values()).hasSize(9);
        });
        assertThat(vitals.getFirst().has(Features.WARMING_UP)).isTrue();
        assertThat(vitals).anyMatch(each -> each.has(Features.CANNOT_TELL));
        assertThat(vitals).anyMatch(each -> each.has(Features.FLAT_LINE));
    }

    /** Two events stand; the server stores one, and the alarm stays for the other. */
    @Test
    void eachEventIsAcknowledgedByItself() throws FrameException {
        try (NativeNode node = new NativeNode(configuration(1), BUNDLE)) {
            feed(node);
            long now = START_MILLIS + 1_000L * SECONDS + 20_000;
            List<FrameIdentity> onsets = new ArrayList<>();
            for (Frame frame : drained(node, now)) {
                if (frame.body() instanceof io.milliwatt.telemetry.Event event && event.onset()) {
                    onsets.add(frame.identity());
                }
            }
            assertThat(onsets).hasSizeGreaterThan(2);
            assertThat(node.localAlarmSignal(now)).isTrue();
            long sequence = 0;
            for (FrameIdentity onset : onsets) {
                assertThat(node.localAlarmSignal(now))
                        .as("before %s is stored", onset)
                        .isTrue();
                node.receive(stored(sequence++, onset), now);
            }
            assertThat(node.localAlarmSignal(now)).isFalse();
        }
    }

    /** A battery that falls and is charged: its voltage in the statuses, one event that begins and ends. */
    @Test
    void aLowBatteryIsAnEventOfItsOwn() throws FrameException {
        HeartWatch watch = HeartWatch.ONE_LEAD.withBatteryLow(3_500);
        try (NativeNode node = new NativeNode(configuration(1).withHeartWatch(watch), BUNDLE)) {
            for (int second = 0; second < 180; second++) {
                node.samples(
                        java.util.Arrays.copyOfRange(SIGNAL, (second % 60) * RATE_HZ, (second % 60 + 1) * RATE_HZ),
                        START_MILLIS + 1_000L * (second + 1));
                if (second % 10 == 0) {
                    node.battery(second < 120 ? 3_600 - 2 * second : 4_100);
                }
            }
            List<Frame> frames = drained(node, START_MILLIS + 180_000);
            assertThat(frames)
                    .extracting(Frame::body)
                    .filteredOn(Status.class::isInstance)
                    .map(body -> ((Status) body).batteryMillivolts())
                    .contains(OptionalLong.empty(), OptionalLong.of(4_100))
                    .anyMatch(millivolts -> millivolts.isPresent() && millivolts.getAsLong() < 3_500);
            List<io.milliwatt.telemetry.Event> events = frames.stream()
                    .filter(frame -> frame.body() instanceof io.milliwatt.telemetry.Event)
                    .map(frame -> (io.milliwatt.telemetry.Event) frame.body())
                    .filter(event -> event.eventClass() == 22)
                    .toList();
            assertThat(events).extracting(io.milliwatt.telemetry.Event::onset).containsExactlyInAnyOrder(true, false);
            // Low at 60, 70 and 80 s, good again at 120, 130 and 140 s.
            assertThat(events)
                    .anyMatch(event -> !event.onset() && event.values().get(2) == 60_000);
        }
    }

    private static byte[] stored(long sequence, FrameIdentity event) {
        Frame frame = Frame.of(
                new FrameIdentity(NODE, GATEWAY_BOOT, sequence),
                Instant.ofEpochMilli(START_MILLIS),
                new Acknowledgement(event.boot(), event.sequence(), Acknowledgement.Outcome.STORED));
        return new FrameCodec().encode(frame, new FrameAuthenticator(NodeKey.of(KEY)));
    }

    private static NodeConfiguration configuration(long boot) {
        return NodeConfiguration.heart(NODE, boot, KEY, MitBihRecord.NANO_MILLIVOLT_PER_COUNT);
    }

    private static <T extends Told> List<T> ofType(Class<T> type) {
        return FOUND.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<FrameBody> bodies(long boot) throws FrameException {
        return frames(boot).stream().map(Frame::body).toList();
    }

    private static List<Frame> frames(long boot) throws FrameException {
        try (NativeNode node = new NativeNode(configuration(boot), BUNDLE)) {
            feed(node);
            List<Frame> frames = new ArrayList<>(drained(node, START_MILLIS + 1_000L * SECONDS));
            frames.sort(
                    (a, b) -> Long.compare(a.identity().sequence(), b.identity().sequence()));
            return frames;
        }
    }

    /** In chunks of a tenth of a second, each given when its last sample was taken. */
    private static void feed(NativeNode node) {
        int chunk = RATE_HZ / 10;
        IntStream.range(0, SIGNAL.length / chunk).forEach(i -> {
            short[] samples = java.util.Arrays.copyOfRange(SIGNAL, i * chunk, (i + 1) * chunk);
            node.samples(samples, START_MILLIS + ((i + 1) * chunk - 1) * 1_000L / RATE_HZ);
        });
    }

    private static List<Frame> drained(NativeNode node, long now) throws FrameException {
        List<Frame> frames = new ArrayList<>();
        for (Optional<byte[]> frame = node.nextFrame(now); frame.isPresent(); frame = node.nextFrame(now)) {
            frames.add(new FrameCodec().decode(frame.get()));
            node.delivered(frame.get());
        }
        return frames;
    }
}
