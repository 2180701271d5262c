package io.milliwatt.dsp.fixedpoint.recipe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads a section's little-endian numbers; every read beyond the end throws {@link BufferUnderflowException}. */
final class ParameterReader {

    private final ByteBuffer bytes;
    private int stepEnd;

    ParameterReader(byte[] section) {
        bytes = ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    /** Bytes of the whole section. */
    int limit() {
        return bytes.limit();
    }

    boolean hasRemaining() {
        return bytes.hasRemaining();
    }

    /** Says where the step that is being read ends. */
    void beginStep(int end) {
        stepEnd = end;
    }

    /** Parameters of the step not read yet. */
    int remainingInStep() {
        return stepEnd - bytes.position();
    }

    int unsignedByte() {
        return Byte.toUnsignedInt(bytes.get());
    }

    byte signedByte() {
        return bytes.get();
    }

    int unsignedShort() {
        return Short.toUnsignedInt(bytes.getShort());
    }

    short signedShort() {
        return bytes.getShort();
    }

    int signedInt() {
        return bytes.getInt();
    }

    String text(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    void expectZeros(int count) {
        for (int i = 0; i < count; i++) {
            ParameterRange.require(
                    bytes.get() == 0, "A reserved byte of the recipe is not zero, at", bytes.position() - 1);
        }
    }

    /** Reads a step's last value, then its reserved bytes; for steps that end so. */
    <S> S thenZeros(S step, int count) {
        expectZeros(count);
        return step;
    }

    void expectPadding() {
        expectZeros(-bytes.position() & 3);
    }
}
