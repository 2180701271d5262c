package io.milliwatt.nodes.run;

import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.firmware.FirmwareException;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.fleet.SignalSource;
import io.milliwatt.nodes.link.GatewayAddress;
import io.milliwatt.nodes.link.GatewayLink;
import io.milliwatt.nodes.signal.Digitizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All nodes of one process on a few threads. */
final class NodeFleet implements AutoCloseable {
    private static final int THREADS = 2;
    private static final long TURN_MILLIS = 100;
    private static final int FEATURES_EACH_WINDOW = 1;
    private static final int FRAME_STORE_BYTES = 512 << 10;
    private static final int CAPTURE_INTERVAL_SECONDS = 30;
    private static final int CAPTURE_BLOCKS = 1;
    private static final Logger LOGGER = Logger.getLogger(NodeFleet.class.getName());

    private final List<VirtualNode> nodes = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final GatewayAddress gateway;
    private final NodeAccounts accounts;
    private final SignalSource signals;
    private final Path stateFolder;

    NodeFleet(GatewayAddress gateway, NodeAccounts accounts, SignalSource signals, Path stateFolder) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.signals = signals;
        this.stateFolder = stateFolder;
    }

    /** Starts a node; its first samples come at the next turn. */
    void add(NodeScenario scenario, byte[] bundle) {
        NodeAccounts.Account account = accounts.of(scenario.nodeId());
        NodeMemory memory = new NodeMemory(stateFolder, scenario.nodeId());
        NativeNode firmware = start(scenario, account, memory, bundle);
        Queue<byte[]> downlinks = VirtualNode.downlinks();
        GatewayLink link = GatewayLink.open(gateway, scenario.nodeId(), account.password(), downlinks::add);
        VirtualNode node = new VirtualNode(
                scenario.nodeId(),
                firmware,
                signals.of(scenario, VirtualNode.SAMPLE_RATE_HZ),
                memory,
                link,
                downlinks,
                System.currentTimeMillis());
        nodes.add(node);
        // Spread over the interval, so that hundreds do not all send at the same instant.
        long delayMillis = nodes.size() * 37L % TURN_MILLIS;
        var unusedHandle = threads.scheduleAtFixedRate(
                () -> turn(node, scenario.nodeId()), delayMillis, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static NativeNode start(
            NodeScenario scenario, NodeAccounts.Account account, NodeMemory memory, byte[] bundle) {
        FaultOrders orders = scenario.bearing().geometry().faultOrders();
        NodeConfiguration configuration = NodeConfiguration.vibration(
                        scenario.nodeId(),
                        memory.nextBoot(),
                        account.keyBytes(),
                        (int) Digitizer.SIXTEEN_G.nanoGPerCount(),
                        io.milliwatt.dsp.fixedpoint.FaultOrders.of(
                                orders.outerRace(), orders.innerRace(), 2 * orders.elementSpin(), orders.cage()))
                .withStoreAndIntervals(
                        FRAME_STORE_BYTES, FEATURES_EACH_WINDOW, CAPTURE_INTERVAL_SECONDS, CAPTURE_BLOCKS);
        NativeNode node = restored(new NativeNode(configuration, bundle), scenario.nodeId(), memory);
        boolean bearingWasReplaced = scenario.signal().damage().isPresent();
        if (bearingWasReplaced && node.heldFrames() == 0) {
            // The story of this machine begins anew with a sound bearing, so its node has to learn that one.
            node.close();
            return new NativeNode(configuration, bundle);
        }
        return node;
    }

    /** A snapshot that the firmware refuses is kept aside for whoever wants to know why; the node starts empty. */
    private static NativeNode restored(NativeNode node, long nodeId, NodeMemory memory) {
        try {
            memory.snapshot().ifPresent(node::restore);
        } catch (FirmwareException refused) {
            Path aside = memory.setSnapshotAside();
            LOGGER.warning(() -> "Node " + nodeId + " starts without its earlier state: " + refused.getMessage()
                    + " The refused snapshot is kept as " + aside + ".");
        }
        return node;
    }

    private static void turn(VirtualNode node, long nodeId) {
        try {
            node.turn(System.currentTimeMillis());
        } catch (RuntimeException failure) {
            // An exception would silently end this node's turns.
            LOGGER.log(
                    Level.SEVERE, failure, () -> "Node " + nodeId + " failed in this turn and goes on with the next.");
        }
    }

    boolean allConnected() {
        return nodes.stream().allMatch(VirtualNode::isConnected);
    }

    int size() {
        return nodes.size();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOGGER.warning("The nodes did not come to rest within 5 s; their last snapshots are kept.");
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        nodes.forEach(VirtualNode::close);
    }
}
