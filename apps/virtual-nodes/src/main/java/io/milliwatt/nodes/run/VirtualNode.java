package io.milliwatt.nodes.run;

import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.Reception;
import io.milliwatt.nodes.link.GatewayLink;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One node: its firmware, its sensor, its memory and its connection. Turned by one thread at a time. */
final class VirtualNode implements AutoCloseable {
    private static final long SNAPSHOT_INTERVAL_MILLIS = 5000;
    /** A repeat, and a fragment that was on its way when the last one was accepted, are part of every day. */
    private static final Set<Reception> HARMLESS =
            EnumSet.of(Reception.ACCEPTED, Reception.SEEN_BEFORE, Reception.NO_SUCH_UPDATE);

    private static final Logger LOGGER = Logger.getLogger(VirtualNode.class.getName());

    private final long nodeId;
    private final FirmwareStart firmware;
    private final SensorFeed sensor;
    private final NodeMemory memory;
    private final GatewayLink link;
    private final SampleClock clock;
    private final Queue<byte[]> downlinks;
    private NativeNode node;
    private Outbox outbox;
    private long nextSnapshotMillis;

    VirtualNode(
            long nodeId,
            FirmwareStart firmware,
            SensorFeed sensor,
            NodeMemory memory,
            GatewayLink link,
            Queue<byte[]> downlinks,
            long startMillis) {
        this.nodeId = nodeId;
        this.firmware = firmware;
        this.node = firmware.first();
        this.sensor = sensor;
        this.memory = memory;
        this.link = link;
        this.downlinks = downlinks;
        this.outbox = new Outbox(node, link);
        this.clock = new SampleClock(sensor.blockMillis(), startMillis);
        this.nextSnapshotMillis = startMillis + SNAPSHOT_INTERVAL_MILLIS;
    }

    /** A queue between the network's thread and the node's. */
    static Queue<byte[]> downlinks() {
        return new ConcurrentLinkedQueue<>();
    }

    boolean isConnected() {
        return link.isConnected();
    }

    /** Brings the node up to {@code nowMillis}. */
    void turn(long nowMillis) {
        boolean reached = !sensor.outOfReach();
        for (byte[] frame = downlinks.poll(); frame != null; frame = downlinks.poll()) {
            if (!reached) {
                continue;
            }
            Reception reception = node.receive(frame, nowMillis);
            if (!HARMLESS.contains(reception)) {
                LOGGER.log(Level.WARNING, "Node {0} refused a frame: {1}", new Object[] {nodeId, reception});
            }
        }
        while (clock.isDue(nowMillis)) {
            sensor.feel(node, clock.take());
        }
        if (node.restartWanted()) {
            restart();
        }
        if (reached) {
            outbox.turn(nowMillis);
        }
        if (nowMillis >= nextSnapshotMillis) {
            memory.keep(node.snapshot());
            nextSnapshotMillis = nowMillis + SNAPSHOT_INTERVAL_MILLIS;
        }
    }

    /** What was on its way is handed out again by the node's next life, and told apart by boot and sequence. */
    private void restart() {
        memory.keep(node.snapshot());
        node.close();
        node = firmware.again();
        outbox = new Outbox(node, link);
        LOGGER.log(Level.INFO, "Node {0} has restarted with another model.", nodeId);
    }

    @Override
    public void close() {
        link.close();
        memory.keep(node.snapshot());
        node.close();
    }
}
