package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A soil watched by the node's own code ({@code include/milliwatt/soil.h}), without the node around it: readings in, quality, forecast and
 * need out. One instance serves one thread.
 */
public final class NativeSoil implements AutoCloseable {

    /** Inputs of the model for one depth. */
    public static final int FEATURES = 48;

    private static final int ROW = 8;
    private static final int HORIZONS = 3;
    private static final MethodHandle SIZE =
            FirmwareLibrary.function("mw_java_soil_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
    private static final MethodHandle OPEN = FirmwareLibrary.function(
            "mw_java_soil_open", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle ACCEPT =
            FirmwareLibrary.function("mw_java_soil_accept", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle FORECAST = FirmwareLibrary.function(
            "mw_java_soil_forecast", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
    private static final MethodHandle INPUTS = FirmwareLibrary.function(
            "mw_java_soil_inputs", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
    private static final MethodHandle EXPECT_RAIN = FirmwareLibrary.function(
            "mw_java_soil_expect_rain", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG));

    private static final MethodHandle SET_LINES = FirmwareLibrary.function(
            "mw_java_soil_set_lines", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle FORGET =
            FirmwareLibrary.function("mw_java_soil_forget", FunctionDescriptor.ofVoid(ADDRESS));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment soil;
    private final MemorySegment sample;
    private final MemorySegment row;
    private final MemorySegment values;
    private final int depths;

    /**
     * What is known after a reading.
     *
     * @param flags of each probe, bits of a soil reading's frame
     * @param daysToRefillTenths of a day if it stays dry, 300 for thirty days or more
     * @param needTenths water up to the full line, 0.1 mm; 0 where none is needed
     */
    public record Status(
            List<Integer> flags, boolean dayEnded, OptionalInt daysToRefillTenths, int needTenths, boolean report) {
        public Status {
            flags = List.copyOf(flags);
        }
    }

    /**
     * Begins to watch; nothing is known of this soil yet.
     *
     * @param bundle whose decision rule is "soil"
     * @throws FirmwareException if the firmware refuses the bundle or the probes
     */
    public NativeSoil(byte[] bundle, SoilProbes probes) {
        boolean opened = false;
        depths = probes.depths().size();
        try {
            String refused = "The bundle cannot watch a soil";
            MemorySegment bytes = arena.allocate(Math.max(1, bundle.length), 8);
            MemorySegment.copy(bundle, 0, bytes, JAVA_BYTE, 0, bundle.length);
            long size = FirmwareException.check(refused, (long) SIZE.invokeExact(bytes, (long) bundle.length));
            soil = arena.allocate(size, 8);
            sample = arena.allocate(SoilMoment.BYTES, 8);
            row = arena.allocate(JAVA_INT, ROW);
            values = arena.allocate(JAVA_SHORT, FEATURES);
            MemorySegment settings = arena.allocate(SoilProbes.BYTES, 8);
            MemorySegment.copy(probes.encoded(), 0, settings, JAVA_BYTE, 0, SoilProbes.BYTES);
            FirmwareException.check(refused, (int) OPEN.invokeExact(soil, bytes, (long) bundle.length, settings));
            opened = true;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /** Takes a reading; empty for one that changed nothing. */
    public Optional<Status> accept(SoilMoment moment) {
        MemorySegment.copy(moment.encoded(), 0, sample, JAVA_BYTE, 0, SoilMoment.BYTES);
        try {
            if ((int) ACCEPT.invokeExact(soil, sample, row) == 0) {
                return Optional.empty();
            }
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
        List<Integer> flags = new ArrayList<>();
        for (int depth = 0; depth < depths; depth++) {
            flags.add(row.getAtIndex(JAVA_INT, depth));
        }
        int days = row.getAtIndex(JAVA_INT, 5);
        return Optional.of(new Status(
                flags,
                row.getAtIndex(JAVA_INT, 6) != 0,
                days < 0 ? OptionalInt.empty() : OptionalInt.of(days),
                row.getAtIndex(JAVA_INT, 4),
                row.getAtIndex(JAVA_INT, 7) != 0));
    }

    /** Changes of water content in 1, 3 and 7 days, 0.01 %; empty while too few days are known. */
    public Optional<short[]> forecast(int depth) {
        return read(FORECAST, depth, HORIZONS);
    }

    /** The model's inputs behind that. */
    public Optional<short[]> inputs(int depth) {
        return read(INPUTS, depth, FEATURES);
    }

    private Optional<short[]> read(MethodHandle function, int depth, int count) {
        try {
            boolean known = (int) function.invokeExact(soil, depth, values) != 0;
            return known ? Optional.of(values.asSlice(0, 2L * count).toArray(JAVA_SHORT)) : Optional.empty();
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * Rain to come.
     *
     * @param tenths of seven days, 0.1 mm; empty: nothing is known
     * @param firstDay of them, days since 1970 in the node's standard time
     */
    public void expectRain(int[] tenths, long firstDay) {
        for (int day = 0; day < tenths.length; day++) {
            values.setAtIndex(JAVA_SHORT, day, (short) tenths[day]);
        }
        MemorySegment given = tenths.length == 0 ? MemorySegment.NULL : values;
        try {
            EXPECT_RAIN.invokeExact(soil, given, firstDay);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Lines of a depth from now on, 0.01 % by volume, {@code refill} below {@code full}. */
    public void setLines(int depth, int refill, int full) {
        try {
            SET_LINES.invokeExact(soil, depth, refill, full);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Forgets the soil, as for another place, but for the lines that were set. */
    public void forget() {
        try {
            FORGET.invokeExact(soil);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
