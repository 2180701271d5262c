package io.milliwatt.gateway.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milliwatt.gateway.adapter.HeldForwarder;
import io.milliwatt.gateway.adapter.Operator;
import io.milliwatt.gateway.adapter.PostgresForTests;
import io.milliwatt.gateway.adapter.TestNode;
import io.milliwatt.gateway.adapter.db.DepthTable;
import io.milliwatt.gateway.adapter.db.WindowTable;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.reception.CompactReadings;
import io.milliwatt.gateway.reception.FrameChecks;
import io.milliwatt.gateway.reception.Outcome;
import io.milliwatt.gateway.reception.ProbeDepths;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.reception.Reception;
import io.milliwatt.gateway.reception.ReceptionRecord;
import io.milliwatt.gateway.reception.SequenceMemory;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.SoilReading.AtDepth;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that speaks in 11 bytes, before and after the gateway was started anew on the same database. */
@QuarkusTest
@WithTestResource(PostgresForTests.class)
class CompactNodeTest {
    private static final long BOOT = 21;
    private static final Duration WRITTEN_BACK = Duration.ofSeconds(30);

    @Inject
    MqttDoor door;

    @Inject
    HeldForwarder kafka;

    @Inject
    NodeDirectory directory;

    @Inject
    WindowTable windows;

    @Inject
    DepthTable depths;

    @Inject
    ReceptionRecord record;

    private TestNode node;

    @BeforeEach
    void enrol() {
        await().until(directory::isLoaded);
        node = new TestNode(Operator.enrol("Vines 1"), door.port().getAsInt()).connect();
    }

    @AfterEach
    void leave() {
        node.close();
    }

    /** Water of three depths, 0.1 %, by the contract's table of bits; no flags, 3.0 V, 12 days to refill. */
    private byte[] compact(long sequence, int first, int second, int third) {
        long bits = (long) first << 54 | (long) second << 44 | (long) third << 34;
        bits |= 24L << 15 | 12L << 10 | (BOOT & 3) << 8 | sequence & 0xFF;
        byte[] payload = ByteBuffer.allocate(8).putLong(bits).array();
        byte[] covered = ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("mw compact".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) node.number())
                .putInt((int) BOOT)
                .putInt((int) sequence)
                .put(payload)
                .array();
        byte[] tag = node.authenticator().tag(covered, covered.length);
        return ByteBuffer.allocate(11).put(payload).put(tag, 0, 3).array();
    }

    private byte[] full(long sequence) {
        return node.frame(
                BOOT,
                sequence,
                SoilReading.of(
                        List.of(AtDepth.of(100, 250, 1_500), AtDepth.of(300, 260, 1_400), AtDepth.of(600, 270, 1_300)),
                        OptionalLong.empty(),
                        OptionalLong.empty()));
    }

    private static SoilReading reading(ReceivedFrame frame) {
        return (SoilReading) frame.frame().body();
    }

    @Test
    void aRestartNeitherForgetsWhereTheProbesLieNorTakesAReadingTwice() throws Exception {
        node.publish(compact(0, 1, 2, 3)).get(20, TimeUnit.SECONDS);
        assertThat(kafka.reasons(node.number())).containsExactly("mac");
        node.publish(full(0)).get(20, TimeUnit.SECONDS);
        byte[] before = compact(1, 248, 259, 270);
        node.publish(before).get(20, TimeUnit.SECONDS);
        assertThat(kafka.forwarded(node.number())).hasSize(2);
        assertThat(reading(kafka.forwarded(node.number()).getLast()).depths())
                .extracting(AtDepth::depthMillimetres)
                .containsExactly(100L, 300L, 600L);
        await().atMost(WRITTEN_BACK).until(this::everythingIsWrittenBack);

        Reception restarted = startedAnew();
        assertThat(taken(restarted, before)).isEqualTo(Outcome.REPEATED);
        assertThat(taken(restarted, compact(2, 246, 258, 270))).isEqualTo(Outcome.FORWARDED);
        assertThat(taken(restarted, compact(2, 246, 258, 270))).isEqualTo(Outcome.REPEATED);
        byte[] forged = compact(3, 100, 100, 100);
        forged[10] ^= 1;
        assertThat(taken(restarted, forged)).isEqualTo(Outcome.REFUSED);
        SoilReading after = reading(kafka.forwarded(node.number()).getLast());
        assertThat(after.depths()).extracting(AtDepth::depthMillimetres).containsExactly(100L, 300L, 600L);
        assertThat(after.depths().getFirst().waterContentPermille()).hasValue(246);
        assertThat(kafka.forwarded(node.number())).hasSize(3);
    }

    private boolean everythingIsWrittenBack() {
        return depths.all().stream().anyMatch(each -> each.told().node() == node.number())
                && windows.all().stream().anyMatch(each -> each.node() == node.number() && each.highest() == 1);
    }

    /** Another life of the gateway's memory, from the same database. */
    private Reception startedAnew() {
        SequenceMemory memory = new SequenceMemory();
        memory.load(windows);
        ProbeDepths known = new ProbeDepths();
        known.load(depths);
        return new Reception(
                new FrameChecks(directory, new CompactReadings(memory, known, Clock.systemUTC())),
                memory,
                kafka,
                urgent -> {},
                heard -> {},
                record,
                Clock.systemUTC());
    }

    private Outcome taken(Reception reception, byte[] bytes) throws Exception {
        return reception
                .receive(directory.find(node.number()).orElseThrow(), Arrays.copyOf(bytes, bytes.length))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
