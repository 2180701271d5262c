package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Convolution of int8 over time.
 *
 * @param sums a row of kernel × input channels weights per output channel, weight (tap, channel) at tap × channels + channel
 */
public record Convolution(WeightedSums sums, Sliding sliding) implements Operator {

    static final int CODE = 2;

    public Convolution {
        sums.checkNarrow();
    }

    @Override
    public TensorShape output(TensorShape input) {
        Check.require(
                sums.rowLength() == sliding.kernel() * input.channels(),
                "A convolution has rows of " + sums.rowLength() + " weights for " + sliding.kernel() + " taps on "
                        + input.channels() + " channels.");
        return new TensorShape(sliding.outputSteps(input.steps()), sums.channels());
    }

    @Override
    public long operations(TensorShape input) {
        return (long) output(input).elements() * sums.rowLength();
    }

    @Override
    public short[] apply(TensorShape input, short[] tensor) {
        TensorShape shape = output(input);
        short[] out = new short[shape.elements()];
        short[] window = new short[sums.rowLength()];
        for (int step = 0; step < shape.steps(); step++) {
            collect(input, tensor, step * sliding.stride() - sliding.paddingLeft(), window);
            for (int channel = 0; channel < sums.channels(); channel++) {
                out[step * sums.channels() + channel] = sums.narrow(channel, window, 0);
            }
        }
        return out;
    }

    private void collect(TensorShape input, short[] tensor, int first, short[] window) {
        for (int tap = 0; tap < sliding.kernel(); tap++) {
            int step = first + tap * sliding.dilation();
            int at = tap * input.channels();
            if (step >= 0 && step < input.steps()) {
                System.arraycopy(tensor, step * input.channels(), window, at, input.channels());
            } else {
                Arrays.fill(window, at, at + input.channels(), (short) sliding.paddingValue());
            }
        }
    }

    @Override
    public boolean moves() {
        return true;
    }

    @Override
    public int windowElements() {
        return sliding.gathers() ? sums.rowLength() : 0;
    }

    @Override
    public int encodedLength() {
        return OperatorHead.LENGTH + sums.encodedLength();
    }

    @Override
    public void write(ByteBuffer out) {
        OperatorHead.of(CODE, sums, sliding).write(out);
        sums.write(out);
    }

    static Convolution read(OperatorHead head, TensorShape input, ByteBuffer in) {
        Sliding sliding = head.sliding();
        WeightedSums sums = WeightedSums.read(head, sliding.kernel() * input.channels(), in);
        head.requireOnly(OperatorHead.of(CODE, sums, sliding));
        return new Convolution(sums, sliding);
    }
}
