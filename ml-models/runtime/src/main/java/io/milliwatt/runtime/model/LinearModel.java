package io.milliwatt.runtime.model;

import java.nio.ByteBuffer;

/**
 * One weighted sum per class: score = (bias + Σ weight × input) / 2^rightShift, rounded half up and saturated to int16.
 */
public final class LinearModel implements Model {

    private final int weightBytes;
    private final int rightShift;
    private final int[] bias;
    private final short[][] weights;

    /**
     * @param weightBytes 1 for weights of −128 … 127, 2 for int16
     * @param rightShift 0 … 31
     * @param bias per class
     * @param weights per class, per input
     */
    public LinearModel(int weightBytes, int rightShift, int[] bias, short[][] weights) {
        ModelShape.require(weightBytes == 1 || weightBytes == 2, "Weights have 1 or 2 bytes, not " + weightBytes + ".");
        ModelShape.checkShift(rightShift, "right shift of a linear model");
        ModelShape.require(
                weights.length == bias.length,
                "There are weights for " + weights.length + " classes, but biases for " + bias.length + ".");
        ModelShape.check(weights.length == 0 ? 0 : weights[0].length, bias.length);
        this.weightBytes = weightBytes;
        this.rightShift = rightShift;
        this.bias = bias.clone();
        this.weights = new short[weights.length][];
        for (int index = 0; index < weights.length; index++) {
            this.weights[index] = weights[index].clone();
            checkWeights(this.weights[index]);
        }
    }

    private void checkWeights(short[] row) {
        ModelShape.require(
                row.length == weights[0].length,
                "A class has " + row.length + " weights, but the first has " + weights[0].length + ".");
        for (short weight : row) {
            ModelShape.require(
                    weightBytes == 2 || (weight >= Byte.MIN_VALUE && weight <= Byte.MAX_VALUE),
                    "Weight " + weight + " does not fit one byte; use two-byte weights.");
        }
    }

    @Override
    public int inputs() {
        return weights[0].length;
    }

    @Override
    public int classes() {
        return bias.length;
    }

    @Override
    public int operations() {
        return inputs() * classes();
    }

    @Override
    public void score(short[] inputs, short[] scores) {
        ModelShape.checkLengths(this, inputs, scores);
        for (int index = 0; index < bias.length; index++) {
            long sum = bias[index];
            for (int input = 0; input < inputs.length; input++) {
                sum += (long) weights[index][input] * inputs[input];
            }
            scores[index] = ModelShape.shiftedToShort(sum, rightShift);
        }
    }

    int encodedLength() {
        return 4 + 4 * bias.length + weightBytes * bias.length * inputs();
    }

    void write(ByteBuffer out) {
        out.put((byte) weightBytes).put((byte) rightShift).putShort((short) 0);
        for (int each : bias) {
            out.putInt(each);
        }
        for (short[] row : weights) {
            for (short weight : row) {
                if (weightBytes == 1) {
                    out.put((byte) weight);
                } else {
                    out.putShort(weight);
                }
            }
        }
    }

    static LinearModel read(ByteBuffer in, int inputs, int classes) {
        int weightBytes = Byte.toUnsignedInt(in.get());
        int rightShift = Byte.toUnsignedInt(in.get());
        ModelShape.require(in.getShort() == 0, "The reserved field of a linear model must be 0.");
        ModelShape.require(weightBytes == 1 || weightBytes == 2, "Weights have 1 or 2 bytes, not " + weightBytes + ".");
        int[] bias = new int[classes];
        for (int index = 0; index < classes; index++) {
            bias[index] = in.getInt();
        }
        short[][] weights = new short[classes][inputs];
        for (short[] row : weights) {
            for (int input = 0; input < inputs; input++) {
                row[input] = weightBytes == 1 ? in.get() : in.getShort();
            }
        }
        return new LinearModel(weightBytes, rightShift, bias, weights);
    }
}
