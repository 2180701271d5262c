package io.milliwatt.dsp.fixedpoint;

/**
 * The window's values less their mean, scaled to the largest, under a Hann window, padded with zeros and transformed:
 * log₂ of the power in Q10 per bin. Only differences between bins mean something.
 */
public final class LogSpectrum implements ArrayKernel {

    private final int samplesPerWindow;
    private final int firstBin;
    private final int[] values;
    private int count;

    /**
     * @param samplesPerWindow 1 … length
     * @param length of the transform, a power of two, 16 … 2048
     * @param firstBin the bins below it take its value: there the mean's leakage lies
     */
    public LogSpectrum(int samplesPerWindow, int length, int firstBin) {
        this.samplesPerWindow = samplesPerWindow;
        this.firstBin = firstBin;
        this.values = new int[length];
    }

    @Override
    public boolean accept(int value) {
        values[count] = value;
        count++;
        return false;
    }

    @Override
    public void endWindow(Window window) {
        count = 0;
        long sum = 0;
        for (int i = 0; i < samplesPerWindow; i++) {
            sum += values[i];
        }
        long mean = Math.floorDiv(sum, samplesPerWindow);
        long largest = 0;
        for (int i = 0; i < samplesPerWindow; i++) {
            largest = Math.max(largest, Math.abs(values[i] - mean));
        }
        // The largest magnitude, at most 2³², comes to lie in 2²⁸ … 2²⁹.
        int shift = 29 - (64 - Long.numberOfLeadingZeros(largest));
        for (int i = 0; i < samplesPerWindow; i++) {
            int cosine = QuarterWave.cosineQ15((int) (((long) i << 32) / samplesPerWindow));
            long scaled = largest == 0 ? 0 : Saturation.scaleByPowerOfTwo(values[i] - mean, shift);
            values[i] = (int) Saturation.roundingShift(scaled * (32_768 - cosine), 16);
        }
        for (int i = samplesPerWindow; i < values.length; i++) {
            values[i] = 0;
        }
        RealFourierTransform.logPower(values);
        for (int i = 0; i < firstBin; i++) {
            values[i] = values[firstBin];
        }
    }

    /** Bins of the spectrum, half the transform's length. */
    public int bins() {
        return values.length / 2;
    }

    /** log₂ power in Q10, 0 … 65,535; valid until the next window's first value. */
    public int bin(int index) {
        return values[index];
    }

    @Override
    public int length() {
        return bins();
    }

    @Override
    public int element(int index) {
        return bin(index);
    }

    int[] values() {
        return values;
    }
}
