package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** The largest value of each window of steps, per channel. */
public record MaximumPool(Pooling pooling) implements Operator {

    static final int CODE = 4;

    @Override
    public TensorShape output(TensorShape input) {
        return pooling.output(input);
    }

    @Override
    public long operations(TensorShape input) {
        return (long) output(input).elements() * pooling.kernel();
    }

    @Override
    public short[] apply(TensorShape input, short[] tensor) {
        short[] out = new short[output(input).elements()];
        for (int at = 0; at < out.length; at++) {
            int first = at / input.channels() * pooling.stride();
            int largest = Byte.MIN_VALUE;
            for (int tap = 0; tap < pooling.kernel(); tap++) {
                largest = Math.max(largest, tensor[(first + tap) * input.channels() + at % input.channels()]);
            }
            out[at] = pooling.cut(largest);
        }
        return out;
    }

    @Override
    public boolean moves() {
        return false;
    }

    @Override
    public int encodedLength() {
        return OperatorHead.LENGTH;
    }

    @Override
    public void write(ByteBuffer out) {
        OperatorHead.of(CODE, pooling).write(out);
    }

    static MaximumPool read(OperatorHead head) {
        head.requireOnly(OperatorHead.of(CODE, head.pooling()));
        return new MaximumPool(head.pooling());
    }
}
