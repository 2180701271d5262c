package io.milliwatt.gateway.adapter.kafka;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.transport.KafkaTopics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks the broker every few seconds whether it is there, and makes the suite's topics when they are missing. */
@Singleton
public class KafkaWatch {
    private static final Logger LOG = Logger.getLogger(KafkaWatch.class);
    private static final int PERIOD_SECONDS = 3;
    private static final short BROKERS_OWN_REPLICATION = -1;

    private final KafkaClients clients;
    private final int partitions;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kafka-watch").factory());
    private volatile boolean wasReached;
    private volatile Optional<String> trouble = Optional.of("Kafka has not been reached yet.");

    KafkaWatch(KafkaClients clients, @ConfigProperty(name = "milliwatt.kafka.partitions") int partitions) {
        this.clients = clients;
        this.partitions = partitions;
    }

    /** Whether Kafka was there, with all topics, at any time since the start. */
    public boolean wasReached() {
        return wasReached;
    }

    /** What is wrong with Kafka just now, in a sentence; empty when all is well. */
    public Optional<String> trouble() {
        return trouble;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    void start(@Observes StartupEvent event) {
        worker.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        worker.shutdownNow();
    }

    private void look() {
        try (Admin admin = clients.admin()) {
            Set<String> present = admin.listTopics().names().get();
            create(admin, present);
            if (trouble.isPresent()) {
                LOG.info("Kafka answers.");
            }
            wasReached = true;
            trouble = Optional.empty();
        } catch (ExecutionException | KafkaException failure) {
            if (trouble.isEmpty()) {
                LOG.warnf("Kafka does not answer: %s", failure.getMessage());
            }
            trouble = Optional.of("Kafka does not answer: frames wait unacknowledged until it does.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(Admin admin, Set<String> present) throws InterruptedException, ExecutionException {
        List<NewTopic> missing = new ArrayList<>();
        suiteTopics().forEach((name, count) -> {
            if (!present.contains(name)) {
                missing.add(new NewTopic(name, count, BROKERS_OWN_REPLICATION));
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failure) {
            // An app may have been faster.
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    private Map<String, Integer> suiteTopics() {
        Map<String, Integer> topics = new HashMap<>();
        topics.put(KafkaTopics.DEAD_LETTER, 1);
        for (Domain domain : Domain.values()) {
            topics.put(KafkaTopics.telemetry(domain), partitions);
            topics.put(KafkaTopics.commands(domain), 1);
        }
        return topics;
    }
}
