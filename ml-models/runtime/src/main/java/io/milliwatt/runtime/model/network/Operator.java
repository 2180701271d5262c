package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** One step of a network, from one tensor to the next. Its numbers were checked, its fit to a tensor {@link #output} checks. */
public sealed interface Operator
        permits Dense,
                SparseDense,
                Convolution,
                DepthwiseConvolution,
                MaximumPool,
                AveragePool,
                Table,
                Softmax,
                WideDense {

    /**
     * The shape that comes out.
     *
     * @throws IllegalArgumentException with a sentence if the operator does not fit such an input
     */
    TensorShape output(TensorShape input);

    /** Multiply-accumulates, or values looked at, for an input of this shape. */
    long operations(TensorShape input);

    /** A new tensor; values are int8, or int16 for {@link WideDense}. */
    short[] apply(TensorShape input, short[] tensor);

    /** Whether a node writes the result beside the input rather than over it. */
    boolean moves();

    /** Elements that a node copies together for one output step; 0 when it reads the input in place. */
    default int windowElements() {
        return 0;
    }

    int encodedLength();

    void write(ByteBuffer out);
}
