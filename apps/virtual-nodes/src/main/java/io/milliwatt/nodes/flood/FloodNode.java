package io.milliwatt.nodes.flood;

import io.milliwatt.nodes.flood.FrameMint.Minted;
import io.milliwatt.nodes.link.GatewayLink;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One sender. What a broken connection leaves unknown is sent again with the same bytes, as a node's store does.
 * {@link #turn} is called by one thread; the answers come on others.
 */
final class FloodNode implements AutoCloseable {
    private final FrameMint mint;
    private final GatewayLink link;
    private final AcknowledgedFrames acknowledged;
    private final int window;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue<Minted> unknown = new ConcurrentLinkedQueue<>();

    FloodNode(FrameMint mint, GatewayLink link, AcknowledgedFrames acknowledged, int window) {
        this.mint = mint;
        this.link = link;
        this.acknowledged = acknowledged;
        this.window = window;
    }

    /** How many new frames this node has to send. */
    int due(Instant now) {
        return mint.due(now);
    }

    /** True when every frame of this node has been acknowledged. */
    boolean isSettled() {
        return underWay.get() == 0 && unknown.isEmpty();
    }

    /**
     * Sends as many frames as the window has room for.
     *
     * @param newFrames how many of them may be new ones
     * @return how many new ones were sent
     */
    int turn(int newFrames) {
        int sent = 0;
        while (link.isConnected() && underWay.get() < window) {
            Minted again = unknown.poll();
            if (again == null && sent == newFrames) {
                break;
            }
            if (again == null) {
                sent++;
            }
            send(again == null ? mint.next(Instant.now()) : again);
        }
        return sent;
    }

    private void send(Minted frame) {
        underWay.incrementAndGet();
        long begun = System.nanoTime();
        var unusedAnswer = link.send(frame.bytes()).whenComplete((answer, failure) -> {
            if (failure == null) {
                acknowledged.add(frame.identity(), System.nanoTime() - begun);
            } else {
                unknown.add(frame);
            }
            underWay.decrementAndGet();
        });
    }

    @Override
    public void close() {
        link.close();
    }
}
