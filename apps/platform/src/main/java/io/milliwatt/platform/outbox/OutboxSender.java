package io.milliwatt.platform.outbox;

import io.milliwatt.platform.storage.SchemaReady;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Empties the outbox into Kafka: when it is woken after a commit, and every few seconds in any case. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
public class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final long IDLE_SECONDS = 2;

    private final Outbox outbox;
    private final Map<String, Object> installation;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopped;
    private volatile Thread worker;

    OutboxSender(Outbox outbox, @Identifier("default-kafka-broker") Map<String, Object> installation) {
        this.outbox = outbox;
        this.installation = installation;
    }

    /** Says that something was committed to the outbox. */
    public void wake() {
        bell.release();
    }

    void start(@Observes SchemaReady event) {
        worker = Thread.ofPlatform().daemon().name("outbox").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        bell.release();
        if (worker != null) {
            worker.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void run() {
        Map<String, Object> settings = new HashMap<>(installation);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            while (!stopped) {
                bell.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS);
                bell.drainPermits();
                sendAll(producer);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAll(Producer<String, byte[]> producer) {
        try {
            int sent;
            do {
                sent = outbox.send(message ->
                        producer.send(new ProducerRecord<>(message.topic(), message.key(), message.value())));
            } while (sent > 0 && !stopped);
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "The outbox could not be emptied (%s); trying again in %d s.", failure.getMessage(), IDLE_SECONDS);
        }
    }
}
