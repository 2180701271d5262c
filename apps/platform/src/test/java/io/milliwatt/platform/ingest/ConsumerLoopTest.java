package io.milliwatt.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop against Kafka's own stand-in for a consumer: where it reads on, and what it does when something is away. */
class ConsumerLoopTest {

    private static final String TOPIC = "telemetry.vibration";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Instant NOW = Instant.ofEpochMilli(System.currentTimeMillis());

    private final IntakeFixture fixture = new IntakeFixture();
    private final IngestStatus status = new IngestStatus();
    private final RereadableConsumer consumer = new RereadableConsumer();
    private volatile int failingStarts;
    private volatile String topicId = "topic-id";
    private final ConsumerLoop loop = new ConsumerLoop(
            this::next,
            topic -> topicId,
            TOPIC,
            fixture.offsets,
            fixture.intake,
            status,
            Clock.systemUTC(),
            new BackOff(Duration.ofMillis(5), Duration.ofMillis(20)));
    private Thread thread;

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop();
        thread.join(5_000);
        assertThat(thread.isAlive()).as("the loop ends when it is stopped").isFalse();
        assertThat(consumer.closed()).as("the consumer leaves its group").isTrue();
    }

    @Test
    void readingStartsAtTheBeginningAndGoesOnBehindWhatIsStored() {
        run();
        add(0, 5);
        awaitSeen(5);
        assertThat(fixture.offsets.next(NumberedFrames.PARTITION)).hasValue(5);
        assertThat(status.isAssigned()).isTrue();
        assertThat(status.waitingFor()).isEmpty();
    }

    @Test
    void anAppThatIsStartedAgainReadsOnWhereItsRowsEnd() {
        fixture.intake.take(List.of(NumberedFrames.record(NumberedFrames.features(0, NOW), NOW, 2)));
        run();
        await().until(() -> consumer.position(PARTITION) == 3);
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsBeginning() {
        fixture.intake.take(List.of(NumberedFrames.record(NumberedFrames.features(0, NOW), NOW, 40)));
        topicId = "another-topic-of-the-same-name";
        run();
        add(1, 3);
        awaitSeen(3);
    }

    @Test
    void aDatabaseThatGoesAwayLosesAndDoublesNothing() {
        fixture.handler.databaseFailures = 7;
        run();
        add(0, 20);
        awaitSeen(20);
        assertThat(fixture.seen())
                .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
        assertThat(fixture.handler.announced).hasSize(20);
    }

    @Test
    void aBrokerThatIsAwayAtTheStartIsWaitedFor() {
        failingStarts = 3;
        run();
        add(0, 1);
        awaitSeen(1);
        assertThat(failingStarts).isZero();
    }

    @Test
    void aRecordWithoutAValueBecomesADeadLetterAndBlocksNothing() {
        run();
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, "9", null)));
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 1, "9", NumberedFrames.features(1, NOW))));
        awaitSeen(1);
        assertThat(fixture.deadLetters()).hasSize(1);
    }

    private Consumer<String, byte[]> next() {
        if (failingStarts > 0) {
            failingStarts--;
            throw new KafkaException("no broker");
        }
        return consumer;
    }

    private void run() {
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
        thread = Thread.ofPlatform().daemon().start(loop);
    }

    private void add(int from, int to) {
        consumer.schedulePollTask(() -> {
            for (int i = from; i < to; i++) {
                consumer.append(new ConsumerRecord<>(TOPIC, 0, i, "9", NumberedFrames.features(i, NOW.plusMillis(i))));
            }
        });
    }

    private void awaitSeen(int rows) {
        await().atMost(Duration.ofSeconds(20)).until(() -> fixture.seen().size() == rows);
    }

    /** Kafka's stand-in forgets what it has handed out; a broker gives it again after a seek. */
    private static final class RereadableConsumer extends MockConsumer<String, byte[]> {
        private final List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();

        RereadableConsumer() {
            super("earliest");
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, 100L));
        }

        void append(ConsumerRecord<String, byte[]> record) {
            log.add(record);
            addRecord(record);
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            log.stream().filter(record -> record.offset() >= offset).forEach(this::addRecord);
        }
    }
}
