package io.milliwatt.platform.ingest;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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

    private final Map<String, Object> installation;
    private final String group;
    private final int largestPoll;

    KafkaAccess(
            @Identifier("default-kafka-broker") Map<String, Object> installation,
            @ConfigProperty(name = "milliwatt.ingest.group") String group,
            @ConfigProperty(name = "milliwatt.ingest.largest-poll", defaultValue = "2000") int largestPoll) {
        this.installation = installation;
        this.group = group;
        this.largestPoll = largestPoll;
    }

    Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(installation);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, largestPoll);
        // After kill -9 the group waits this long for the dead member; Kafka's default is 45 s.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        // A topic that is made after the start is seen this soon.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
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
        Map<String, Object> settings = new HashMap<>(installation);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_500);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        return Admin.create(settings);
    }
}
