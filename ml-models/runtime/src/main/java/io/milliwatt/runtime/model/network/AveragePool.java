package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** The mean of each window of steps, per channel, halves away from zero. */
public record AveragePool(Pooling pooling) implements Operator {

    static final int CODE = 5;

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
        int count = pooling.kernel();
        for (int at = 0; at < out.length; at++) {
            int first = at / input.channels() * pooling.stride();
            int sum = 0;
            for (int tap = 0; tap < count; tap++) {
                sum += tensor[(first + tap) * input.channels() + at % input.channels()];
            }
            out[at] = pooling.cut((sum > 0 ? sum + count / 2 : sum - count / 2) / count);
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

    static AveragePool read(OperatorHead head) {
        head.requireOnly(OperatorHead.of(CODE, head.pooling()));
        return new AveragePool(head.pooling());
    }
}
