package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Probes and valves of a {@link NativeNode} that watches a soil; it lives as long as the node. */
public final class NativeIrrigation {

    private final MemorySegment node;
    private final MemorySegment sample;

    NativeIrrigation(Arena arena, MemorySegment node, SoilProbes probes, ValveOutputs valves, boolean compact) {
        this.node = node;
        sample = arena.allocate(SoilMoment.BYTES, 8);
        MemorySegment settings = arena.allocate(SoilProbes.BYTES + ValveOutputs.BYTES, 8);
        MemorySegment.copy(probes.encoded(), 0, settings, JAVA_BYTE, 0, SoilProbes.BYTES);
        MemorySegment.copy(valves.encoded(compact), 0, settings, JAVA_BYTE, SoilProbes.BYTES, ValveOutputs.BYTES);
        try {
            FirmwareException.check(
                    "Probes and valves were not taken", (int) NodeFunctions.IRRIGATE.invokeExact(node, settings));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** A reading of the probes; {@link #water} goes before it. */
    public void soil(SoilMoment moment) {
        MemorySegment.copy(moment.encoded(), 0, sample, JAVA_BYTE, 0, SoilMoment.BYTES);
        try {
            FirmwareException.check("The reading was not taken", (int) NodeFunctions.SOIL.invokeExact(node, sample));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * Valves and flow as of now; at least once a second while a valve is open, and before {@link #soil} and {@link NativeNode#receive}.
     *
     * @param uptimeMillis of a counter that nothing sets back; its lower 32 bits count
     * @param flowPulses of the meter's counter, likewise
     */
    public void water(long uptimeMillis, long flowPulses, long nowMillis) {
        try {
            FirmwareException.check("The water was not watched", (int)
                    NodeFunctions.WATER.invokeExact(node, (int) uptimeMillis, (int) flowPulses, nowMillis));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Which valves the node holds open: bit 0 for valve 1. */
    public int openValves() {
        try {
            return (int) NodeFunctions.OPEN_VALVES.invokeExact(node);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }
}
