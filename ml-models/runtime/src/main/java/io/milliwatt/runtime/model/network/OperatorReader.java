package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** Reads one operator record. */
final class OperatorReader {

    private OperatorReader() {}

    static Operator read(ByteBuffer in, TensorShape input) {
        OperatorHead head = OperatorHead.read(in);
        return switch (head.code()) {
            case Dense.CODE -> Dense.read(head, input, in);
            case Convolution.CODE -> Convolution.read(head, input, in);
            case DepthwiseConvolution.CODE -> DepthwiseConvolution.read(head, input, in);
            case MaximumPool.CODE -> MaximumPool.read(head);
            case AveragePool.CODE -> AveragePool.read(head);
            case Table.CODE -> Table.read(head, in);
            case Softmax.CODE -> Softmax.read(head, in);
            case WideDense.CODE -> WideDense.read(head, input, in);
            case SparseDense.CODE -> SparseDense.read(head, input, in);
            default ->
                throw new IllegalArgumentException(
                        "Operator " + head.code() + " is not known here; 1 to 9 are. Is this suite too old?");
        };
    }
}
