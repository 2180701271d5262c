package io.milliwatt.dsp.fixedpoint.recipe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a section's little-endian numbers. */
final class ParameterWriter {

    /** Ample: 32 steps of at most 264 bytes and 16 outputs of at most 76. */
    private static final int CAPACITY = 16_384;

    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    int position() {
        return bytes.position();
    }

    ParameterWriter bytes(int... values) {
        for (int value : values) {
            bytes.put((byte) value);
        }
        return this;
    }

    ParameterWriter shorts(int... values) {
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return this;
    }

    ParameterWriter ints(int... values) {
        for (int value : values) {
            bytes.putInt(value);
        }
        return this;
    }

    ParameterWriter text(String text) {
        bytes.put(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    void setShort(int at, int value) {
        bytes.putShort(at, (short) value);
    }

    void setInt(int at, int value) {
        bytes.putInt(at, value);
    }

    void pad() {
        while (bytes.position() % 4 != 0) {
            bytes.put((byte) 0);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
