package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The beats of a whole recording, described by the firmware's own code (operation 30 of a recipe). */
public final class NativeBeats {

    private static final int VALUES = 65;
    private static final int SHORTEST_INTERVAL_SAMPLES = 8;

    private static final MethodHandle DESCRIBE = FirmwareLibrary.function(
            "mw_java_describe_beats",
            FunctionDescriptor.of(
                    JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));

    private NativeBeats() {}

    /**
     * A beat and its array.
     *
     * @param sample of the R wave, 0 for the recording's first
     * @param late whether it was found by searching back
     */
    public record DescribedBeat(long sample, boolean late, List<Short> features) {
        public DescribedBeat {
            features = List.copyOf(features);
        }
    }

    /**
     * Describes every beat of a recording.
     *
     * @param section of a recipe
     * @param step the number of its beat features step
     * @param nanoUnitsPerCount of the samples, 1 … 2³⁰ − 1
     * @throws FirmwareException if the firmware refuses the recipe
     */
    public static List<DescribedBeat> describe(byte[] section, int step, int nanoUnitsPerCount, short[] samples) {
        try (Arena arena = Arena.ofConfined()) {
            int capacity = samples.length / SHORTEST_INTERVAL_SAMPLES + 1;
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, section);
            MemorySegment counts = arena.allocateFrom(JAVA_SHORT, samples);
            MemorySegment positions = arena.allocate(JAVA_INT, capacity);
            MemorySegment values = arena.allocate(JAVA_SHORT, (long) capacity * VALUES);
            long found = FirmwareException.check("The recording's beats were not described", (int) DESCRIBE.invokeExact(
                    bytes,
                    section.length,
                    step,
                    nanoUnitsPerCount,
                    counts,
                    samples.length,
                    positions,
                    values,
                    capacity));
            List<DescribedBeat> beats = new ArrayList<>();
            for (int beat = 0; beat < Math.min(found, capacity); beat++) {
                short[] row = values.asSlice(2L * VALUES * beat, 2L * VALUES).toArray(JAVA_SHORT);
                beats.add(new DescribedBeat(
                        Integer.toUnsignedLong(positions.getAtIndex(JAVA_INT, beat)),
                        row[VALUES - 1] != 0,
                        boxed(row)));
            }
            return beats;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    private static List<Short> boxed(short[] row) {
        List<Short> features = new ArrayList<>();
        for (short value : Arrays.copyOf(row, VALUES - 1)) {
            features.add(value);
        }
        return features;
    }
}
