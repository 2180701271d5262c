package io.milliwatt.gateway.downlink;

import io.milliwatt.telemetry.FrameBody;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What waits for nodes that are away: at most {@value #MAX_PER_NODE} bodies each, the oldest given up first. It lives in
 * memory; after a restart of the gateway a node gets its acknowledgement again by repeating the event. Safe for use by
 * several threads.
 */
public final class Waiting {
    static final int MAX_PER_NODE = 64;

    private final Map<Long, Deque<FrameBody>> bodies = new ConcurrentHashMap<>();

    public void add(long node, FrameBody body) {
        bodies.compute(node, (number, present) -> {
            Deque<FrameBody> queue = present == null ? new ArrayDeque<>() : present;
            if (!queue.contains(body)) {
                queue.addLast(body);
            }
            if (queue.size() > MAX_PER_NODE) {
                queue.removeFirst();
            }
            return queue;
        });
    }

    /** Takes everything that waits for a node, oldest first. */
    public List<FrameBody> takeAll(long node) {
        Deque<FrameBody> queue = bodies.remove(node);
        return queue == null ? List.of() : List.copyOf(queue);
    }
}
