package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What dense layers and convolutions share: per output channel a bias and a row of weights, and the rescaling of their sums.
 *
 * <p>The sum is bias + Σ weight × element without zero points: with TFLite's bias b and input zero point z, bias = b − z × Σ weights.
 */
public final class WeightedSums {

    private static final int LARGEST_PRODUCT = 16384;
    private static final long LARGEST_ACCUMULATOR = (1L << 28) - 1;

    private final int[] bias;
    private final byte[][] rows;
    private final boolean fourBits;
    private final Rescaling rescaling;

    private WeightedSums(int[] bias, byte[][] rows, boolean fourBits, Rescaling rescaling) {
        Check.range(rows.length, 1, TensorShape.MAXIMUM_ELEMENTS, "number of output channels");
        Check.require(
                bias.length == rows.length,
                "There are " + rows.length + " rows of weights, but " + bias.length + " biases.");
        Check.require(
                !rescaling.isPerChannel() || rescaling.scales() == rows.length,
                "There are " + rows.length + " rows of weights, but " + rescaling.scales() + " multipliers.");
        Check.range(rows[0].length, 1, TensorShape.MAXIMUM_ELEMENTS, "number of weights of an output channel");
        this.bias = bias.clone();
        this.rows = new byte[rows.length][];
        for (int channel = 0; channel < rows.length; channel++) {
            Check.require(
                    rows[channel].length == rows[0].length,
                    "Row " + channel + " has " + rows[channel].length + " weights, but the first has " + rows[0].length
                            + ".");
            this.rows[channel] = rows[channel].clone();
        }
        this.fourBits = fourBits;
        this.rescaling = rescaling;
    }

    /** @param rows int8 weights, one row per output channel */
    public static WeightedSums of(int[] bias, byte[][] rows, Rescaling rescaling) {
        return new WeightedSums(bias, rows, false, rescaling);
    }

    /**
     * @param rows weights −8 … 7, one row per output channel; each counts as 16 times itself, so that bias and multipliers must be
     *     scaled for that
     */
    public static WeightedSums ofFourBits(int[] bias, byte[][] rows, Rescaling rescaling) {
        byte[][] counted = new byte[rows.length][];
        for (int channel = 0; channel < rows.length; channel++) {
            counted[channel] = new byte[rows[channel].length];
            for (int index = 0; index < counted[channel].length; index++) {
                Check.range(rows[channel][index], -8, 7, "four-bit weight");
                counted[channel][index] = (byte) (16 * rows[channel][index]);
            }
        }
        return new WeightedSums(bias, counted, true, rescaling);
    }

    public int channels() {
        return rows.length;
    }

    /** Weights of one output channel. */
    public int rowLength() {
        return rows[0].length;
    }

    public boolean hasFourBits() {
        return fourBits;
    }

    public Rescaling rescaling() {
        return rescaling;
    }

    int bias(int channel) {
        return bias[channel];
    }

    int weight(int channel, int index) {
        return rows[channel][index];
    }

    /** int8 arithmetic: ranges, and that no sum can overflow. */
    void checkNarrow() {
        Check.range(rescaling.zeroPoint(), -128, 127, "zero point");
        Check.range(rescaling.lowest(), -128, 127, "lowest output value");
        Check.range(rescaling.highest(), -128, 127, "highest output value");
        for (int channel = 0; channel < channels(); channel++) {
            int shift = rescaling.shift(channel);
            Check.range(shift, -30, 15, "shift");
            long magnitude = (long) LARGEST_PRODUCT * rowLength() + Math.abs((long) bias[channel]);
            Check.require(
                    magnitude <= LARGEST_ACCUMULATOR >> Math.max(shift, 0),
                    "The sums of output channel " + channel + " could exceed 2^28 (" + rowLength() + " weights, bias "
                            + bias[channel] + ", shift " + shift + "); use fewer weights or a smaller output scale.");
        }
    }

    /** int16 values with 64-bit sums. */
    void checkWide() {
        Check.require(!fourBits, "A wide layer has int8 weights, not four-bit ones.");
        Check.require(rescaling.zeroPoint() == 0, "A wide layer's zero point is 0.");
        for (int channel = 0; channel < channels(); channel++) {
            Check.range(rescaling.multiplier(channel), 0, Short.MAX_VALUE, "multiplier of a wide layer");
            Check.range(rescaling.shift(channel), -31, 7, "shift of a wide layer");
        }
    }

    /** The value of one channel for the elements from {@code start} on. */
    short narrow(int channel, short[] tensor, int start) {
        byte[] row = rows[channel];
        int sum = bias[channel];
        for (int index = 0; index < row.length; index++) {
            sum += row[index] * tensor[start + index];
        }
        return rescaling.narrow(channel, sum);
    }

    short wide(int channel, short[] tensor) {
        byte[] row = rows[channel];
        long sum = bias[channel];
        for (int index = 0; index < row.length; index++) {
            sum += row[index] * tensor[index];
        }
        return rescaling.wide(channel, sum);
    }

    int rowBytes() {
        return fourBits ? (rowLength() + 7) / 8 * 4 : Bytes.padded(rowLength());
    }

    int encodedLength() {
        return 4 * channels() + 4 * rescaling.scales() + channels() * rowBytes() + Bytes.padded(rescaling.scales());
    }

    void write(ByteBuffer out) {
        writeFactors(out);
        for (byte[] row : rows) {
            out.put(fourBits ? packed(row) : Arrays.copyOf(row, rowBytes()));
        }
        writeShifts(out);
    }

    /** Biases, multipliers and shifts one after the other, for rows that follow them. */
    void writeScales(ByteBuffer out) {
        writeFactors(out);
        writeShifts(out);
    }

    private void writeFactors(ByteBuffer out) {
        for (int each : bias) {
            out.putInt(each);
        }
        for (int scale = 0; scale < rescaling.scales(); scale++) {
            out.putInt(rescaling.multiplier(scale));
        }
    }

    private void writeShifts(ByteBuffer out) {
        byte[] shifts = new byte[Bytes.padded(rescaling.scales())];
        for (int scale = 0; scale < rescaling.scales(); scale++) {
            shifts[scale] = (byte) rescaling.shift(scale);
        }
        out.put(shifts);
    }

    private byte[] packed(byte[] row) {
        byte[] out = new byte[rowBytes()];
        for (int index = 0; index < row.length; index++) {
            int half = row[index] >> 4 & 15;
            out[index / 8 * 4 + index % 4] |= (byte) ((index & 4) == 0 ? half : half << 4);
        }
        return out;
    }

    static WeightedSums read(OperatorHead head, int rowLength, ByteBuffer in) {
        Check.range(head.channels(), 1, TensorShape.MAXIMUM_ELEMENTS, "number of output channels");
        Check.range(rowLength, 1, TensorShape.MAXIMUM_ELEMENTS, "number of weights of an output channel");
        Check.require(
                (long) head.channels() * rowLength / (head.fourBits() ? 2 : 1) <= in.remaining(),
                "The network ends early, within " + head.channels() + " rows of " + rowLength + " weights.");
        int scales = head.perChannel() ? head.channels() : 1;
        int[] bias = Bytes.ints(in, head.channels());
        int[] multipliers = Bytes.ints(in, scales);
        byte[][] rows = new byte[head.channels()][rowLength];
        for (byte[] row : rows) {
            if (head.fourBits()) {
                unpack(in, row);
            } else {
                in.get(row);
                Bytes.zeros(in, Bytes.padded(rowLength) - rowLength);
            }
        }
        int[] shifts = new int[scales];
        for (int scale = 0; scale < scales; scale++) {
            shifts[scale] = in.get();
        }
        Bytes.zeros(in, Bytes.padded(scales) - scales);
        Rescaling rescaling = head.rescaling(multipliers, shifts);
        return new WeightedSums(bias, rows, head.fourBits(), rescaling);
    }

    private static void unpack(ByteBuffer in, byte[] row) {
        byte[] stored = new byte[(row.length + 7) / 8 * 4];
        in.get(stored);
        for (int index = 0; index < 2 * stored.length; index++) {
            int both = stored[index / 8 * 4 + index % 4];
            int counted = (index & 4) == 0 ? both << 4 : both & 0xF0;
            if (index < row.length) {
                row[index] = (byte) counted;
            } else {
                Check.require((counted & 0xF0) == 0, "Four-bit weights beyond a row must be 0.");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedSums that
                && Arrays.equals(bias, that.bias)
                && Arrays.deepEquals(rows, that.rows)
                && fourBits == that.fourBits
                && rescaling.equals(that.rescaling);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bias) + Arrays.deepHashCode(rows);
    }
}
