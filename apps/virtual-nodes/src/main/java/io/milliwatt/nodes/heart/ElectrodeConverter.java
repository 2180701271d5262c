package io.milliwatt.nodes.heart;

/** The electrode amplifier's converter: 16 bits of 5 µV, which is ± 164 mV; what is beyond stays at the rail, as in a real one. */
public final class ElectrodeConverter {

    /** What one count means, in thousand-millionths of a millivolt. */
    public static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;

    private static final double COUNTS_PER_MILLIVOLT = 1e9 / NANO_MILLIVOLT_PER_COUNT;

    private ElectrodeConverter() {}

    /** @param counts of the same length, filled */
    public static void convert(double[] millivolt, short[] counts) {
        for (int i = 0; i < counts.length; i++) {
            long rounded = Math.round(millivolt[i] * COUNTS_PER_MILLIVOLT);
            counts[i] = (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
