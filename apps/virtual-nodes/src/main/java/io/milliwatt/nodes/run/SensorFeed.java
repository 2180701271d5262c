package io.milliwatt.nodes.run;

import io.milliwatt.firmware.NativeNode;

/** What a node's sensor feels, a block of samples at a time. Used by one thread at a time. */
interface SensorFeed {
    /** Sets up what the firmware must know of its sensors, at each of its starts and before it takes its snapshot over. */
    default void prepare(NativeNode node) {}

    /** Whether the node is out of its gateway's reach, so that nothing goes either way. */
    default boolean outOfReach() {
        return false;
    }

    /** Length of a block. */
    double blockMillis();

    /** Gives the node the next block, whose last sample was taken at {@code atMillis}. */
    void feel(NativeNode node, long atMillis);
}
