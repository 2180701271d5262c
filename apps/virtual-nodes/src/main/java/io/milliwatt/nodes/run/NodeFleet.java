package io.milliwatt.nodes.run;

import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.nodes.emulator.EmulatedNode;
import io.milliwatt.nodes.fleet.HeartSource;
import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.fleet.PatientNode;
import io.milliwatt.nodes.fleet.SignalSource;
import io.milliwatt.nodes.fleet.ZoneNode;
import io.milliwatt.nodes.link.GatewayAddress;
import io.milliwatt.nodes.link.GatewayLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
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
    private final HeartSource hearts;
    private final Path stateFolder;

    NodeFleet(
            GatewayAddress gateway, NodeAccounts accounts, SignalSource signals, HeartSource hearts, Path stateFolder) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.signals = signals;
        this.hearts = hearts;
        this.stateFolder = stateFolder;
    }

    /** Starts a node on a machine; its first samples come at the next turn. */
    void add(NodeScenario scenario, NodeModels models) {
        byte[] key = accounts.of(scenario.nodeId()).keyBytes();
        // The story of a machine with a damage begins anew with a sound bearing, and its node has to learn that one.
        add(
                scenario.nodeId(),
                new MachineSensor(signals.of(scenario, MachineSensor.SAMPLE_RATE_HZ)),
                boot -> MachineSensor.configuration(scenario, boot, key),
                scenario.signal().damage().isPresent(),
                models);
    }

    /** Starts a node on a chest. */
    void add(PatientNode patient, NodeModels models) {
        byte[] key = accounts.of(patient.nodeId()).keyBytes();
        add(
                patient.nodeId(),
                new HeartSensor(hearts.of(patient, HeartSensor.SAMPLE_RATE_HZ), patient.sensors(), patient.battery()),
                boot -> HeartSensor.configuration(patient, boot, key),
                false,
                models);
    }

    /** Starts a node in a zone. */
    void add(ZoneNode zone, NodeModels models) {
        byte[] key = accounts.of(zone.nodeId()).keyBytes();
        add(
                zone.nodeId(),
                new SoilSensor(
                        zone, new ZoneMemory(stateFolder, zone.nodeId()), new FaultSwitch(stateFolder, zone.nodeId())),
                boot -> SoilSensor.configuration(zone, boot, key),
                false,
                models);
    }

    private void add(
            int nodeId,
            SensorFeed sensor,
            LongFunction<NodeConfiguration> configurationOfBoot,
            boolean storyBeginsAnew,
            NodeModels models) {
        NodeMemory memory = new NodeMemory(stateFolder, nodeId);
        FirmwareStart firmware =
                new FirmwareStart(nodeId, configurationOfBoot, storyBeginsAnew, memory, models, sensor::prepare);
        Queue<byte[]> downlinks = VirtualNode.downlinks();
        GatewayLink link = GatewayLink.open(gateway, nodeId, accounts.of(nodeId).password(), downlinks::add);
        VirtualNode node =
                new VirtualNode(nodeId, firmware, sensor, memory, link, downlinks, System.currentTimeMillis());
        nodes.add(node);
        // Spread over the interval, so that hundreds do not all send at the same instant.
        long delayMillis = nodes.size() * 37L % TURN_MILLIS;
        var unusedHandle =
                threads.scheduleAtFixedRate(() -> turn(node, nodeId), delayMillis, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Starts a node on an emulated board, which runs {@code program}. */
    void addEmulated(NodeScenario scenario, NodeModels models, Path program) {
        NodeAccounts.Account account = accounts.of(scenario.nodeId());
        EmulatedStart start = new EmulatedStart(
                scenario,
                account.keyBytes(),
                new NodeMemory(stateFolder, scenario.nodeId()),
                models,
                signals.of(scenario, MachineSensor.SAMPLE_RATE_HZ),
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
