package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;

/** The first 20 bytes of an operator record; a field that an operator does not use is 0. */
record OperatorHead(
        int code,
        int flags,
        int channels,
        int lowest,
        int highest,
        int zeroPoint,
        int paddingValue,
        int kernel,
        int stride,
        int dilation,
        int paddingLeft,
        int paddingRight) {

    static final int LENGTH = 20;
    static final int PER_CHANNEL = 1;
    static final int FOUR_BITS = 2;

    static OperatorHead read(ByteBuffer in) {
        OperatorHead head = new OperatorHead(
                Byte.toUnsignedInt(in.get()),
                Byte.toUnsignedInt(in.get()),
                Short.toUnsignedInt(in.getShort()),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                Short.toUnsignedInt(in.getShort()),
                Byte.toUnsignedInt(in.get()),
                Byte.toUnsignedInt(in.get()),
                Byte.toUnsignedInt(in.get()),
                Byte.toUnsignedInt(in.get()));
        Check.require(in.getShort() == 0, "The reserved field of an operator must be 0.");
        return head;
    }

    static OperatorHead bare(int code) {
        return new OperatorHead(code, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static OperatorHead of(int code, WeightedSums sums) {
        Rescaling rescaling = sums.rescaling();
        int flags = (rescaling.isPerChannel() ? PER_CHANNEL : 0) | (sums.hasFourBits() ? FOUR_BITS : 0);
        return new OperatorHead(
                code,
                flags,
                sums.channels(),
                rescaling.lowest(),
                rescaling.highest(),
                rescaling.zeroPoint(),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    static OperatorHead of(int code, WeightedSums sums, Sliding sliding) {
        OperatorHead head = of(code, sums);
        return new OperatorHead(
                code,
                head.flags,
                head.channels,
                head.lowest,
                head.highest,
                head.zeroPoint,
                sliding.paddingValue(),
                sliding.kernel(),
                sliding.stride(),
                sliding.dilation(),
                sliding.paddingLeft(),
                sliding.paddingRight());
    }

    static OperatorHead of(int code, Pooling pooling) {
        return new OperatorHead(
                code, 0, 0, pooling.lowest(), pooling.highest(), 0, 0, pooling.kernel(), pooling.stride(), 0, 0, 0);
    }

    void write(ByteBuffer out) {
        out.put((byte) code).put((byte) flags).putShort((short) channels);
        out.putShort((short) lowest).putShort((short) highest);
        out.putShort((short) zeroPoint).putShort((short) paddingValue);
        out.putShort((short) kernel).put((byte) stride).put((byte) dilation);
        out.put((byte) paddingLeft).put((byte) paddingRight).putShort((short) 0);
    }

    boolean perChannel() {
        return (flags & PER_CHANNEL) != 0;
    }

    boolean fourBits() {
        return (flags & FOUR_BITS) != 0;
    }

    Rescaling rescaling(int[] multipliers, int[] shifts) {
        return perChannel()
                ? Rescaling.perChannel(multipliers, shifts, zeroPoint, lowest, highest)
                : Rescaling.uniform(multipliers[0], shifts[0], zeroPoint, lowest, highest);
    }

    Sliding sliding() {
        return new Sliding(kernel, stride, dilation, paddingLeft, paddingRight, paddingValue);
    }

    Pooling pooling() {
        return new Pooling(kernel, stride, lowest, highest);
    }

    /** Refuses a head in which something is set that {@code used} does not use. */
    void requireOnly(OperatorHead used) {
        Check.require(equals(used), "Operator " + code + " sets a field that it does not use.");
    }
}
