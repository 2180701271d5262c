package io.milliwatt.nodes.run;

import io.milliwatt.firmware.FirmwareException;
import io.milliwatt.firmware.ModelFlash;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.logging.Logger;

/** Starts a node's firmware with what its flash still holds: at the start of the program, and when it wants another model. */
final class FirmwareStart {
    private static final Logger LOGGER = Logger.getLogger(FirmwareStart.class.getName());

    private final long nodeId;
    private final LongFunction<NodeConfiguration> configurationOfBoot;
    private final boolean storyBeginsAnew;
    private final NodeMemory memory;
    private final ModelFlash models;

    /**
     * @param configurationOfBoot the node's configuration for a boot id
     * @param storyBeginsAnew whether each start of the program finds a machine that its node has to learn anew
     */
    FirmwareStart(
            long nodeId,
            LongFunction<NodeConfiguration> configurationOfBoot,
            boolean storyBeginsAnew,
            NodeMemory memory,
            NodeModels models) {
        this.nodeId = nodeId;
        this.configurationOfBoot = configurationOfBoot;
        this.storyBeginsAnew = storyBeginsAnew;
        this.memory = memory;
        this.models = models.in(memory.flashFile());
    }

    /** At the start of the program. */
    NativeNode first() {
        NodeConfiguration configuration = configurationOfBoot.apply(memory.nextBoot());
        NativeNode node = restored(new NativeNode(configuration, models));
        if (storyBeginsAnew && node.heldFrames() == 0) {
            node.close();
            return new NativeNode(configuration, models);
        }
        return node;
    }

    /** When the node itself wants to be started anew; its snapshot has just been kept. */
    NativeNode again() {
        return restored(new NativeNode(configurationOfBoot.apply(memory.nextBoot()), models));
    }

    /** A snapshot that the firmware refuses is kept aside for whoever wants to know why; the node starts empty. */
    private NativeNode restored(NativeNode node) {
        try {
            memory.snapshot().ifPresent(node::restore);
        } catch (FirmwareException refused) {
            Path aside = memory.setSnapshotAside();
            LOGGER.warning(() -> "Node " + nodeId + " starts without its earlier state: " + refused.getMessage()
                    + " The refused snapshot is kept as " + aside + ".");
        }
        return node;
    }
}
