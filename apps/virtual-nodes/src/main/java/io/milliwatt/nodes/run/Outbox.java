package io.milliwatt.nodes.run;

import io.milliwatt.firmware.FrameIdentity;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.nodes.link.GatewayLink;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries a node's frames to the gateway, a few at a time. The node keeps each until its delivery is told here; what was
 * under way when the connection broke is asked of the node again.
 */
final class Outbox {
    /** Enough that the gateway's batching to Kafka does not set the pace, few enough to repeat after a broken connection. */
    private static final int FRAMES_UNDER_WAY = 16;

    private final NativeNode node;
    private final GatewayLink link;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Queue<FrameIdentity> delivered = new ConcurrentLinkedQueue<>();

    Outbox(NativeNode node, GatewayLink link) {
        this.node = node;
        this.link = link;
    }

    /** Settles what has been answered since the last call, then sends what may be sent. Called by the node's thread. */
    void turn(long nowMillis) {
        for (FrameIdentity frame = delivered.poll(); frame != null; frame = delivered.poll()) {
            node.delivered(frame.boot(), frame.sequence());
        }
        if (underWay.get() == 0 && broken.compareAndSet(true, false)) {
            node.resend();
        }
        while (link.isConnected() && !broken.get() && underWay.get() < FRAMES_UNDER_WAY) {
            Optional<byte[]> frame = node.nextFrame(nowMillis);
            if (frame.isEmpty()) {
                return;
            }
            send(frame.get(), node.identityOfFrame());
        }
    }

    private void send(byte[] frame, FrameIdentity identity) {
        underWay.incrementAndGet();
        var unusedAnswer = link.send(frame).whenComplete((acknowledged, failure) -> {
            if (failure == null) {
                delivered.add(identity);
            } else {
                broken.set(true);
            }
            underWay.decrementAndGet();
        });
    }
}
