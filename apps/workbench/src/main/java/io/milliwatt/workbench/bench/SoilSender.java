package io.milliwatt.workbench.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.SoilReading.AtDepth;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.transport.FrameHeaders;
import io.milliwatt.telemetry.transport.KafkaTopics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Readings of many soil nodes as the gateway hands them on, each node in its turn. */
final class SoilSender implements AutoCloseable {
    private static final FrameAuthenticator AUTHENTICATOR = new FrameAuthenticator(NodeKey.of(new byte[32]));
    private static final FrameCodec CODEC = new FrameCodec();
    private static final long DRIEST_PERMILLE = 150;
    private static final int SPREAD_PERMILLE = 110;

    private final KafkaProducer<byte[], byte[]> producer;
    private final long boot = Instant.now().getEpochSecond();

    SoilSender(int brokerPort) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + brokerPort,
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Every node reports once, evenly over the time. */
    void round(int nodes, long round, double seconds) throws InterruptedException {
        long begun = System.nanoTime();
        for (int index = 0; index < nodes; index++) {
            long due = begun + (long) (seconds * 1e9 * index / nodes);
            long early = (due - System.nanoTime()) / 1_000_000;
            if (early > 0) {
                Thread.sleep(early);
            }
            send(FarmSeed.FIRST_NODE + index, round);
        }
        producer.flush();
    }

    private void send(long node, long round) {
        Instant now = Instant.now();
        long permille = DRIEST_PERMILLE + node % SPREAD_PERMILLE - round % 3;
        SoilReading reading = SoilReading.of(
                List.of(
                        AtDepth.of(100, permille, 1800),
                        AtDepth.of(300, permille + 10, 1700),
                        AtDepth.of(600, permille + 20, 1600)),
                OptionalLong.of(3100),
                OptionalLong.empty());
        byte[] frame = CODEC.encode(Frame.of(new FrameIdentity(node, boot, round), now, reading), AUTHENTICATOR);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                KafkaTopics.telemetry(Domain.IRRIGATION), Long.toString(node).getBytes(UTF_8), frame);
        FrameHeaders.of(node, Domain.IRRIGATION, now)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
