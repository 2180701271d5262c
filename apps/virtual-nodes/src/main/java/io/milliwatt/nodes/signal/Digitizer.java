package io.milliwatt.nodes.signal;

/**
 * The accelerometer's converter: 16 bits over plus and minus {@code rangeG}; what is beyond clips, as in a real one.
 *
 * @param rangeG full scale in g
 */
public record Digitizer(double rangeG) {
    public static final Digitizer SIXTEEN_G = new Digitizer(16);
    private static final int CODES = 1 << 15;

    /** What one count means, in thousand-millionths of a g. */
    public long nanoGPerCount() {
        return Math.round(rangeG * 1e9 / CODES);
    }

    public void convert(double[] accelerationG, short[] counts) {
        double countsPerG = 1e9 / nanoGPerCount();
        for (int i = 0; i < counts.length; i++) {
            long rounded = Math.round(accelerationG[i] * countsPerG);
            counts[i] = (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
