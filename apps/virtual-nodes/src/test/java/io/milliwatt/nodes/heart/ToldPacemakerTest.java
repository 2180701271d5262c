package io.milliwatt.nodes.heart;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.firmware.HeartWatch;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.firmware.Reception;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.PatientTold;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.command.HeartCommand.TellPatient;
import io.milliwatt.telemetry.command.NodeCommand;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The station tells a node of a pacemaker that nobody configured it for: from its record by the gateway's frame to marked beats. */
class ToldPacemakerTest {
    private static final int RATE_HZ = 360;
    private static final int NODE = 209;
    private static final long GATEWAY_BOOT = 1_792_900_000L;
    private static final byte[] KEY = new byte[32];
    private static final FrameAuthenticator AUTHENTICATOR = new FrameAuthenticator(NodeKey.of(KEY));
    private static final FrameCodec CODEC = new FrameCodec();
    private static final PatientTold PACED = new PatientTold(17, true);

    private final HeartSignal signal =
            new HeartSignal(HeartScenario.sinus(75).with(new Episode(Rhythm.PACED, 70, 0, 1_000, 0)), RATE_HZ, 7);
    private long nowMillis = 1_793_000_000_000L;
    private long downlinks;

    @Test
    void itsBeatsAreMarkedAndTheNodeConfirmsAlsoAfterARestart() throws FrameException {
        byte[] bundle = ReleasedModels.newest("ecg").orElseThrow().bundle();
        byte[] kept;
        try (NativeNode node = new NativeNode(configuration(1), bundle)) {
            List<Frame> untold = watch(node, 30);
            assertThat(beats(untold)).isNotEmpty().noneMatch(beat -> beat.has(Beats.PACING_SPIKE));
            assertThat(statuses(untold)).allMatch(status -> status.patient().isEmpty());

            assertThat(tell(node, PACED)).isEqualTo(Reception.ACCEPTED);
            List<Frame> told = watch(node, 40);
            assertThat(statuses(told).getFirst().patient()).contains(PACED);
            assertThat(beats(told).stream()
                            .filter(beat -> beat.has(Beats.PACING_SPIKE))
                            .count())
                    .isGreaterThan(beats(told).size() / 2);

            assertThat(tell(node, PACED)).isEqualTo(Reception.ACCEPTED);
            assertThat(statuses(frames(node))).isEmpty();
            kept = node.snapshot();
        }
        try (NativeNode again = new NativeNode(configuration(2), bundle)) {
            again.restore(kept);
            assertThat(statuses(watch(again, 1)).getFirst().patient()).contains(PACED);
        }
    }

    private static NodeConfiguration configuration(long boot) {
        return NodeConfiguration.heart(NODE, boot, KEY, ElectrodeConverter.NANO_MILLIVOLT_PER_COUNT)
                .withHeartWatch(HeartWatch.ONE_LEAD);
    }

    /** As the gateway does it: the app's record becomes the body of a frame of its own. */
    private Reception tell(NativeNode node, PatientTold patient) throws FrameException {
        NodeCommandCodec records = new NodeCommandCodec();
        NodeCommand command = records.decode(records.encode(new TellPatient(NODE, patient)));
        Frame frame = Frame.of(
                new FrameIdentity(NODE, GATEWAY_BOOT, downlinks++), Instant.ofEpochMilli(nowMillis), command.body());
        return node.receive(CODEC.encode(frame, AUTHENTICATOR), nowMillis);
    }

    private List<Frame> watch(NativeNode node, int seconds) throws FrameException {
        double[] lead = new double[RATE_HZ];
        short[] counts = new short[RATE_HZ];
        List<Frame> frames = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            signal.next(lead, new double[RATE_HZ]);
            ElectrodeConverter.convert(lead, counts);
            nowMillis += 1_000;
            node.samples(counts, nowMillis);
            frames.addAll(frames(node));
        }
        return frames;
    }

    private List<Frame> frames(NativeNode node) throws FrameException {
        List<Frame> frames = new ArrayList<>();
        for (Optional<byte[]> next = node.nextFrame(nowMillis); next.isPresent(); next = node.nextFrame(nowMillis)) {
            frames.add(CODEC.decode(next.get()));
            node.delivered(next.get());
        }
        return frames;
    }

    private static List<Beats.Beat> beats(List<Frame> frames) {
        return frames.stream()
                .map(Frame::body)
                .filter(Beats.class::isInstance)
                .flatMap(body -> ((Beats) body).beats().stream())
                .toList();
    }

    private static List<Status> statuses(List<Frame> frames) {
        return frames.stream()
                .map(Frame::body)
                .filter(Status.class::isInstance)
                .map(Status.class::cast)
                .toList();
    }
}
