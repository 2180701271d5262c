package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/**
 * Boot and sequence of a frame that this firmware built, read from its first bytes: {@code a8 00 version 01 node 02 boot
 * 03 sequence}, each number a CBOR unsigned integer.
 *
 * @param boot unsigned 32 bits
 * @param sequence unsigned 32 bits
 */
public record FrameIdentity(long boot, long sequence) {

    private static final int BOOT_KEY = 2;
    private static final int SEQUENCE_KEY = 3;

    /**
     * Reads a frame.
     *
     * @throws IllegalArgumentException if the bytes do not begin like a frame
     */
    public static FrameIdentity of(byte[] frame) {
        try {
            Cursor cursor = new Cursor(frame);
            long[] values = new long[SEQUENCE_KEY + 1];
            for (int key = 0; key <= SEQUENCE_KEY; key++) {
                cursor.expect(key);
                values[key] = cursor.unsigned();
            }
            return new FrameIdentity(values[BOOT_KEY], values[SEQUENCE_KEY]);
        } catch (ArrayIndexOutOfBoundsException cut) {
            throw new IllegalArgumentException("The bytes end before a frame's sequence number.", cut);
        }
    }

    /** Of a frame that the firmware has just handed out, from what it keeps in front of it. */
    static FrameIdentity handedOut(MemorySegment frame, MemorySegment scratch) {
        try {
            NodeFunctions.FRAME_IDENTITY.invokeExact(frame, scratch, scratch.asSlice(Integer.BYTES));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
        return new FrameIdentity(
                Integer.toUnsignedLong(scratch.get(JAVA_INT, 0)),
                Integer.toUnsignedLong(scratch.get(JAVA_INT, Integer.BYTES)));
    }

    private static final class Cursor {
        private final byte[] frame;
        private int at = 1;

        Cursor(byte[] frame) {
            this.frame = frame;
        }

        void expect(int key) {
            if (frame[at++] != key) {
                throw new IllegalArgumentException("The bytes do not begin like a frame: key " + key + " is missing.");
            }
        }

        long unsigned() {
            int first = Byte.toUnsignedInt(frame[at++]);
            int more = first < 24 ? 0 : 1 << (first - 24);
            if (first > 26) {
                throw new IllegalArgumentException("A frame's node, boot and sequence have at most 32 bits.");
            }
            long value = more == 0 ? first : 0;
            for (int index = 0; index < more; index++) {
                value = value << 8 | Byte.toUnsignedInt(frame[at++]);
            }
            return value;
        }
    }
}
