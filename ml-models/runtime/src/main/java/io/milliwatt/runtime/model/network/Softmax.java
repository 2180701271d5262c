package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/**
 * Softmax of the whole tensor by TFLite's integer rule; the result has scale 1/256 and zero point −128.
 *
 * @param multiplier scale × 2²⁶ normalized to 2³⁰ … 2³¹ − 1; 0 … 2³¹ − 1
 * @param leftShift of the differences, 0 … 31
 */
public record Softmax(int multiplier, int leftShift) implements Operator {

    static final int CODE = 7;
    private static final int MAXIMUM_ELEMENTS = 256;
    private static final int QUARTER = 1 << 24;
    private static final int[] FACTORS = {1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242};

    public Softmax {
        Check.range(multiplier, 0, Integer.MAX_VALUE, "multiplier of a softmax");
        Check.range(leftShift, 0, 31, "left shift of a softmax");
    }

    /** For an input of this scale (real value per unit), up to 32. */
    public static Softmax ofScale(double inputScale) {
        Check.require(
                inputScale > 0x1p-26 && inputScale <= 32,
                "The scale of a softmax's input must be over 2^-26 and at most 32, not " + inputScale + ".");
        double wanted = Math.min(inputScale * (1 << 26), Integer.MAX_VALUE);
        int leftShift = Math.getExponent(wanted) + 1;
        long multiplier = Math.round(wanted / Math.pow(2, leftShift) * 0x1p31);
        return multiplier == 1L << 31 ? new Softmax(1 << 30, leftShift + 1) : new Softmax((int) multiplier, leftShift);
    }

    @Override
    public TensorShape output(TensorShape input) {
        Check.range(input.elements(), 1, MAXIMUM_ELEMENTS, "number of elements of a softmax");
        return input;
    }

    @Override
    public long operations(TensorShape input) {
        return input.elements();
    }

    @Override
    public short[] apply(TensorShape input, short[] tensor) {
        int largest = Byte.MIN_VALUE;
        for (short value : tensor) {
            largest = Math.max(largest, value);
        }
        int sum = 0;
        for (short value : tensor) {
            sum += counts(value - largest) ? FixedPoint.over(exponential(scaled(value - largest)), 12) : 0;
        }
        int zeros = Integer.numberOfLeadingZeros(sum);
        int scale = reciprocal(sum << (zeros - 1));
        short[] out = new short[tensor.length];
        for (int at = 0; at < out.length; at++) {
            int difference = tensor[at] - largest;
            int above = counts(difference)
                    ? FixedPoint.over(FixedPoint.times(scale, exponential(scaled(difference))), 35 - zeros)
                    : 0;
            out[at] = (short) Math.min(Byte.MIN_VALUE + above, Byte.MAX_VALUE);
        }
        return out;
    }

    private boolean counts(int difference) {
        return difference >= -(31 << 26 >>> leftShift);
    }

    private int scaled(int difference) {
        return FixedPoint.times(difference << leftShift, multiplier);
    }

    /** exp(a) in Q0.31 for a ≤ 0 in Q5.26. */
    private static int exponential(int a) {
        if (a == 0) {
            return Integer.MAX_VALUE;
        }
        int fraction = (a & (QUARTER - 1)) - QUARTER;
        int x = fraction * 32 + (1 << 28);
        int x2 = FixedPoint.times(x, x);
        int x3 = FixedPoint.times(x2, x);
        int x4 = FixedPoint.times(x2, x2);
        int tail = FixedPoint.over(FixedPoint.times(FixedPoint.over(x4, 2) + x3, 715827883) + x2, 1);
        int result = 1895147668 + FixedPoint.times(1895147668, x + tail);
        int remainder = fraction - a;
        for (int bit = 0; bit < FACTORS.length; bit++) {
            if ((remainder >>> (24 + bit) & 1) != 0) {
                result = FixedPoint.times(result, FACTORS[bit]);
            }
        }
        return result;
    }

    /** 1 / (2 × half) in Q0.31 for half the denominator in Q0.31, by Newton's method as in gemmlowp. */
    private static int reciprocal(int half) {
        int x = 1515870810 + FixedPoint.times(half, -1010580540);
        for (int turn = 0; turn < 3; turn++) {
            int rest = (1 << 29) - FixedPoint.times(half, x);
            x += FixedPoint.saturated(4L * FixedPoint.times(x, rest));
        }
        return FixedPoint.saturated(2L * x);
    }

    @Override
    public boolean moves() {
        return false;
    }

    @Override
    public int encodedLength() {
        return OperatorHead.LENGTH + 8;
    }

    @Override
    public void write(ByteBuffer out) {
        OperatorHead.bare(CODE).write(out);
        out.putInt(multiplier).putInt(leftShift);
    }

    static Softmax read(OperatorHead head, ByteBuffer in) {
        head.requireOnly(OperatorHead.bare(CODE));
        return new Softmax(in.getInt(), in.getInt());
    }
}
