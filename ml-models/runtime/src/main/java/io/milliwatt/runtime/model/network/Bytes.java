package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** Arrays and padding in a little-endian buffer. */
final class Bytes {

    private Bytes() {}

    static int padded(int length) {
        return (length + 3) & ~3;
    }

    static int[] ints(ByteBuffer in, int count) {
        int[] values = new int[count];
        for (int index = 0; index < count; index++) {
            values[index] = in.getInt();
        }
        return values;
    }

    static void zeros(ByteBuffer in, int count) {
        for (int index = 0; index < count; index++) {
            Check.require(in.get() == 0, "Padding in a network must be 0.");
        }
    }
}
