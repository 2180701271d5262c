package io.milliwatt.gateway.adapter.kafka;

import io.milliwatt.gateway.downlink.Downlink;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.command.NodeCommand;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.telemetry.transport.KafkaTopics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** Reads {@code commands.<domain>} and hands each command to the downlink; offsets are committed after that. */
@Singleton
public class CommandListener {
    private static final Logger LOG = Logger.getLogger(CommandListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final long RETRY_MILLIS = 1000;
    private static final List<String> TOPICS =
            Arrays.stream(Domain.values()).map(KafkaTopics::commands).toList();

    private final KafkaClients clients;
    private final KafkaWatch watch;
    private final Downlink downlink;
    private final NodeCommandCodec codec = new NodeCommandCodec();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("command-listener").unstarted(this::run);
    private volatile boolean running = true;

    CommandListener(KafkaClients clients, KafkaWatch watch, Downlink downlink) {
        this.clients = clients;
        this.watch = watch;
        this.downlink = downlink;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Waits for the consumer to leave its group; otherwise the next start would wait for the group to miss it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join(CLOSE.plusSeconds(1));
    }

    private void run() {
        while (running) {
            try {
                if (watch.wasReached()) {
                    listen();
                }
                Thread.sleep(RETRY_MILLIS);
            } catch (KafkaException failure) {
                LOG.warnf("Commands cannot be read just now: %s", failure.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void listen() {
        KafkaConsumer<byte[], byte[]> consumer = clients.commandConsumer();
        try {
            consumer.subscribe(TOPICS);
            while (running) {
                var records = consumer.poll(POLL);
                records.forEach(this::handle);
                if (!records.isEmpty()) {
                    consumer.commitAsync();
                }
            }
        } catch (WakeupException stopping) {
            running = false;
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        try {
            NodeCommand command = codec.decode(record.value());
            downlink.send(command.node(), command.body());
        } catch (FrameException broken) {
            LOG.warnf(
                    "The command at %s-%d@%d is left out: %s",
                    record.topic(), record.partition(), record.offset(), broken.getMessage());
        }
    }
}
