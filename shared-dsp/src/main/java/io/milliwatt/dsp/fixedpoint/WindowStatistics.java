package io.milliwatt.dsp.fixedpoint;

/**
 * A value of another kernel over the last windows: fewer before there are as many.
 *
 * <p>Headroom: at most 64 values of 2³¹, or differences of 2³², are summed in 64 bits.
 */
public final class WindowStatistics implements Kernel {

    /** Rounded down. */
    public static final int MEAN = 0;

    public static final int LOWEST = 1;
    public static final int HIGHEST = 2;
    /** Mean magnitude of the differences from the mean, rounded down and saturated. */
    public static final int MEAN_DEVIATION = 3;

    private final Kernel source;
    private final int sourceValue;
    private final int[] past;
    private final int[] values = new int[4];
    private int count;
    private int oldest;

    /** @param windows 2 … 64 */
    public WindowStatistics(Kernel source, int sourceValue, int windows) {
        this.source = source;
        this.sourceValue = sourceValue;
        this.past = new int[windows];
    }

    @Override
    public void endWindow(Window window) {
        past[oldest] = source.value(sourceValue);
        oldest = (oldest + 1) % past.length;
        count = Math.min(count + 1, past.length);
        long sum = 0;
        values[LOWEST] = Integer.MAX_VALUE;
        values[HIGHEST] = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            sum += past[i];
            values[LOWEST] = Math.min(values[LOWEST], past[i]);
            values[HIGHEST] = Math.max(values[HIGHEST], past[i]);
        }
        long mean = Math.floorDiv(sum, count);
        long deviations = 0;
        for (int i = 0; i < count; i++) {
            deviations += Math.abs(past[i] - mean);
        }
        values[MEAN] = (int) mean;
        values[MEAN_DEVIATION] = Saturation.toInt32(deviations / count);
    }

    @Override
    public int value(int index) {
        return values[index];
    }
}
