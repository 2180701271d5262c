package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** The sparse weights of {@code bundle.md}, "Networks": a bit per weight, then the weights whose bit is set. */
final class SparseRows {

    private SparseRows() {}

    static int stored(WeightedSums sums) {
        int stored = 0;
        for (int channel = 0; channel < sums.channels(); channel++) {
            for (int index = 0; index < sums.rowLength(); index++) {
                stored += sums.weight(channel, index) != 0 ? 1 : 0;
            }
        }
        return stored;
    }

    /** Of the rows with the padding behind them. */
    static int encodedLength(WeightedSums sums) {
        return Bytes.padded(sums.channels() * bitmapBytes(sums.rowLength()) + stored(sums));
    }

    private static int bitmapBytes(int rowLength) {
        return (rowLength + 7) / 8;
    }

    static void write(WeightedSums sums, ByteBuffer out) {
        int end = encodedLength(sums);
        out.putInt(end);
        sums.writeScales(out);
        end += out.position();
        for (int channel = 0; channel < sums.channels(); channel++) {
            byte[] bitmap = new byte[bitmapBytes(sums.rowLength())];
            for (int index = 0; index < sums.rowLength(); index++) {
                if (sums.weight(channel, index) != 0) {
                    bitmap[index / 8] |= (byte) (1 << index % 8);
                }
            }
            out.put(bitmap);
            for (int index = 0; index < sums.rowLength(); index++) {
                if (sums.weight(channel, index) != 0) {
                    out.put((byte) sums.weight(channel, index));
                }
            }
        }
        while (out.position() < end) {
            out.put((byte) 0);
        }
    }

    static WeightedSums read(OperatorHead head, int rowLength, ByteBuffer in) {
        Check.range(head.channels(), 1, TensorShape.MAXIMUM_ELEMENTS, "number of output channels");
        Check.range(rowLength, 1, TensorShape.MAXIMUM_ELEMENTS, "number of weights of an output channel");
        int length = in.getInt();
        Check.require(
                length >= 0 && length <= in.remaining() && length % 4 == 0,
                "The rows of a sparse layer cannot have " + Integer.toUnsignedString(length) + " bytes, with "
                        + in.remaining() + " left; their length is a multiple of 4.");
        int scales = head.perChannel() ? head.channels() : 1;
        Check.require(
                4L * head.channels() + 4L * scales + Bytes.padded(scales) + length <= in.remaining(),
                "The network ends early, within a sparse layer of " + head.channels() + " channels.");
        int[] bias = Bytes.ints(in, head.channels());
        int[] multipliers = Bytes.ints(in, scales);
        int[] shifts = new int[scales];
        for (int scale = 0; scale < scales; scale++) {
            shifts[scale] = in.get();
        }
        Bytes.zeros(in, Bytes.padded(scales) - scales);
        int end = in.position() + length;
        byte[][] rows = rows(head.channels(), rowLength, in.slice(in.position(), length));
        in.position(end);
        return WeightedSums.of(bias, rows, head.rescaling(multipliers, shifts));
    }

    private static byte[][] rows(int channels, int rowLength, ByteBuffer in) {
        Check.require(
                (long) channels * bitmapBytes(rowLength) <= in.remaining(),
                "The rows of a sparse layer end early: " + in.remaining() + " bytes for " + channels + " rows.");
        byte[][] rows = new byte[channels][rowLength];
        for (byte[] row : rows) {
            byte[] bitmap = new byte[bitmapBytes(rowLength)];
            in.get(bitmap);
            for (int index = 0; index < 8 * bitmap.length; index++) {
                if ((bitmap[index / 8] >> index % 8 & 1) != 0) {
                    Check.require(index < rowLength, "A sparse row has a bit beyond its " + rowLength + " weights.");
                    row[index] = in.get();
                    Check.require(row[index] != 0, "A sparse row stores a weight that is 0.");
                }
            }
        }
        Check.require(in.remaining() <= 3, "A sparse layer has " + in.remaining() + " bytes after its rows.");
        Bytes.zeros(in, in.remaining());
        return rows;
    }
}
