package io.milliwatt.nodes.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.firmware.NativeNode;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.nodes.fleet.FleetFile;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.fleet.SignalSource;
import io.milliwatt.nodes.signal.DamagedPart;
import io.milliwatt.nodes.signal.Digitizer;
import io.milliwatt.nodes.signal.SensorSignal;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The demo's story, told by the real firmware and the released model, faster than real time and without a network. */
class DemoFleetTest {
    private static final Path FLEET = Path.of("..", "workbench", "src", "main", "resources", "fleet", "demo.json");

    @SuppressWarnings("unused") // by name
    private static final List<NodeScenario> MACHINES = FleetFile.read(FLEET).machines();

    private static final byte[] BUNDLE =
            ReleasedModels.newest("vibration").orElseThrow().bundle();
    private static final long START_MILLIS = 1_800_000_000_000L;
    private static final int WATCHED_SECONDS = 150;

    /** From the first sample: what the demo's minute leaves after the programs have started. */
    private static final long ALARM_LIMIT_MILLIS = 32_000;

    private final FrameCodec codec = new FrameCodec();

    @ParameterizedTest
    @FieldSource("MACHINES")
    void aMachineRaisesAnEventExactlyWhenItsBearingIsDamaged(NodeScenario machine) throws Exception {
        List<Frame> onsets = onsets(machine);

        if (machine.signal().damage().isEmpty()) {
            assertThat(onsets).isEmpty();
        } else {
            assertThat(onsets).isNotEmpty();
            assertThat(onsets.getFirst().time().toEpochMilli() - START_MILLIS).isBetween(18_000L, ALARM_LIMIT_MILLIS);
        }
    }

    @Test
    void theWatchedMachineEndsUpWithTheRightPartNamed() throws Exception {
        NodeScenario watched = MACHINES.stream()
                .filter(machine -> machine.signal().damage().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(watched.signal().damage())
                .get()
                .satisfies(damage -> assertThat(damage.part()).isEqualTo(DamagedPart.OUTER_RACE));

        Event last = (Event) onsets(watched).getLast().body();

        long outerRace = 3;
        assertThat(last.eventClass()).isEqualTo(outerRace);
    }

    /** The onset events of some minutes, by the physical model alone. */
    private List<Frame> onsets(NodeScenario machine) throws Exception {
        SensorSignal signal = SignalSource.physical().of(machine, MachineSensor.SAMPLE_RATE_HZ);
        double[] accelerationG = new double[(int) MachineSensor.SAMPLE_RATE_HZ];
        short[] counts = new short[accelerationG.length];
        List<Frame> onsets = new ArrayList<>();
        try (NativeNode node = new NativeNode(MachineSensor.configuration(machine, 1, new byte[32]), BUNDLE)) {
            for (int second = 1; second <= WATCHED_SECONDS; second++) {
                signal.next(accelerationG);
                Digitizer.SIXTEEN_G.convert(accelerationG, counts);
                long now = START_MILLIS + 1000L * second;
                node.shaftSpeed((int) Math.round(1000 * signal.shaftSpeedHz()));
                node.samples(counts, now);
                for (Optional<byte[]> bytes = node.nextFrame(now); bytes.isPresent(); bytes = node.nextFrame(now)) {
                    Frame frame = codec.decode(bytes.get());
                    node.delivered(bytes.get());
                    if (frame.body() instanceof Event event && event.onset() && !contains(onsets, frame)) {
                        onsets.add(frame);
                    }
                }
            }
        }
        return onsets;
    }

    /** An event comes again until the server has acknowledged it, and nobody does here. */
    private static boolean contains(List<Frame> frames, Frame frame) {
        return frames.stream().anyMatch(known -> known.identity().equals(frame.identity()));
    }
}
