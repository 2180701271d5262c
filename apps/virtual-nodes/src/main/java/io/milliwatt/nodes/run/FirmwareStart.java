package io.milliwatt.nodes.run;

import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.firmware.DutyCycle;
import io.milliwatt.firmware.FirmwareException;
import io.milliwatt.firmware.ModelFlash;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.signal.Digitizer;
import java.nio.file.Path;
import java.util.logging.Logger;

/** Starts a node's firmware with what its flash still holds: at the start of the program, and when it wants another model. */
final class FirmwareStart {
    private static final int FEATURES_EACH_WINDOW = 1;
    private static final int FRAME_STORE_BYTES = 512 << 10;
    private static final int CAPTURE_INTERVAL_SECONDS = 30;
    private static final int CAPTURE_BLOCKS = 1;
    private static final Logger LOGGER = Logger.getLogger(FirmwareStart.class.getName());

    private final NodeScenario scenario;
    private final byte[] key;
    private final NodeMemory memory;
    private final ModelFlash models;

    FirmwareStart(NodeScenario scenario, byte[] key, NodeMemory memory, NodeModels models) {
        this.scenario = scenario;
        this.key = key;
        this.memory = memory;
        this.models = models.in(memory.flashFile());
    }

    /** At the start of the program. */
    NativeNode first() {
        NodeConfiguration configuration = configuration(scenario, memory.nextBoot(), key);
        NativeNode node = restored(new NativeNode(configuration, models));
        boolean bearingWasReplaced = scenario.signal().damage().isPresent();
        if (bearingWasReplaced && node.heldFrames() == 0) {
            // The story of this machine begins anew with a sound bearing, so its node has to learn that one.
            node.close();
            return new NativeNode(configuration, models);
        }
        return node;
    }

    /** When the node itself wants to be started anew; its snapshot has just been kept. */
    NativeNode again() {
        return restored(new NativeNode(configuration(scenario, memory.nextBoot(), key), models));
    }

    static NodeConfiguration configuration(NodeScenario scenario, long boot, byte[] key) {
        FaultOrders orders = scenario.bearing().geometry().faultOrders();
        return NodeConfiguration.vibration(
                        scenario.nodeId(),
                        boot,
                        key,
                        (int) Digitizer.SIXTEEN_G.nanoGPerCount(),
                        io.milliwatt.dsp.fixedpoint.FaultOrders.of(
                                orders.outerRace(), orders.innerRace(), 2 * orders.elementSpin(), orders.cage()))
                .withStoreAndIntervals(
                        FRAME_STORE_BYTES, FEATURES_EACH_WINDOW, CAPTURE_INTERVAL_SECONDS, CAPTURE_BLOCKS)
                .withDutyCycle(scenario.bursts()
                        .map(bursts -> new DutyCycle(bursts.windows(), bursts.intervalSeconds()))
                        .orElse(DutyCycle.CONTINUOUS));
    }

    /** A snapshot that the firmware refuses is kept aside for whoever wants to know why; the node starts empty. */
    private NativeNode restored(NativeNode node) {
        try {
            memory.snapshot().ifPresent(node::restore);
        } catch (FirmwareException refused) {
            Path aside = memory.setSnapshotAside();
            LOGGER.warning(() -> "Node " + scenario.nodeId() + " starts without its earlier state: "
                    + refused.getMessage() + " The refused snapshot is kept as " + aside + ".");
        }
        return node;
    }
}
