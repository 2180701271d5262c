package io.milliwatt.gateway.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.milliwatt.gateway.TestClock;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.node.NodeExamples;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract's examples come as from their node, of which the gateway remembers this and that. */
class CompactReadingsTest {
    private static final Path VECTORS = Path.of("../../device-firmware/contract/vectors");
    private static final int NODE = 4_711;
    private static final FrameCodec CODEC = new FrameCodec();

    private final EnrolledNode node = node();
    private final NodeDirectory directory = new NodeDirectory();
    private final SequenceMemory memory = new SequenceMemory();
    private final ProbeDepths depths = new ProbeDepths();
    private final FrameChecks checks = new FrameChecks(directory, new CompactReadings(memory, depths, new TestClock()));

    private static EnrolledNode node() {
        byte[] key = new byte[NodeKey.BYTES];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 7 + 1);
        }
        EnrolledNode any = NodeExamples.node(NODE);
        return new EnrolledNode(
                NODE,
                0,
                any.name(),
                Domain.IRRIGATION,
                any.password(),
                NodeKey.of(key),
                Instant.EPOCH,
                Optional.empty());
    }

    private static byte[] vector(String name) {
        try {
            return Files.readAllBytes(VECTORS.resolve("compact-" + name + ".bin"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    @BeforeEach
    void enrol() {
        directory.put(node);
    }

    private void remember(long boot, long highest) {
        memory.of(NODE).restore(new WindowState(NODE, boot, highest, new byte[SequenceWindow.BYTES]));
    }

    private void tellDepths(long boot, List<Long> millimetres) {
        SoilReading reading = SoilReading.of(
                millimetres.stream()
                        .map(depth -> SoilReading.AtDepth.of(depth, 250, 1_500))
                        .toList(),
                OptionalLong.empty(),
                OptionalLong.empty());
        Frame frame = Frame.of(new FrameIdentity(NODE, boot, 1), Instant.EPOCH, reading);
        assertThat(checks.judge(NODE, CODEC.encode(frame, new FrameAuthenticator(node.key()))))
                .isInstanceOf(Verdict.Genuine.class);
    }

    private String reason(byte[] bytes) {
        return checks.judge(NODE, bytes) instanceof Verdict.Refused(Refusal refusal) ? refusal.reason() : "taken";
    }

    @Test
    void itBecomesTheFullFrameThatItStandsFor() throws Exception {
        remember(12, 299);
        tellDepths(12, List.of(100L, 200L, 300L));
        Verdict verdict = checks.judge(NODE, vector("plain"));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Genuine.class, genuine -> {
            assertThat(genuine.frame().identity()).isEqualTo(new FrameIdentity(NODE, 12, 300));
            assertThat(genuine.frame().time()).isEqualTo(new TestClock().instant());
            SoilReading reading = (SoilReading) genuine.frame().body();
            assertThat(reading.depths())
                    .extracting(SoilReading.AtDepth::depthMillimetres)
                    .containsExactly(100L, 200L, 300L);
            assertThat(reading.depths().get(1).waterContentPermille()).hasValue(310);
        });
        byte[] whole = ((Verdict.Genuine) verdict).bytes();
        assertThat(CODEC.decode(whole)).isEqualTo(((Verdict.Genuine) verdict).frame());
        assertThat(new FrameAuthenticator(node.key()).verifies(whole)).isTrue();
    }

    @Test
    void theCountersMayHaveGoneOnOrBackButNotFurtherThanTheirLowerBitsTell() {
        tellDepths(12, List.of(100L, 200L, 300L));
        for (long highest : new long[] {45, 299, 300, 301, 555}) {
            SequenceMemory other = new SequenceMemory();
            other.of(NODE).restore(new WindowState(NODE, 12, highest, new byte[SequenceWindow.BYTES]));
            CompactReadings readings = new CompactReadings(other, new ProbeDepths(), new TestClock());
            Verdict verdict = readings.judge(node, vector("plain")).orElseThrow();
            assertThat(verdict)
                    .as("highest %d", highest)
                    .isEqualTo(new Verdict.Refused(new Refusal.DepthsUnknown(new FrameIdentity(NODE, 12, 300))));
        }
        for (long highest : new long[] {44, 556}) {
            SequenceMemory other = new SequenceMemory();
            other.of(NODE).restore(new WindowState(NODE, 12, highest, new byte[SequenceWindow.BYTES]));
            assertThat(new CompactReadings(other, new ProbeDepths(), new TestClock()).judge(node, vector("plain")))
                    .as("highest %d", highest)
                    .contains(new Verdict.Refused(new Refusal.WrongCompactMac(NODE)));
        }
    }

    @Test
    void afterARestartCompactReadingsGoOnAndRepeatsAreStillTold() {
        remember(12, 299);
        tellDepths(12, List.of(100L, 200L, 300L));
        Map<Long, ProbeDepths.Depths> stored = new HashMap<>();
        ProbeDepths.Store store = new ProbeDepths.Store() {
            @Override
            public List<ProbeDepths.Depths> all() {
                return List.copyOf(stored.values());
            }

            @Override
            public void replace(List<ProbeDepths.Depths> depths) {
                depths.forEach(each -> stored.put(each.told().node(), each));
            }
        };
        depths.writeBack(store);
        ProbeDepths restarted = new ProbeDepths();
        restarted.load(store);
        CompactReadings readings = new CompactReadings(memory, restarted, new TestClock());
        assertThat(readings.judge(node, vector("plain")).orElseThrow()).isInstanceOf(Verdict.Genuine.class);
        stored.clear();
        depths.writeBack(store);
        assertThat(stored).as("nothing has changed").isEmpty();
    }

    @Test
    void anOlderReadingThatComesLateDoesNotPutTheProbesBack() {
        remember(12, 299);
        tellDepths(12, List.of(100L, 200L, 300L));
        tellDepths(11, List.of(50L, 150L, 250L));
        assertThat(depths.of(NODE)).containsExactly(100L, 200L, 300L);
    }

    @Test
    void whatCouldNotBeStoredIsStoredTheNextTime() {
        tellDepths(12, List.of(100L, 200L, 300L));
        List<ProbeDepths.Depths> stored = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> depths.writeBack(new ProbeDepths.Store() {
                    @Override
                    public List<ProbeDepths.Depths> all() {
                        return List.of();
                    }

                    @Override
                    public void replace(List<ProbeDepths.Depths> depths) {
                        throw new IllegalStateException("the database is away");
                    }
                }));
        depths.writeBack(new ProbeDepths.Store() {
            @Override
            public List<ProbeDepths.Depths> all() {
                return List.of();
            }

            @Override
            public void replace(List<ProbeDepths.Depths> depths) {
                stored.addAll(depths);
            }
        });
        assertThat(stored)
                .containsExactly(new ProbeDepths.Depths(new FrameIdentity(NODE, 12, 1), List.of(100L, 200L, 300L)));
    }

    @Test
    void withoutCountersDepthsOrTheRightMacItIsRefused() {
        assertThat(reason(vector("plain"))).isEqualTo("mac");
        remember(12, 299);
        assertThat(reason(vector("plain"))).isEqualTo("depths-unknown");
        tellDepths(12, List.of(100L, 200L, 300L, 400L));
        assertThat(reason(vector("plain"))).isEqualTo("depths-unknown");
        tellDepths(12, List.of(100L));
        byte[] forged = vector("plain");
        forged[10] ^= 1;
        assertThat(reason(forged)).isEqualTo("mac");
        assertThat(reason(vector("plain"))).isEqualTo("taken");
        directory.put(node.revoked(Instant.EPOCH));
        assertThat(reason(vector("plain"))).isEqualTo("revoked-node");
    }
}
