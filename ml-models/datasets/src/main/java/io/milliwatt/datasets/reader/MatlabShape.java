package io.milliwatt.datasets.reader;

import java.nio.ByteBuffer;

/**
 * Looks whether the dimensions that an uncompressed array states fit the bytes it has, in nested arrays too. A damaged dimension would
 * otherwise make the library ask for all memory there is. Compressed arrays need no look: their checksum tells damage.
 */
final class MatlabShape {
    /** Position among an array's elements: flags, dimensions, name, then what it holds. */
    private static final int DIMENSIONS = 1;

    private static final int MATRIX = 14;
    private static final int CELL_CLASS = 1;
    private static final int STRUCT_CLASS = 2;
    private static final int OBJECT_CLASS = 3;
    private static final int SPARSE_CLASS = 5;
    private static final int SMALLEST_ELEMENT_BYTES = 8;
    private static final int MAX_DEPTH = 64;

    private MatlabShape() {}

    /** @param from first byte of the array's data; its bytes end before {@code to}, which lies in the buffer */
    static boolean isPlausible(ByteBuffer bytes, int from, int to) {
        return isPlausible(bytes, from, to, 0);
    }

    private static boolean isPlausible(ByteBuffer bytes, int from, int to, int depth) {
        if (depth > MAX_DEPTH || to - from < 2 * SMALLEST_ELEMENT_BYTES) {
            return depth <= MAX_DEPTH;
        }
        int arrayClass = bytes.getInt(from + 8) & 0xFF;
        boolean holdsArrays = arrayClass == CELL_CLASS || arrayClass == STRUCT_CLASS || arrayClass == OBJECT_CLASS;
        int position = from;
        int index = 0;
        while (to - position >= SMALLEST_ELEMENT_BYTES) {
            int first = bytes.getInt(position);
            boolean small = first >>> 16 != 0; // length in the upper half, data in the next four bytes
            int type = small ? first & 0xFFFF : first;
            long length = small ? first >>> 16 : Integer.toUnsignedLong(bytes.getInt(position + 4));
            int data = small ? position + 4 : position + 8;
            if (data + length > to) {
                return false;
            }
            int end = (int) (data + length);
            boolean plausible = true;
            if (index == DIMENSIONS && arrayClass != SPARSE_CLASS) {
                plausible = values(bytes, data, end) <= (to - from) / (holdsArrays ? SMALLEST_ELEMENT_BYTES : 1);
            } else if (type == MATRIX && holdsArrays) {
                plausible = isPlausible(bytes, data, end, depth + 1);
            }
            index++;
            if (!plausible) {
                return false;
            }
            position = small ? position + 8 : from + padded(end - from);
        }
        return true;
    }

    private static long values(ByteBuffer bytes, int from, int to) {
        long product = 1;
        for (int at = from; at + 4 <= to; at += 4) {
            long dimension = bytes.getInt(at);
            if (dimension < 0 || dimension > Integer.MAX_VALUE / Math.max(1, product)) {
                return Long.MAX_VALUE;
            }
            product *= dimension;
        }
        return product;
    }

    private static int padded(int length) {
        return (length + 7) & ~7;
    }
}
