package io.milliwatt.nodes.run;

import io.milliwatt.nodes.emulator.EmulatedNode;
import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.fleet.SignalSource;
import io.milliwatt.nodes.link.GatewayAddress;
import io.milliwatt.nodes.link.GatewayLink;
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
    private static final Logger LOGGER = Logger.getLogger(NodeFleet.class.getName());

    private final List<VirtualNode> nodes = new ArrayList<>();
    private final List<EmulatedNode> boards = new ArrayList<>();
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
    void add(NodeScenario scenario, NodeModels models) {
        NodeAccounts.Account account = accounts.of(scenario.nodeId());
        NodeMemory memory = new NodeMemory(stateFolder, scenario.nodeId());
        FirmwareStart firmware = new FirmwareStart(scenario, account.keyBytes(), memory, models);
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

    /** Starts a node on an emulated board, which runs {@code program}. */
    void addEmulated(NodeScenario scenario, NodeModels models, Path program) {
        NodeAccounts.Account account = accounts.of(scenario.nodeId());
        EmulatedStart start = new EmulatedStart(
                scenario,
                account.keyBytes(),
                new NodeMemory(stateFolder, scenario.nodeId()),
                models,
                signals.of(scenario, VirtualNode.SAMPLE_RATE_HZ),
                stateFolder.resolve(scenario.nodeId() + ".board"),
                program);
        boards.add(new EmulatedNode(scenario.nodeId(), start, System::currentTimeMillis)
                .start(downlink -> GatewayLink.open(gateway, scenario.nodeId(), account.password(), downlink)));
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
        return nodes.stream().allMatch(VirtualNode::isConnected)
                && boards.stream().allMatch(EmulatedNode::isConnected);
    }

    int size() {
        return nodes.size() + boards.size();
    }

    @Override
    public void close() {
        boards.forEach(EmulatedNode::close);
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
