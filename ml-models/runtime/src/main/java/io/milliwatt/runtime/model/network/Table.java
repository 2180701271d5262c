package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * An activation as a table.
 *
 * @param outputs the value for −128 … 127, in that order
 */
public record Table(byte[] outputs) implements Operator {

    static final int CODE = 6;
    static final int LENGTH = 256;

    public Table {
        outputs = outputs.clone();
        Check.require(outputs.length == LENGTH, "A table has 256 values, not " + outputs.length + ".");
    }

    /** @param function from −128 … 127 to −128 … 127 */
    public static Table of(IntUnaryOperator function) {
        byte[] outputs = new byte[LENGTH];
        for (int value = -128; value <= 127; value++) {
            int output = function.applyAsInt(value);
            Check.range(output, -128, 127, "table value");
            outputs[value + 128] = (byte) output;
        }
        return new Table(outputs);
    }

    @Override
    public byte[] outputs() {
        return outputs.clone();
    }

    @Override
    public TensorShape output(TensorShape input) {
        return input;
    }

    @Override
    public long operations(TensorShape input) {
        return input.elements();
    }

    @Override
    public short[] apply(TensorShape input, short[] tensor) {
        short[] out = new short[tensor.length];
        for (int at = 0; at < out.length; at++) {
            out[at] = outputs[tensor[at] + 128];
        }
        return out;
    }

    @Override
    public boolean moves() {
        return false;
    }

    @Override
    public int encodedLength() {
        return OperatorHead.LENGTH + LENGTH;
    }

    @Override
    public void write(ByteBuffer out) {
        OperatorHead.bare(CODE).write(out);
        out.put(outputs);
    }

    static Table read(OperatorHead head, ByteBuffer in) {
        head.requireOnly(OperatorHead.bare(CODE));
        byte[] outputs = new byte[LENGTH];
        in.get(outputs);
        return new Table(outputs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table that && Arrays.equals(outputs, that.outputs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(outputs);
    }

    @Override
    public String toString() {
        return "Table" + Arrays.toString(outputs);
    }
}
