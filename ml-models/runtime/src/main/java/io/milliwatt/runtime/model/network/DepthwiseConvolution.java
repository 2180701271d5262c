package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/**
 * Convolution of int8 over time, each channel by itself.
 *
 * @param sums a row of kernel weights per channel
 */
public record DepthwiseConvolution(WeightedSums sums, Sliding sliding) implements Operator {

    static final int CODE = 3;

    public DepthwiseConvolution {
        sums.checkNarrow();
        Check.require(!sums.hasFourBits(), "A depthwise convolution has int8 weights, not four-bit ones.");
        Check.require(
                sums.rowLength() == sliding.kernel(),
                "A depthwise convolution has rows of " + sums.rowLength() + " weights for " + sliding.kernel()
                        + " taps.");
    }

    @Override
    public TensorShape output(TensorShape input) {
        Check.require(
                sums.channels() == input.channels(),
                "A depthwise convolution of " + sums.channels() + " channels does not fit a tensor of "
                        + input.channels() + ".");
        return new TensorShape(sliding.outputSteps(input.steps()), input.channels());
    }

    @Override
    public long operations(TensorShape input) {
        return (long) output(input).elements() * sums.rowLength();
    }

    @Override
    public short[] apply(TensorShape input, short[] tensor) {
        TensorShape shape = output(input);
        short[] out = new short[shape.elements()];
        short[] window = new short[sliding.kernel()];
        for (int at = 0; at < out.length; at++) {
            int channel = at % shape.channels();
            int first = at / shape.channels() * sliding.stride() - sliding.paddingLeft();
            for (int tap = 0; tap < window.length; tap++) {
                int step = first + tap * sliding.dilation();
                boolean inside = step >= 0 && step < input.steps();
                window[tap] = inside ? tensor[step * input.channels() + channel] : (short) sliding.paddingValue();
            }
            out[at] = sums.narrow(channel, window, 0);
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
        OperatorHead.of(CODE, sums, sliding).write(out);
        sums.write(out);
    }

    static DepthwiseConvolution read(OperatorHead head, TensorShape input, ByteBuffer in) {
        Sliding sliding = head.sliding();
        WeightedSums sums = WeightedSums.read(head, sliding.kernel(), in);
        head.requireOnly(OperatorHead.of(CODE, sums, sliding));
        return new DepthwiseConvolution(sums, sliding);
    }
}
