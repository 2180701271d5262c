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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A heart watched by the node's own code ({@code include/milliwatt/heart.h}), without the node around it: samples in, beats, events
 * and vitals out. One instance serves one thread.
 *
 * <pre>{@code
 * try (NativeHeart heart = new NativeHeart(bundle, 5_000_000, HeartWatch.SILENT)) {
 *     for (Told told : heart.accept(counts)) {
 *         switch (told) { case Beat beat -> …; case Event event -> …; case Second second -> …; }
 *     }
 * }
 * }</pre>
 */
public final class NativeHeart implements AutoCloseable {

    private static final int ROW = 12;
    private static final int KIND_BEAT = 1;
    private static final int KIND_EVENT = 2;
    private static final int SETTINGS_BYTES = 16;

    /** Samples handed over together; what they bring fits {@link #ROWS}. */
    private static final int CHUNK = 4_096;

    private static final int ROWS = 4_096;

    private static final MethodHandle SIZE =
            FirmwareLibrary.function("mw_java_heart_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
    private static final MethodHandle OPEN = FirmwareLibrary.function(
            "mw_java_heart_open", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS));
    private static final MethodHandle SAMPLES = FirmwareLibrary.function(
            "mw_java_heart_samples", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment heart;
    private final MemorySegment input;
    private final MemorySegment rows;

    /** What the heart has told. */
    public sealed interface Told permits Beat, Event, Second {}

    /**
     * A beat whose class is final.
     *
     * @param sample of the R wave, 0 for the first sample taken
     * @param beatClass 1 normal, 2 supraventricular, 3 ventricular, 4 fusion, 5 unclassifiable
     * @param confidence 0 … 255
     * @param flags bit 0 abstained, 1 in atrial fibrillation, 2 a pacing spike, 3 found late
     */
    public record Beat(long sample, int beatClass, int confidence, int flags) implements Told {}

    /**
     * A rhythm that has begun or ended.
     *
     * @param eventClass as in an event's frame
     * @param urgency 0 information … 3 high
     * @param heartRatePerMinute in the episode, 0 unknown
     * @param beats in the episode so far
     * @param millis from the episode's onset to {@code sample}, of an end to the episode's end
     * @param sample at which it was told
     */
    public record Event(
            int eventClass, int urgency, boolean onset, int heartRatePerMinute, long beats, long millis, long sample)
            implements Told {}

    /**
     * The values of a second.
     *
     * @param values the nine of recipe 2, as in a features frame
     * @param qualityFlags bits as there
     */
    public record Second(List<Integer> values, int qualityFlags) implements Told {
        public Second {
            values = List.copyOf(values);
        }
    }

    /**
     * Begins to watch; nothing is known of this heart yet.
     *
     * @param bundle whose decision rule is "beats"
     * @param nanoMillivoltPerCount size of one count in billionths of a millivolt; 5,000,000 where a count is 5 µV
     * @param watch its limits and rails; nothing is streamed here
     * @throws FirmwareException if the firmware refuses the bundle or the limits
     */
    public NativeHeart(byte[] bundle, int nanoMillivoltPerCount, HeartWatch watch) {
        boolean opened = false;
        try {
            String refused = "The bundle cannot watch a heart";
            MemorySegment bytes = arena.allocate(Math.max(1, bundle.length), 8);
            MemorySegment.copy(bundle, 0, bytes, JAVA_BYTE, 0, bundle.length);
            long size = FirmwareException.check(refused, (long) SIZE.invokeExact(bytes, (long) bundle.length));
            heart = arena.allocate(size, 8);
            input = arena.allocate(JAVA_SHORT, CHUNK);
            rows = arena.allocate(JAVA_INT, (long) ROW * ROWS);
            MemorySegment settings = arena.allocate(SETTINGS_BYTES, 2);
            MemorySegment.copy(settings(watch), 0, settings, JAVA_BYTE, 0, SETTINGS_BYTES);
            FirmwareException.check(refused, (int)
                    OPEN.invokeExact(heart, bytes, (long) bundle.length, nanoMillivoltPerCount, settings));
            opened = true;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /** {@code struct mw_heart_settings}: the sample rate, four limits, two rails, whether there is a pacemaker. */
    private static byte[] settings(HeartWatch watch) {
        ByteBuffer out = ByteBuffer.allocate(SETTINGS_BYTES).order(ByteOrder.nativeOrder());
        out.putShort((short) 0).putShort((short) watch.pauseMillis());
        out.putShort((short) watch.bradycardiaPerMinute()).putShort((short) watch.tachycardiaPerMinute());
        out.putShort((short) watch.frequentVentricularPerMinute());
        out.putShort((short) watch.lowestRail()).putShort((short) watch.highestRail());
        out.put((byte) (watch.hasPacemaker() ? 1 : 0));
        return out.array();
    }

    /** Takes counts of the lead; what they bring, in the order in which a node would tell it. */
    public List<Told> accept(short[] counts) {
        return accept(counts, 0, counts.length);
    }

    /** Takes {@code length} counts from {@code offset} on. */
    public List<Told> accept(short[] counts, int offset, int length) {
        List<Told> told = new ArrayList<>();
        for (int at = offset; at < offset + length; at += CHUNK) {
            int chunk = Math.min(CHUNK, offset + length - at);
            MemorySegment.copy(counts, at, input, JAVA_SHORT, 0, chunk);
            try {
                long found = FirmwareException.check(
                        "Samples were not taken", (int) SAMPLES.invokeExact(heart, input, chunk, rows, ROWS));
                for (int row = 0; row < found; row++) {
                    told.add(told(rows.asSlice(4L * ROW * row, 4L * ROW).toArray(JAVA_INT)));
                }
            } catch (Throwable thrown) {
                throw NodeFunctions.failed(thrown);
            }
        }
        return told;
    }

    private static Told told(int[] row) {
        return switch (row[0]) {
            case KIND_BEAT -> new Beat(Integer.toUnsignedLong(row[1]), row[2], row[3], row[4]);
            case KIND_EVENT ->
                new Event(
                        row[1],
                        row[2],
                        row[3] != 0,
                        row[4],
                        Integer.toUnsignedLong(row[5]),
                        row[6],
                        Integer.toUnsignedLong(row[7]));
            default -> {
                List<Integer> values = new ArrayList<>();
                for (int i = 1; i < ROW - 2; i++) {
                    values.add(row[i]);
                }
                yield new Second(values, row[ROW - 2]);
            }
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
