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
import java.util.List;

/** The firmware's reader of frames to a node, {@code mw_downlink_read}. */
final class NativeDownlink {

    static final int FORMAT = -6;

    private static final long BYTES = 256;
    private static final int DIGEST = 60;
    private static final MethodHandle READ = FirmwareLibrary.function(
            "mw_downlink_read",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS));

    private NativeDownlink() {}

    /**
     * What it read.
     *
     * @param code 0 or a negative error
     * @param numbers boot and sequence, then what belongs to the kind, as in the frame; empty for an error
     */
    record Read(int code, List<Long> numbers) {}

    static Read read(byte[] frame, long node, byte[] key) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment downlink = arena.allocate(BYTES, 8);
            MemorySegment bytes = arena.allocate(Math.max(1, frame.length));
            MemorySegment.copy(frame, 0, bytes, JAVA_BYTE, 0, frame.length);
            MemorySegment keyBytes = arena.allocateFrom(JAVA_BYTE, key);
            int code = (int) READ.invokeExact(
                    downlink,
                    bytes,
                    (long) frame.length,
                    (int) node,
                    keyBytes,
                    FirmwareLibrary.symbol("mw_host_crypto"));
            return new Read(code, code < 0 ? List.of() : numbers(downlink));
        } catch (Throwable thrown) {
            throw new IllegalStateException("mw_downlink_read failed", thrown);
        }
    }

    /** After the fields of {@code struct mw_downlink}. */
    private static List<Long> numbers(MemorySegment downlink) {
        long boot = number(downlink, 0);
        long sequence = number(downlink, 4);
        return switch ((int) downlink.get(JAVA_LONG, 16)) {
            case 8 -> List.of(boot, sequence, number(downlink, 24), number(downlink, 28), number(downlink, 32));
            case 9 -> List.of(boot, sequence, number(downlink, 36), number(downlink, 40));
            default ->
                List.of(
                        boot,
                        sequence,
                        number(downlink, 44),
                        number(downlink, 48),
                        number(downlink, 52),
                        number(downlink, 56),
                        number(downlink, DIGEST),
                        number(downlink, DIGEST + 28),
                        (long) Short.toUnsignedInt(downlink.get(JAVA_SHORT, DIGEST + 32)),
                        (long) Short.toUnsignedInt(downlink.get(JAVA_SHORT, DIGEST + 34)));
        };
    }

    private static long number(MemorySegment downlink, long offset) {
        return Integer.toUnsignedLong(downlink.get(JAVA_INT, offset));
    }
}
