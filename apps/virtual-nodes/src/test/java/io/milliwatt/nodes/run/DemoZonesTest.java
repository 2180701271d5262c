package io.milliwatt.nodes.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.firmware.NativeNode;
import io.milliwatt.nodes.fleet.FleetFile;
import io.milliwatt.nodes.fleet.ZoneNode;
import io.milliwatt.nodes.soil.FieldScenario;
import io.milliwatt.nodes.soil.SoilFault;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.IrrigationEvent;
import io.milliwatt.telemetry.SoilQuality;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.command.IrrigationCommand.OpenValve;
import io.milliwatt.telemetry.encoding.CompactReading;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The zones of the demo by the real firmware, on a bundle that only dries: their past, a valve's opening, and their faults. */
class DemoZonesTest {
    private static final Path FLEET = Path.of("..", "workbench", "src", "main", "resources", "fleet", "demo.json");
    private static final Path BUNDLE =
            Path.of("..", "..", "device-firmware", "contract", "vectors", "bundle-soil-1.0.mwm");
    private static final long START_MILLIS = 1_796_000_000_000L;
    private static final byte[] KEY = new byte[32];

    @SuppressWarnings("unused") // by name
    private static final List<ZoneNode> ZONES = FleetFile.read(FLEET).zones();

    @TempDir
    private Path state;

    private final FrameCodec codec = new FrameCodec();
    private final Map<FrameIdentity, Frame> told = new LinkedHashMap<>();
    private final List<FrameIdentity> inElevenBytes = new ArrayList<>();
    private ZoneNode living;
    private long now = START_MILLIS;

    private ZoneNode zone(SoilFault fault) {
        return ZONES.stream()
                .filter(each -> each.field().faults().stream().anyMatch(timed -> timed.fault() == fault))
                .findFirst()
                .orElseThrow();
    }

    private ZoneNode soundZone() {
        return ZONES.stream()
                .filter(each -> each.field().faults().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private interface Story {
        void live(NativeNode node, SoilSensor sensor) throws Exception;
    }

    private void run(ZoneNode zone, Story story) throws Exception {
        living = zone;
        SoilSensor sensor =
                new SoilSensor(zone, new ZoneMemory(state, zone.nodeId()), new FaultSwitch(state, zone.nodeId()));
        try (NativeNode node = new NativeNode(SoilSensor.configuration(zone, 1, KEY), Files.readAllBytes(BUNDLE))) {
            sensor.prepare(node);
            story.live(node, sensor);
        }
    }

    private void pass(NativeNode node, SoilSensor sensor, int seconds) throws Exception {
        for (int second = 0; second < seconds; second++) {
            now += 1_000;
            sensor.feel(node, now);
            for (Optional<byte[]> bytes = node.nextFrame(now); bytes.isPresent(); bytes = node.nextFrame(now)) {
                var counters = node.identityOfFrame();
                Frame frame = heard(bytes.get(), counters.boot(), counters.sequence());
                told.put(frame.identity(), frame);
                node.delivered(counters.boot(), counters.sequence());
            }
        }
    }

    /** As the gateway does it: one in the compact form becomes what it stands for. */
    private Frame heard(byte[] bytes, long boot, long sequence) throws Exception {
        Optional<CompactReading> compact = CompactReading.of(bytes);
        if (compact.isEmpty()) {
            return codec.decode(bytes);
        }
        FrameIdentity identity = new FrameIdentity(living.nodeId(), boot, sequence);
        assertThat(compact.get().isOf(identity, new FrameAuthenticator(NodeKey.of(KEY))))
                .isTrue();
        inElevenBytes.add(identity);
        return Frame.of(
                identity,
                Instant.ofEpochMilli(now),
                compact.get()
                        .at(living.field().depthsMillimetres().stream()
                                .map(Long::valueOf)
                                .toList()));
    }

    private void open(NativeNode node, int seconds) throws Exception {
        byte[] command = codec.encode(
                Frame.of(
                        new FrameIdentity(toldBy(), 1_790_000_000L, 0),
                        Instant.ofEpochMilli(now),
                        new OpenValve(0, 1, 1, seconds, Instant.ofEpochMilli(now + 60_000)).body()),
                new FrameAuthenticator(NodeKey.of(KEY)));
        node.receive(command, now);
    }

    private long toldBy() {
        return told.keySet().iterator().next().node();
    }

    private <T> List<T> bodies(Class<T> kind) {
        List<T> found = new ArrayList<>();
        told.values().stream()
                .map(Frame::body)
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(found::add);
        return found;
    }

    private List<Event> events(IrrigationEvent event) {
        return bodies(Event.class).stream()
                .filter(each -> each.eventClass() == event.number())
                .toList();
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void aNodeKnowsItsSoilWhenRealTimeBegins(ZoneNode zone) throws Exception {
        run(zone, (node, sensor) -> pass(node, sensor, 2));
        List<SoilReading> readings = bodies(SoilReading.class);
        Frame first = told.values().stream()
                .filter(each -> each.body() instanceof SoilReading)
                .findFirst()
                .orElseThrow();
        assertThat(first.time().toEpochMilli()).isLessThan(START_MILLIS - 13 * 86_400_000L);
        assertThat(readings.size()).as("readings of a fortnight").isBetween(14, 400);
        assertThat(readings.getLast().depths()).allSatisfy(depth -> {
            assertThat(depth.forecast()).isPresent();
            assertThat(depth.waterContentPermille().getAsLong()).isBetween(60L, 480L);
        });
        assertThat(readings.getLast().daysToRefillTenths()).isPresent();
        assertThat(readings)
                .as("flags in a sound past")
                .allSatisfy(reading -> assertThat(
                                SoilQuality.of(reading.qualityFlags().orElse(0)))
                        .isEmpty());
    }

    @Test
    void aValveThatOpensWetsTheSoilAndIsMeteredAndCloses() throws Exception {
        run(soundZone(), (node, sensor) -> {
            pass(node, sensor, 2);
            long before = bodies(SoilReading.class)
                    .getLast()
                    .depths()
                    .getFirst()
                    .waterContentPermille()
                    .getAsLong();
            open(node, 1_800);
            pass(node, sensor, 1_900);
            List<ValveState> states = bodies(ValveState.class);
            assertThat(states.getLast().open()).isFalse();
            assertThat(states.getLast().cause()).isEqualTo(ValveState.Cause.FINISHED);
            assertThat(states.getLast().litres()).isBetween(445L, 455L);
            SoilReading last = bodies(SoilReading.class).getLast();
            assertThat(last.depths().getFirst().waterContentPermille().getAsLong())
                    .isGreaterThan(before);
            assertThat(SoilQuality.of(last.qualityFlags().orElse(0))).isEmpty();
        });
    }

    /** A fortnight of a rainless summer in six hours. */
    private static ZoneNode dryingFast(ZoneNode zone) {
        FieldScenario field = zone.field();
        return new ZoneNode(
                zone.nodeId(),
                new FieldScenario(
                        field.latitudeDegrees(),
                        field.utcOffsetMinutes(),
                        field.fieldCapacityPercent(),
                        field.wiltingPointPercent(),
                        field.saturationPercent(),
                        field.rootMillimetres(),
                        field.cropCoefficient(),
                        0,
                        0,
                        0,
                        field.depthsMillimetres(),
                        field.valve(),
                        List.of(),
                        field.readingSeconds(),
                        60,
                        field.historyDays(),
                        true));
    }

    /** The past has times of its own, so it goes in full; then what only the water has to tell goes in 11 bytes, and rain and valves in full. */
    @Test
    void aNodeThatIsConnectedSpeaksInElevenBytes() throws Exception {
        run(dryingFast(soundZone()), (node, sensor) -> {
            pass(node, sensor, 2);
            assertThat(bodies(SoilReading.class)).hasSizeGreaterThan(14);
            assertThat(inElevenBytes).isEmpty();
            told.clear();
            pass(node, sensor, 6 * 3_600);
        });
        List<Frame> readings = told.values().stream()
                .filter(frame -> frame.body() instanceof SoilReading)
                .toList();
        assertThat(readings.size()).as("readings in six hours").isBetween(4, 60);
        assertThat(inElevenBytes.size()).as("of which in 11 bytes").isGreaterThan(readings.size() / 2);
        assertThat(readings).allSatisfy(frame -> {
            SoilReading reading = (SoilReading) frame.body();
            boolean compact = inElevenBytes.contains(frame.identity());
            assertThat(reading.rainTenthsMillimetre().isEmpty()).isEqualTo(compact);
            assertThat(reading.depths())
                    .allSatisfy(depth ->
                            assertThat(depth.waterContentPermille().getAsLong()).isBetween(60L, 480L));
        });
    }

    @Test
    void aBlockedValveIsToldAndClosed() throws Exception {
        run(zone(SoilFault.BLOCKED), (node, sensor) -> {
            pass(node, sensor, 2);
            open(node, 1_800);
            pass(node, sensor, 180);
        });
        assertThat(events(IrrigationEvent.BLOCKED)).isNotEmpty();
        assertThat(bodies(ValveState.class).getLast().cause()).isEqualTo(ValveState.Cause.BLOCKED);
    }

    @Test
    void aLeakIsToldAndKeepsTheValveClosed() throws Exception {
        run(zone(SoilFault.LEAK), (node, sensor) -> {
            pass(node, sensor, 900);
            assertThat(events(IrrigationEvent.LEAK)).isNotEmpty();
            open(node, 600);
            pass(node, sensor, 2);
        });
        assertThat(bodies(ValveState.class).getLast().cause()).isEqualTo(ValveState.Cause.LEAK);
    }

    @Test
    void faultsCanBeSwitchedOnInAFileWhileTheNodesRun() throws Exception {
        ZoneNode zone = soundZone();
        run(zone, (node, sensor) -> {
            pass(node, sensor, 70);
            Files.writeString(state.resolve(zone.nodeId() + ".faults"), "dead-probe\n");
            pass(node, sensor, 130);
        });
        SoilReading last = bodies(SoilReading.class).getLast();
        assertThat(last.depths().getFirst().waterContentPermille()).isEmpty();
        assertThat(SoilQuality.of(last.qualityFlags().orElse(0))).containsExactly(SoilQuality.GAP);
    }

    @Test
    void theSoilIsAsItWasLeftAfterARestart() throws Exception {
        ZoneNode zone = soundZone();
        run(zone, (node, sensor) -> pass(node, sensor, 2));
        long before = bodies(SoilReading.class)
                .getLast()
                .depths()
                .getFirst()
                .waterContentPermille()
                .getAsLong();
        told.clear();
        run(zone, (node, sensor) -> pass(node, sensor, 2));
        assertThat(bodies(SoilReading.class)).hasSize(1);
        assertThat(bodies(SoilReading.class)
                        .getFirst()
                        .depths()
                        .getFirst()
                        .waterContentPermille()
                        .getAsLong())
                .isBetween(before - 8, before + 8);
    }
}
