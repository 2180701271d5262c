package io.milliwatt.nodes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.milliwatt.models.ReleasedModels;
import io.milliwatt.nodes.emulator.EmulatedNode;
import io.milliwatt.nodes.emulator.Emulator;
import io.milliwatt.nodes.fleet.FleetFile;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.fleet.SignalSource;
import io.milliwatt.nodes.link.FakeGateway;
import io.milliwatt.nodes.link.GatewayAddress;
import io.milliwatt.nodes.link.GatewayLink;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.UpdateState.Slot;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FragmentCodec;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.transport.MqttTopics;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The firmware on an emulated Cortex-M4, its frames over its UART, through the bridge, to an MQTT endpoint and back. */
class EmulatedNodeTest {
    private static final Path FIRMWARE = Path.of("..", "..", "device-firmware");
    private static final Path FLEET = Path.of("..", "workbench", "src", "main", "resources", "fleet", "demo.json");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "secret";
    private static final long NEXT_VERSION = 4711;
    private static final byte[] FACTORY =
            ReleasedModels.newest("vibration").orElseThrow().bundle();
    private static final byte[] NEXT =
            BundleWriter.of(FACTORY).withModelVersion(NEXT_VERSION).unsigned();

    @TempDir
    private Path folder;

    private final FrameCodec codec = new FrameCodec();
    private final byte[] key = new byte[NodeKey.BYTES];
    private int read;
    private long sequence;

    /** Building takes some seconds where it was not done before; the Mbed TLS archive may have to be fetched. */
    @BeforeAll
    static void buildTheProgram() throws Exception {
        assumeTrue(Emulator.installed().isPresent(), "qemu-system-arm is not installed, so no node was emulated");
        assumeTrue(isOnPath("arm-none-eabi-gcc"), "arm-none-eabi-gcc is not installed, so no node was emulated");
        Process make = new ProcessBuilder("make", "-s", "-C", FIRMWARE.toString(), "emulated-node")
                .redirectErrorStream(true)
                .start();
        String output = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = make.waitFor();
        assumeTrue(!output.contains("could not be fetched"), output);
        assertThat(status).as(output).isZero();
    }

    @Test
    void anEmulatedNodeReportsTakesAModelAndTellsItsHash() throws Exception {
        NodeScenario scenario = FleetFile.read(FLEET).machines().getFirst();
        try (FakeGateway gateway = new FakeGateway(PASSWORD)) {
            int port = gateway.listen(0);
            EmulatedStart start = new EmulatedStart(
                    scenario,
                    key,
                    new NodeMemory(folder, scenario.nodeId()),
                    new NodeModels(FACTORY, List.of()),
                    SignalSource.physical().of(scenario, MachineSensor.SAMPLE_RATE_HZ),
                    folder.resolve("board"),
                    FIRMWARE.resolve("build/m4/node.elf"));
            try (EmulatedNode node = new EmulatedNode(scenario.nodeId(), start, System::currentTimeMillis)
                    .start(downlink -> GatewayLink.open(
                            new GatewayAddress("127.0.0.1", port), scenario.nodeId(), PASSWORD, downlink))) {
                await().atMost(PATIENCE).until(() -> saidBy(gateway).anyMatch(Features.class::isInstance));
                assertThat(node.isConnected()).isTrue();
                assertThat(hashes(gateway)).containsExactly(hash(FACTORY));
                update(gateway, scenario.nodeId());
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(hashes(gateway)).contains(hash(NEXT)));
                await().atMost(PATIENCE).until(() -> states(gateway).anyMatch(Slot.CONFIRMED::equals));
            }
            assertThat(folder.resolve("board/snapshot.bin"))
                    .as("kept when it was told to end")
                    .isNotEmptyFile();
            assertThat(Files.size(folder.resolve("board/flash.bin"))).isEqualTo(163_840);
        }
    }

    /** Offers the model and sends what the node lacks until it has all. */
    private void update(FakeGateway gateway, long node) {
        ModelOffer offer = new ModelOffer(9, 1, NEXT_VERSION, NEXT.length, Octets.of(sha256(NEXT)), 200, 1);
        FragmentCodec fragments = new FragmentCodec(new FrameAuthenticator(NodeKey.of(key)));
        String topic = MqttTopics.down(node);
        read = gateway.received().size();
        gateway.send(topic, frame(node, offer));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            for (FrameBody body : news(gateway)) {
                if (body instanceof MissingFragments missing) {
                    missing.indices().forEach(index -> gateway.send(topic, fragments.encode(offer, NEXT, index)));
                    gateway.send(topic, frame(node, offer));
                }
                if (body instanceof UpdateState state && state.state() != Slot.EMPTY) {
                    return true;
                }
            }
            return false;
        });
    }

    private byte[] frame(long node, FrameBody body) {
        Frame frame = Frame.of(new FrameIdentity(node, 1, sequence++), Instant.now(), body);
        return codec.encode(frame, new FrameAuthenticator(NodeKey.of(key)));
    }

    private List<FrameBody> news(FakeGateway gateway) {
        List<FrameBody> news =
                gateway.received().stream().skip(read).map(this::body).toList();
        read += news.size();
        return news;
    }

    private Stream<FrameBody> saidBy(FakeGateway gateway) {
        return gateway.received().stream().map(this::body);
    }

    private Stream<Slot> states(FakeGateway gateway) {
        return saidBy(gateway).filter(UpdateState.class::isInstance).map(body -> ((UpdateState) body).state());
    }

    private List<Octets> hashes(FakeGateway gateway) {
        return saidBy(gateway)
                .filter(Status.class::isInstance)
                .map(body -> ((Status) body).bundleDigest().orElseThrow())
                .distinct()
                .toList();
    }

    private FrameBody body(byte[] bytes) {
        assertThat(new FrameAuthenticator(NodeKey.of(key)).verifies(bytes)).isTrue();
        try {
            return codec.decode(bytes).body();
        } catch (FrameException broken) {
            throw new AssertionError("the board sent no frame", broken);
        }
    }

    private static Octets hash(byte[] bundle) {
        return Octets.ofRange(sha256(bundle), 0, Status.BUNDLE_DIGEST_BYTES);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isOnPath(String program) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
