package io.milliwatt.nodes.run;

import io.milliwatt.firmware.FirmwareException;
import io.milliwatt.firmware.ModelFlash;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import java.nio.file.Path;
import java.util.function.Consumer;
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
    private final Consumer<NativeNode> preparation;

    /**
     * @param configurationOfBoot the node's configuration for a boot id
     * @param storyBeginsAnew whether each start of the program finds a machine that its node has to learn anew
     * @param preparation of each node that was started, before it takes its snapshot over
     */
    FirmwareStart(
            long nodeId,
            LongFunction<NodeConfiguration> configurationOfBoot,
            boolean storyBeginsAnew,
            NodeMemory memory,
            NodeModels models,
            Consumer<NativeNode> preparation) {
        this.nodeId = nodeId;
        this.configurationOfBoot = configurationOfBoot;
        this.storyBeginsAnew = storyBeginsAnew;
        this.memory = memory;
        this.models = models.in(memory.flashFile());
        this.preparation = preparation;
    }

    private NativeNode started(NodeConfiguration configuration) {
        NativeNode node = new NativeNode(configuration, models);
        preparation.accept(node);
        return node;
    }

    /** At the start of the program. */
    NativeNode first() {
        NodeConfiguration configuration = configurationOfBoot.apply(memory.nextBoot());
        NativeNode node = restored(started(configuration));
        if (storyBeginsAnew && node.heldFrames() == 0) {
            node.close();
            return started(configuration);
        }
        return node;
    }

    /** When the node itself wants to be started anew; its snapshot has just been kept. */
    NativeNode again() {
        return restored(started(configurationOfBoot.apply(memory.nextBoot())));
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
