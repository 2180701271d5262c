package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * From the model's int16 inputs to the first tensor: (multiplier × input + offset) >> rightShift, saturated.
 *
 * @param perInput whether there is an entry per input; else one serves all
 */
public record InputQuantization(boolean perInput, List<Entry> entries) {

    static final int ENTRY_LENGTH = 8;
    private static final int LARGEST_OFFSET = (1 << 30) - 1;
    private static final int LARGEST_MULTIPLIER = 16384;

    /**
     * @param offset −(2³⁰ − 1) … 2³⁰ − 1
     * @param multiplier −32768 … 32767
     * @param rightShift 0 … 30
     */
    public record Entry(int offset, int multiplier, int rightShift) {
        public Entry {
            Check.range(offset, -LARGEST_OFFSET, LARGEST_OFFSET, "offset of an input");
            Check.range(multiplier, Short.MIN_VALUE, Short.MAX_VALUE, "multiplier of an input");
            Check.range(rightShift, 0, 30, "right shift of an input");
        }

        /** The entry nearest to element = gain × input + offset, rounded; both saturate where the format ends. */
        public static Entry nearest(double gain, double offset) {
            int shift = 30;
            while (shift > 0
                    && (Math.abs(gain) * Math.pow(2, shift) > LARGEST_MULTIPLIER
                            || (Math.abs(offset) + 1) * Math.pow(2, shift) > LARGEST_OFFSET)) {
                shift--;
            }
            double unit = Math.pow(2, shift);
            long multiplier = Math.clamp(Math.round(gain * unit), Short.MIN_VALUE, Short.MAX_VALUE);
            long rounded = Math.round((offset + (shift == 0 ? 0 : 0.5)) * unit);
            return new Entry((int) Math.clamp(rounded, -LARGEST_OFFSET, LARGEST_OFFSET), (int) multiplier, shift);
        }

        int apply(short input, int lowest, int highest) {
            return Math.clamp((multiplier * input + offset) >> rightShift, lowest, highest);
        }
    }

    public InputQuantization {
        entries = List.copyOf(entries);
        Check.require(
                perInput ? !entries.isEmpty() : entries.size() == 1,
                "A quantization that serves all inputs has one entry, not " + entries.size() + ".");
    }

    /** The same for all inputs. */
    public static InputQuantization uniform(Entry entry) {
        return new InputQuantization(false, List.of(entry));
    }

    public static InputQuantization perInput(List<Entry> entries) {
        return new InputQuantization(true, entries);
    }

    short[] apply(short[] inputs, boolean wide) {
        int lowest = wide ? Short.MIN_VALUE : Byte.MIN_VALUE;
        int highest = wide ? Short.MAX_VALUE : Byte.MAX_VALUE;
        short[] tensor = new short[inputs.length];
        for (int index = 0; index < tensor.length; index++) {
            tensor[index] = (short) entries.get(perInput ? index : 0).apply(inputs[index], lowest, highest);
        }
        return tensor;
    }

    void write(ByteBuffer out) {
        for (Entry entry : entries) {
            out.putInt(entry.offset).putShort((short) entry.multiplier).putShort((short) entry.rightShift);
        }
    }

    static InputQuantization read(ByteBuffer in, boolean perInput, int inputs) {
        Entry[] entries = new Entry[perInput ? inputs : 1];
        for (int index = 0; index < entries.length; index++) {
            entries[index] = new Entry(in.getInt(), in.getShort(), Short.toUnsignedInt(in.getShort()));
        }
        return new InputQuantization(perInput, List.of(entries));
    }
}
