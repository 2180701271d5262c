package io.milliwatt.platform.ingest;

import io.milliwatt.telemetry.transport.FrameHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Reads a topic on its own thread and hands whole polls to the intake. Where to read on is asked of the database at each
 * assignment, never of Kafka. When the database or the broker is away it waits and says so.
 */
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Function<String, String> topicIds;
    private final String topic;
    private final OffsetTable offsets;
    private final FrameIntake intake;
    private final IngestStatus status;
    private final Clock clock;
    private final BackOff backOff;
    private final Map<TopicPartition, TopicPartitionKey> assigned = new HashMap<>();
    private volatile boolean stopped;
    private volatile Consumer<String, byte[]> current;

    /**
     * @param consumers makes a consumer that neither commits offsets itself nor resets to anywhere but the earliest
     * @param topicIds asks the broker for a topic's id
     */
    ConsumerLoop(
            Supplier<Consumer<String, byte[]>> consumers,
            Function<String, String> topicIds,
            String topic,
            OffsetTable offsets,
            FrameIntake intake,
            IngestStatus status,
            Clock clock,
            BackOff backOff) {
        this.consumers = consumers;
        this.topicIds = topicIds;
        this.topic = topic;
        this.offsets = offsets;
        this.intake = intake;
        this.status = status;
        this.clock = clock;
        this.backOff = backOff;
    }

    /** Ends the loop soon; the consumer leaves its group, so that the next one need not wait for a timeout. */
    void stop() {
        stopped = true;
        Consumer<String, byte[]> reading = current;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                consumer.subscribe(List.of(topic), new SeekToStored(consumer));
                while (!stopped) {
                    step(consumer);
                }
            } catch (WakeupException stopping) {
                LOG.debug("The consumer was woken to stop.");
            } catch (RuntimeException failure) {
                LOG.warnf("Reading %s failed (%s); a new consumer is made.", topic, failure.getMessage());
                status.waiting("Kafka or the database, because reading failed: " + failure.getMessage());
                backOff.pause();
            } finally {
                current = null;
                assigned.clear();
                status.assigned(false);
            }
        }
    }

    private void step(Consumer<String, byte[]> consumer) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        if (records.isEmpty()) {
            status.lag(Duration.ZERO);
            return;
        }
        try {
            intake.take(telemetry(records));
            status.running();
            backOff.reset();
            noteLag(consumer, records);
        } catch (StorageUnavailableException away) {
            LOG.warn(away.getMessage());
            status.waiting("the database");
            rewind(consumer, records);
            backOff.pause();
        }
    }

    private static void rewind(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).getFirst().offset());
        }
    }

    private List<TelemetryRecord> telemetry(ConsumerRecords<String, byte[]> records) {
        List<TelemetryRecord> all = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> from : records) {
            TopicPartitionKey key = assigned.get(new TopicPartition(from.topic(), from.partition()));
            byte[] bytes = from.value() == null ? new byte[0] : from.value();
            all.add(new TelemetryRecord(
                    bytes, receivedAt(from), Optional.of(new TelemetryRecord.Position(key, from.offset()))));
        }
        return all;
    }

    private static Instant receivedAt(ConsumerRecord<String, byte[]> from) {
        Header header = from.headers().lastHeader(FrameHeaders.RECEIVED_AT);
        if (header != null) {
            try {
                return Instant.ofEpochMilli(Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII)));
            } catch (NumberFormatException unreadable) {
                LOG.debugf("The header %s of %s@%d is no number.", header.key(), from.topic(), from.offset());
            }
        }
        return Instant.ofEpochMilli(from.timestamp());
    }

    private void noteLag(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        long waiting = assigned.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        long newest = 0;
        for (ConsumerRecord<String, byte[]> from : records) {
            newest = Math.max(newest, from.timestamp());
        }
        status.lag(waiting == 0 ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(newest), clock.instant()));
    }

    /** Takes up each newly assigned partition where the stored rows end. */
    private final class SeekToStored implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;

        SeekToStored(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            String topicId = topicIds.apply(topic);
            for (TopicPartition partition : partitions) {
                TopicPartitionKey key = new TopicPartitionKey(topicId, topic, partition.partition());
                OptionalLong next = offsets.next(key);
                if (next.isPresent()) {
                    consumer.seek(partition, next.getAsLong());
                } else {
                    consumer.seekToBeginning(List.of(partition));
                }
                assigned.put(partition, key);
            }
            status.assigned(!assigned.isEmpty());
            status.running();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(assigned::remove);
            status.assigned(!assigned.isEmpty());
        }
    }
}
