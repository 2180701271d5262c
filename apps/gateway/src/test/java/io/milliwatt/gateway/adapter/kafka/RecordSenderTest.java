package io.milliwatt.gateway.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With Kafka's own stand-in for a producer, which answers only when told to. */
class RecordSenderTest {
    private static final int MAX_WAITING_BYTES = 1000;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AtomicInteger refusedConstructions = new AtomicInteger();
    private final RecordSender sender = new RecordSender(this::makeProducer, MAX_WAITING_BYTES);

    private MockProducer<byte[], byte[]> makeProducer() {
        if (refusedConstructions.getAndDecrement() > 0) {
            throw new KafkaException("no resolvable bootstrap address");
        }
        return producer;
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aRecordIsDoneWhenKafkaAcknowledgesIt() {
        sender.start();
        CompletableFuture<Void> done = send(10);
        await().until(() -> producer.history().size() == 1);
        assertThat(done).isNotDone();
        assertThat(sender.waitingRecords()).isEqualTo(1);
        producer.completeNext();
        assertThat(done).isCompleted();
        assertThat(sender.waitingRecords()).isZero();
    }

    @Test
    void aRecordThatKafkaRefusesFails() {
        sender.start();
        CompletableFuture<Void> done = send(10);
        await().until(() -> producer.history().size() == 1);
        producer.errorNext(new TimeoutException("delivery took too long"));
        assertThat(done).isCompletedExceptionally();
    }

    @Test
    void aProducerThatRefusesTheCallFailsTheRecordAndTheNextOneGoesOn() {
        producer.sendException = new TimeoutException("no metadata");
        sender.start();
        CompletableFuture<Void> first = send(10);
        await().until(first::isCompletedExceptionally);
        producer.sendException = null;
        CompletableFuture<Void> second = send(10);
        await().until(producer::completeNext);
        assertThat(second).isCompleted();
    }

    @Test
    void recordsWaitWhileNoProducerCanBeMade() {
        refusedConstructions.set(1);
        CompletableFuture<Void> done = send(10);
        sender.start();
        await().atMost(Duration.ofSeconds(5)).until(producer::completeNext);
        assertThat(done).isCompleted();
    }

    @Test
    void beyondTheLimitOfWaitingBytesARecordFailsAtOnceUntilThereIsRoomAgain() {
        sender.start();
        CompletableFuture<Void> first = send(600);
        assertThat(send(600)).isCompletedExceptionally();
        await().until(producer::completeNext);
        assertThat(first).isCompleted();
        CompletableFuture<Void> later = send(600);
        await().until(producer::completeNext);
        assertThat(later).isCompleted();
    }

    private CompletableFuture<Void> send(int bytes) {
        return sender.send(new ProducerRecord<>("topic", new byte[bytes])).toCompletableFuture();
    }
}
