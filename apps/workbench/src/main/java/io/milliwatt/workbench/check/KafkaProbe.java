package io.milliwatt.workbench.check;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.transport.KafkaTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the telemetry topic from its end on, and remembers when each frame was seen in it. */
public final class KafkaProbe implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final FrameCodec CODEC = new FrameCodec();
    private static final String TOPIC = KafkaTopics.telemetry(Domain.VIBRATION);

    private final Map<FrameIdentity, Instant> seen = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader =
            Thread.ofPlatform().daemon().name("kafka-probe").unstarted(this::read);
    private volatile boolean closing;

    public KafkaProbe(int brokerPort) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + brokerPort, "enable.auto.commit", false, "fetch.max.wait.ms", 20);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        reader.start();
    }

    /** When the frame was seen in Kafka. */
    Optional<Instant> seenAt(FrameIdentity frame) {
        return Optional.ofNullable(seen.get(frame));
    }

    int frames() {
        return seen.size();
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL)) {
                    remember(row.value());
                }
            }
        }
    }

    private void remember(byte[] bytes) {
        try {
            seen.putIfAbsent(CODEC.decode(bytes).identity(), Instant.now());
        } catch (FrameException notAFrame) {
            throw new IllegalStateException("The gateway forwarded something that is no frame.", notAFrame);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
