package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/**
 * Dense layer of int8 that stores only the weights that are not zero.
 *
 * @param sums rows as long as the input has elements
 */
public record SparseDense(WeightedSums sums) implements Operator {

    static final int CODE = 9;

    public SparseDense {
        Check.require(!sums.hasFourBits(), "A sparse layer has int8 weights, not four-bit ones.");
        sums.checkNarrow();
    }

    @Override
    public TensorShape output(TensorShape input) {
        return new Dense(sums).output(input);
    }

    /** Weights that are not zero. */
    @Override
    public long operations(TensorShape input) {
        return SparseRows.stored(sums);
    }

    @Override
    public short[] apply(TensorShape input, short[] tensor) {
        return new Dense(sums).apply(input, tensor);
    }

    @Override
    public boolean moves() {
        return true;
    }

    @Override
    public int encodedLength() {
        int scales = sums.rescaling().scales();
        return OperatorHead.LENGTH
                + 4
                + 4 * sums.channels()
                + 4 * scales
                + Bytes.padded(scales)
                + SparseRows.encodedLength(sums);
    }

    @Override
    public void write(ByteBuffer out) {
        OperatorHead.of(CODE, sums).write(out);
        SparseRows.write(sums, out);
    }

    static SparseDense read(OperatorHead head, TensorShape input, ByteBuffer in) {
        Check.require(!head.fourBits(), "A sparse layer has int8 weights, not four-bit ones.");
        SparseDense dense = new SparseDense(SparseRows.read(head, input.elements(), in));
        head.requireOnly(OperatorHead.of(CODE, dense.sums));
        return dense;
    }
}
