package io.milliwatt.gateway.reception;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.gateway.TestClock;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.node.NodeExamples;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.CompactReading;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A soil node says nothing while nothing happens; then everything comes at once, in 11 bytes, out of order and more than once. */
class CompactBurstTest {
    private static final int NODE = 17;
    private static final long BOOT = 6;
    /** More than the eight bits tell that a compact reading has for its sequence. */
    private static final int READINGS = 700;

    private static final int UNDER_WAY = 16;
    private static final long SEED = 20_261_129;

    private final TestClock clock = new TestClock();
    private final EnrolledNode node = node();
    private final NodeDirectory directory = new NodeDirectory();
    private final SequenceMemory memory = new SequenceMemory();
    private final Kafka kafka = new Kafka();
    private final Reception reception = new Reception(
            new FrameChecks(directory, new CompactReadings(memory, new ProbeDepths(), clock)),
            memory,
            kafka,
            urgent -> {},
            heard -> {},
            new Uncounted(),
            clock);

    private static EnrolledNode node() {
        EnrolledNode any = NodeExamples.node(NODE);
        return new EnrolledNode(
                NODE, 0, any.name(), Domain.IRRIGATION, any.password(), any.key(), Instant.EPOCH, Optional.empty());
    }

    @BeforeEach
    void enrol() {
        directory.put(node);
    }

    @Test
    void nothingIsLostAndNothingDoubledInABurstAfterHoursOfSilence() {
        assertThat(sent(full(0))).isEqualTo(Outcome.FORWARDED);
        clock.advance(Duration.ofHours(9));
        Random chance = new Random(SEED);
        Map<Long, Instant> acknowledged = new HashMap<>();
        int repeats = 0;
        int missed = 0;
        for (long first = 1; first <= READINGS; first += UNDER_WAY) {
            List<Long> underWay = new ArrayList<>();
            for (long sequence = first; sequence < Math.min(first + UNDER_WAY, READINGS + 1); sequence++) {
                underWay.addAll(Collections.nCopies(1 + chance.nextInt(3), sequence));
            }
            Collections.shuffle(underWay, chance);
            while (!underWay.isEmpty()) {
                long sequence = underWay.removeFirst();
                clock.advance(Duration.ofMillis(50));
                kafka.isAway = chance.nextInt(7) == 0;
                try {
                    Outcome outcome = sent(compact(sequence));
                    boolean known = acknowledged.putIfAbsent(sequence, clock.instant()) != null;
                    assertThat(outcome).isEqualTo(known ? Outcome.REPEATED : Outcome.FORWARDED);
                    repeats += known ? 1 : 0;
                } catch (NoAcknowledgement lost) {
                    underWay.add(sequence);
                    missed++;
                }
            }
        }
        assertThat(repeats).isGreaterThan(READINGS / 2);
        assertThat(missed).isGreaterThan(READINGS / 20);
        assertThat(kafka.deadLetters).isEmpty();
        assertThat(kafka.taken).hasSize(1 + READINGS);
        assertThat(kafka.taken.subList(1, kafka.taken.size())).allSatisfy(frame -> {
            long sequence = frame.frame().sequence();
            assertThat(frame.frame().identity()).isEqualTo(new FrameIdentity(NODE, BOOT, sequence));
            assertThat(frame.frame().time()).isEqualTo(acknowledged.get(sequence));
            assertThat(((SoilReading) frame.frame().body()).depths())
                    .extracting(SoilReading.AtDepth::waterContentPermille)
                    .containsExactly(
                            OptionalLong.of(water(sequence)),
                            OptionalLong.of(water(sequence) + 1),
                            OptionalLong.of(water(sequence) + 2));
        });
        assertThat(kafka.taken.stream().map(frame -> frame.frame().sequence()))
                .as("each once")
                .doesNotHaveDuplicates();
    }

    private static int water(long sequence) {
        return (int) (100 + sequence % 400);
    }

    private byte[] full(long sequence) {
        SoilReading reading = SoilReading.of(
                List.of(
                        SoilReading.AtDepth.of(100, 250, 1_500),
                        SoilReading.AtDepth.of(300, 260, 1_400),
                        SoilReading.AtDepth.of(600, 270, 1_300)),
                OptionalLong.empty(),
                OptionalLong.empty());
        return new FrameCodec()
                .encode(
                        Frame.of(new FrameIdentity(NODE, BOOT, sequence), clock.instant(), reading),
                        new FrameAuthenticator(node.key()));
    }

    /** By the contract's table of bits: water of three depths, no flags, 3.0 V, 12 days to refill. */
    private byte[] compact(long sequence) {
        long bits = 0;
        for (int depth = 0; depth < CompactReading.DEPTHS; depth++) {
            bits = bits << 10 | water(sequence) + depth;
        }
        bits = bits << 34 | 24L << 15 | 12L << 10 | (BOOT & 3) << 8 | sequence & 0xFF;
        byte[] payload = ByteBuffer.allocate(8).putLong(bits).array();
        byte[] covered = ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("mw compact".getBytes(StandardCharsets.US_ASCII))
                .putInt(NODE)
                .putInt((int) BOOT)
                .putInt((int) sequence)
                .put(payload)
                .array();
        byte[] tag = new FrameAuthenticator(node.key()).tag(covered, covered.length);
        return ByteBuffer.allocate(CompactReading.BYTES)
                .put(payload)
                .put(tag, 0, 3)
                .array();
    }

    private Outcome sent(byte[] bytes) {
        CompletableFuture<Outcome> answer = reception.receive(node, bytes).toCompletableFuture();
        if (answer.isCompletedExceptionally()) {
            throw new NoAcknowledgement();
        }
        return answer.join();
    }

    private static final class NoAcknowledgement extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Keeps what it is given, or fails. */
    private static final class Kafka implements FrameForwarder {
        private final List<ReceivedFrame> taken = new ArrayList<>();
        private final List<RefusedFrame> deadLetters = new ArrayList<>();
        private boolean isAway;

        @Override
        public CompletionStage<Void> forward(ReceivedFrame frame) {
            if (isAway) {
                return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
            }
            taken.add(frame);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> deadLetter(RefusedFrame frame) {
            deadLetters.add(frame);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static final class Uncounted implements ReceptionRecord {
        @Override
        public void received() {}

        @Override
        public void forwarded(ReceivedFrame frame, Duration took) {}

        @Override
        public void repeated(ReceivedFrame frame) {}

        @Override
        public void refused(RefusedFrame frame) {}

        @Override
        public void failed(ReceivedFrame frame) {}
    }
}
