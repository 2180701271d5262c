package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.FrameException.Fault.NOT_DETERMINISTIC;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.NOT_WELL_FORMED;

import java.util.Arrays;

/**
 * Checks that bytes are exactly one well-formed CBOR item in core deterministic encoding (RFC 8949 §4.2.1): shortest
 * arguments and floats, definite lengths, map keys ascending bytewise and so unique. The contract adds that map keys are
 * unsigned integers. Nesting deeper than {@value #MAX_DEPTH} is refused, so that hostile bytes cannot exhaust the stack.
 */
final class DeterministicEncoding {
    static final int MAX_DEPTH = 16;

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    /** The first of the simple values that mean something. Jackson takes those before it for integers. */
    private static final int FALSE = 20;

    /** Additional information that announces an argument of 1, 2, 4 or 8 bytes (RFC 8949 §3). */
    private static final int ONE_BYTE = 24;

    private static final int EIGHT_BYTES = 27;
    private static final int INDEFINITE = 31;

    private final byte[] bytes;
    private int position;
    /** The argument of the head read last, an unsigned 64-bit number. */
    private long argument;

    private DeterministicEncoding(byte[] bytes) {
        this.bytes = bytes;
    }

    static void check(byte[] bytes) throws FrameException {
        DeterministicEncoding reader = new DeterministicEncoding(bytes);
        reader.item(0);
        if (reader.position != bytes.length) {
            throw reader.malformed((bytes.length - reader.position) + " bytes follow the end of the CBOR item");
        }
    }

    private void item(int depth) throws FrameException {
        if (depth > MAX_DEPTH) {
            throw malformed("CBOR items are nested deeper than " + MAX_DEPTH);
        }
        int majorType = head();
        switch (majorType) {
            case UNSIGNED, NEGATIVE -> {}
            case BYTES, TEXT -> skip();
            case ARRAY -> {
                long count = countOfItems(1);
                for (long i = 0; i < count; i++) {
                    item(depth + 1);
                }
            }
            case MAP -> map(depth);
            case TAG -> item(depth + 1);
            default -> {} // simple values and floats end with their head
        }
    }

    private void map(int depth) throws FrameException {
        long count = countOfItems(2);
        int previousFrom = 0;
        int previousTo = 0;
        for (long i = 0; i < count; i++) {
            int from = position;
            if (head() != UNSIGNED) {
                throw malformed("a map key is no unsigned integer, and the contract has no other keys");
            }
            if (i > 0 && Arrays.compareUnsigned(bytes, previousFrom, previousTo, bytes, from, position) >= 0) {
                throw indeterminate("a map key does not come after the one before it");
            }
            previousFrom = from;
            previousTo = position;
            item(depth + 1);
        }
    }

    /** The major type; leaves the argument in {@link #argument} and the position behind the head. */
    private int head() throws FrameException {
        int initial = next();
        int majorType = initial >> 5;
        int information = initial & 0x1F;
        if (majorType > TAG && (information < FALSE || information == ONE_BYTE)) {
            throw malformed("a simple value other than false, true, null and undefined means nothing");
        }
        if (information < ONE_BYTE) {
            argument = information;
        } else if (information <= EIGHT_BYTES) {
            readArgument(majorType, information - ONE_BYTE);
        } else if (information == INDEFINITE && majorType >= BYTES && majorType <= MAP) {
            throw indeterminate("an item has indefinite length");
        } else {
            throw malformed("the item head 0x" + Integer.toHexString(initial) + " means nothing in CBOR");
        }
        return majorType;
    }

    private void readArgument(int majorType, int log2Size) throws FrameException {
        int size = 1 << log2Size;
        argument = 0;
        for (int i = 0; i < size; i++) {
            argument = argument << 8 | next();
        }
        if (majorType > TAG) {
            checkSimpleOrFloat(log2Size);
            return;
        }
        long smallest = log2Size == 0 ? ONE_BYTE : 1L << (Byte.SIZE << (log2Size - 1));
        if (Long.compareUnsigned(argument, smallest) < 0) {
            throw indeterminate("a number or length is not written in its shortest form");
        }
    }

    private void checkSimpleOrFloat(int log2Size) throws FrameException {
        boolean shorterHolds = switch (log2Size) {
            case 1 -> isOtherNaN(Float.float16ToFloat((short) argument));
            case 2 -> {
                float value = Float.intBitsToFloat((int) argument);
                yield Float.isNaN(value) || Float.float16ToFloat(Float.floatToFloat16(value)) == value;
            }
            default -> {
                double value = Double.longBitsToDouble(argument);
                yield Double.isNaN(value) || (float) value == value;
            }
        };
        if (shorterHolds) {
            throw indeterminate("a floating-point number is not written in its shortest form");
        }
    }

    /** The one NaN of deterministic encoding is 0x7E00 (RFC 8949 §4.2.2). */
    private boolean isOtherNaN(float value) {
        return Float.isNaN(value) && argument != 0x7E00;
    }

    /** The array's or map's count, refused when the remaining bytes cannot hold so many. */
    private long countOfItems(int leastBytesEach) throws FrameException {
        if (Long.compareUnsigned(argument, (bytes.length - position) / leastBytesEach) > 0) {
            throw malformed("an array or map says more items than bytes are left");
        }
        return argument;
    }

    private void skip() throws FrameException {
        if (Long.compareUnsigned(argument, bytes.length - position) > 0) {
            throw malformed("a string says more bytes than are left");
        }
        position += (int) argument;
    }

    private int next() throws FrameException {
        if (position >= bytes.length) {
            throw malformed("the bytes end in the middle of an item");
        }
        return bytes[position++] & 0xFF;
    }

    private FrameException malformed(String what) {
        return new FrameException(NOT_WELL_FORMED, "At byte " + position + ": " + what + ".");
    }

    private FrameException indeterminate(String what) {
        return new FrameException(NOT_DETERMINISTIC, "At byte " + position + ": " + what + ".");
    }
}
