package io.milliwatt.platform.ingest;

import java.util.Comparator;

/** A partition of a topic; {@code topicId} tells a topic from one of the same name that was deleted before it. */
public record TopicPartitionKey(String topicId, String topic, int partition) implements Comparable<TopicPartitionKey> {

    private static final Comparator<TopicPartitionKey> ORDER =
            Comparator.comparing(TopicPartitionKey::topicId).thenComparingInt(TopicPartitionKey::partition);

    @Override
    public int compareTo(TopicPartitionKey other) {
        return ORDER.compare(this, other);
    }
}
