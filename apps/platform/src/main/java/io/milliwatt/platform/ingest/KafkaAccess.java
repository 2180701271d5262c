package io.milliwatt.platform.ingest;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Consumers and questions to the broker. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
class KafkaAccess {

    private static final int ANSWER_SECONDS = 3;

    private final String bootstrapServers;
    private final String group;
    private final int largestPoll;

    KafkaAccess(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "milliwatt.ingest.group") String group,
            @ConfigProperty(name = "milliwatt.ingest.largest-poll", defaultValue = "2000") int largestPoll) {
        this.bootstrapServers = bootstrapServers;
        this.group = group;
        this.largestPoll = largestPoll;
    }

    Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        group,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest",
                        "max.poll.records",
                        largestPoll,
                        // After kill -9 the group waits this long for the dead member; Kafka's default is 45 s.
                        "session.timeout.ms",
                        "10000",
                        "heartbeat.interval.ms",
                        "3000",
                        // A topic that is made after the start is seen this soon.
                        "metadata.max.age.ms",
                        "5000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Kafka's own id of a topic. */
    String topicId(String topic) {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .get(topic)
                    .topicId()
                    .toString();
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("The broker does not describe the topic " + topic + ".", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking for the topic " + topic + ".", stopping);
        }
    }

    /** For asking the broker; to be closed. */
    Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", "2500", "default.api.timeout.ms", "3000"));
    }
}
