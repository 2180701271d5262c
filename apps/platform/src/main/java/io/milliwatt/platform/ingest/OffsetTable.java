package io.milliwatt.platform.ingest;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where a consumer group goes on reading, kept beside the rows that it wrote. */
final class OffsetTable {

    private final Jdbi jdbi;
    private final String group;

    OffsetTable(Jdbi jdbi, String group) {
        this.jdbi = jdbi;
        this.group = group;
    }

    /** The next offset to read; empty for a partition that was never read. */
    OptionalLong next(TopicPartitionKey partition) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT next_offset FROM consumer_offset WHERE consumer_group = :group"
                                + " AND topic_id = :topic AND partition = :partition")
                        .bind("group", group)
                        .bind("topic", partition.topicId())
                        .bind("partition", partition.partition())
                        .mapTo(Long.class)
                        .findOne()
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()));
    }

    /** Moves forward, never back: a consumer that lost its partition without knowing cannot undo its successor's work. */
    void advance(Handle handle, Map<TopicPartitionKey, Long> nextOffsets) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO consumer_offset AS o"
                + " (consumer_group, topic_id, topic, partition, next_offset)"
                + " VALUES (:group, :id, :topic, :partition, :next)"
                + " ON CONFLICT (consumer_group, topic_id, partition)"
                + " DO UPDATE SET next_offset = greatest(o.next_offset, excluded.next_offset)");
        new TreeMap<>(nextOffsets)
                .forEach((partition, next) -> batch.bind("group", group)
                        .bind("id", partition.topicId())
                        .bind("topic", partition.topic())
                        .bind("partition", partition.partition())
                        .bind("next", next)
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
