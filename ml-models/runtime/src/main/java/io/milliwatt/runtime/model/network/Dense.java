package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** Dense layer of int8: every output depends on the whole tensor. @param sums rows as long as the input has elements */
public record Dense(WeightedSums sums) implements Operator {

    static final int CODE = 1;

    public Dense {
        sums.checkNarrow();
    }

    @Override
    public TensorShape output(TensorShape input) {
        Check.require(
                sums.rowLength() == input.elements(),
                "A dense layer has rows of " + sums.rowLength() + " weights for " + input.elements() + " inputs.");
        return new TensorShape(1, sums.channels());
    }

    @Override
    public long operations(TensorShape input) {
        return (long) sums.channels() * sums.rowLength();
    }

    @Override
    public short[] apply(TensorShape input, short[] tensor) {
        short[] out = new short[sums.channels()];
        for (int channel = 0; channel < out.length; channel++) {
            out[channel] = sums.narrow(channel, tensor, 0);
        }
        return out;
    }

    @Override
    public boolean moves() {
        return true;
    }

    @Override
    public int encodedLength() {
        return OperatorHead.LENGTH + sums.encodedLength();
    }

    @Override
    public void write(ByteBuffer out) {
        OperatorHead.of(CODE, sums).write(out);
        sums.write(out);
    }

    static Dense read(OperatorHead head, TensorShape input, ByteBuffer in) {
        Dense dense = new Dense(WeightedSums.read(head, input.elements(), in));
        head.requireOnly(OperatorHead.of(CODE, dense.sums));
        return dense;
    }
}
