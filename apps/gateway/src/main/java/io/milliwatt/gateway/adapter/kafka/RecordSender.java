package io.milliwatt.gateway.adapter.kafka;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Sends records from a thread of its own, because {@code Producer.send} may block while it learns where a topic lives or
 * while its buffer is full, and an event loop must not. The bytes that wait or are on their way are limited; beyond the
 * limit a record fails at once, and its sender has to come again.
 */
final class RecordSender implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RecordSender.class);
    private static final long RETRY_MILLIS = 1000;

    private record Waiting(ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> done) {}

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final long maxWaitingBytes;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLong waitingRecords = new AtomicLong();
    private final Thread thread;
    private volatile boolean running = true;

    RecordSender(Supplier<Producer<byte[], byte[]>> producers, long maxWaitingBytes) {
        this.producers = producers;
        this.maxWaitingBytes = maxWaitingBytes;
        thread = Thread.ofPlatform().daemon().name("kafka-sender").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Records that have no answer yet. */
    long waitingRecords() {
        return waitingRecords.get();
    }

    CompletionStage<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        int size = record.value().length;
        if (waitingBytes.addAndGet(size) > maxWaitingBytes) {
            waitingBytes.addAndGet(-size);
            done.completeExceptionally(new KafkaException("More than " + maxWaitingBytes
                    + " bytes of frames wait for Kafka already; the node shall send this one again later."));
            return done;
        }
        waitingRecords.incrementAndGet();
        queue.add(new Waiting(record, done));
        return done;
    }

    private void run() {
        try {
            Optional<Producer<byte[], byte[]>> producer = Optional.empty();
            while (running) {
                if (producer.isEmpty()) {
                    producer = makeProducer();
                } else {
                    send(producer.get(), queue.take());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty while not even the broker's name resolves. */
    private Optional<Producer<byte[], byte[]>> makeProducer() throws InterruptedException {
        try {
            return Optional.of(producers.get());
        } catch (KafkaException notYet) {
            LOG.warnf("Kafka cannot be used yet: %s", notYet.getMessage());
            Thread.sleep(RETRY_MILLIS);
            return Optional.empty();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells how it ended
    private void send(Producer<byte[], byte[]> producer, Waiting waiting) {
        try {
            producer.send(waiting.record(), (metadata, failure) -> finish(waiting, Optional.ofNullable(failure)));
        } catch (KafkaException | IllegalStateException failure) {
            finish(waiting, Optional.of(failure));
        }
    }

    private void finish(Waiting waiting, Optional<Exception> failure) {
        waitingBytes.addAndGet(-waiting.record().value().length);
        waitingRecords.decrementAndGet();
        if (failure.isPresent()) {
            waiting.done().completeExceptionally(failure.get());
        } else {
            waiting.done().complete(null);
        }
    }

    /** Gives up what has no answer yet; it was not acknowledged to its nodes. */
    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
