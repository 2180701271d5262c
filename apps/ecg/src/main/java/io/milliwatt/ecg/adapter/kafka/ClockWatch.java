package io.milliwatt.ecg.adapter.kafka;

import io.milliwatt.ecg.adapter.db.StreamTable;
import io.milliwatt.ecg.adapter.db.StreamTable.Channel;
import io.milliwatt.ecg.signal.StreamPosition;
import io.milliwatt.platform.storage.StoredBlock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Notices by the numbers of streamed blocks that a node's clock has stepped. */
@ApplicationScoped
class ClockWatch {

    private static final double NANOS_PER_SECOND = 1e9;
    /** The lead that is analysed; one channel is enough to judge a clock by. */
    private static final long CHANNEL = 0;

    private final StreamTable streams;

    ClockWatch(StreamTable streams) {
        this.streams = streams;
    }

    /** A node's clock jumped by so much; {@code at} is the first block that shows it. */
    record Step(long node, Instant at, Duration by) {}

    /** Looks at blocks in the order in which they came. */
    List<Step> look(Handle handle, List<StoredBlock> blocks) {
        List<StoredBlock> judged = blocks.stream()
                .filter(block -> block.isStreaming() && block.channel() == CHANNEL)
                .toList();
        if (judged.isEmpty()) {
            return List.of();
        }
        Map<Channel, StreamPosition> known = streams.of(
                handle,
                judged.stream().map(block -> block.identity().node()).distinct().toList());
        Map<Channel, StreamPosition> moved = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (StoredBlock block : judged) {
            Channel channel = new Channel(block.identity().node(), block.channel());
            StreamPosition now = position(block);
            Optional<StreamPosition> before = Optional.ofNullable(known.get(channel));
            boolean newest = before.map(now::isAfter).orElse(true);
            if (newest) {
                before.flatMap(last -> last.stepTo(now))
                        .ifPresent(step -> steps.add(new Step(channel.node(), block.startsAt(), step)));
                known.put(channel, now);
                moved.put(channel, now);
            }
        }
        streams.save(handle, moved);
        return steps;
    }

    private static StreamPosition position(StoredBlock block) {
        return new StreamPosition(
                block.identity().boot(),
                block.blockIndex(),
                block.startsAt(),
                Duration.ofNanos(Math.round(block.counts().length / block.sampleRateHz() * NANOS_PER_SECOND)));
    }
}
