package io.milliwatt.dsp.fixedpoint;

import java.util.Arrays;
import java.util.List;

/**
 * The sum of the power spectra of a window's frames. Element k times 2^exponent, divided by the number of frames, is the power
 * of bin k in the square of the stream's unit.
 *
 * <p>Headroom: samples of 24 bits differ from their mean by less than 2²⁴; scaled to the largest and weighed they are at most
 * 2¹⁴, with products below 2³⁰. A frame's power is below 2³⁰ and is summed less the bits of the number of frames.
 */
public final class PowerSpectrum implements ArrayKernel {

    private final int samplesPerWindow;
    private final int length;
    private final int hop;
    private final boolean removesMean;
    private final int[] windowQ15;
    private final int frames;
    private final int[] samples;
    private final int[] sum;
    private int count;
    private int summedFrames;
    private int sumExponent;
    private boolean windowOpen;

    /**
     * @param samplesPerWindow at most {@code length} for a single frame, else at least {@code length}
     * @param length of the transform, a power of two, 16 … 2048
     * @param hop from frame to frame, 1 … length; 0 for a single frame, padded with zeros
     * @param removesMean whether each frame's mean is taken away before it is weighed
     * @param windowQ15 coefficients of a cosine sum, summing to at most 2¹⁵
     */
    public PowerSpectrum(int samplesPerWindow, int length, int hop, boolean removesMean, List<Integer> windowQ15) {
        this.samplesPerWindow = samplesPerWindow;
        this.length = length;
        this.hop = hop;
        this.removesMean = removesMean;
        this.windowQ15 = windowQ15.stream().mapToInt(Integer::intValue).toArray();
        this.frames = hop == 0 ? 1 : (samplesPerWindow - length) / hop + 1;
        this.samples = new int[length];
        this.sum = new int[length / 2];
    }

    @Override
    public boolean accept(int value) {
        samples[count] = Saturation.toInt24(value);
        count++;
        if (hop > 0 && count == length) {
            endFrame(length);
            count = length - hop;
            System.arraycopy(samples, hop, samples, 0, count);
        }
        return false;
    }

    @Override
    public void endWindow(Window window) {
        if (hop == 0) {
            endFrame(samplesPerWindow);
        }
        count = 0;
        windowOpen = false;
    }

    private void endFrame(int used) {
        if (!windowOpen) {
            windowOpen = true;
            summedFrames = 0;
            sumExponent = frameShift() - 28 - 2 * Integer.numberOfTrailingZeros(length); // below every other
            Arrays.fill(sum, 0);
        }
        int[] weighed = new int[length];
        int bits = weigh(used, weighed);
        if (bits > 0) {
            int halvings = FourierTransformQ15.real(weighed);
            add(weighed, 2 * (bits + halvings - 14 - Integer.numberOfTrailingZeros(length)));
        }
    }

    /** Returns the bits of the largest difference from the mean, 0 for silence. */
    private int weigh(int used, int[] weighed) {
        int mean = removesMean
                ? (int) Math.floorDiv(
                        Arrays.stream(samples, 0, used).asLongStream().sum(), (long) used)
                : 0;
        int largest = 0;
        for (int i = 0; i < used; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - mean));
        }
        int bits = 32 - Integer.numberOfLeadingZeros(largest);
        for (int i = 0; i < used; i++) {
            int phase = (int) (((long) Math.min(i, used - i) << 32) / used);
            long scaled = Saturation.scaleByPowerOfTwo(samples[i] - mean, 15 - bits);
            weighed[i] = (int) Saturation.roundingShift(scaled * windowQ15(phase), 16);
        }
        return bits;
    }

    private int windowQ15(int phase) {
        int weight = windowQ15[0] << 15;
        for (int k = 1; k < windowQ15.length; k++) {
            int term = windowQ15[k] * QuarterWave.cosineQ15(k * phase);
            weight += (k & 1) != 0 ? -term : term;
        }
        return (weight + 16_384) >> 15;
    }

    private int frameShift() {
        return 32 - Integer.numberOfLeadingZeros(frames - 1);
    }

    /** Both sums are brought to the larger exponent. */
    private void add(int[] bins, int frameExponent) {
        int shift = frameShift();
        int exponent = frameExponent + shift;
        if (summedFrames == 0) {
            sumExponent = exponent;
        }
        summedFrames++;
        int sumShift = Math.clamp(exponent - sumExponent, 0, 31);
        int binShift = Math.min(31, shift + Math.max(0, sumExponent - exponent));
        sumExponent = Math.max(sumExponent, exponent);
        for (int k = 0; k < sum.length; k++) {
            int real = bins[2 * k];
            int imaginary = bins[2 * k + 1];
            sum[k] = (sum[k] >> sumShift) + ((real * real + imaginary * imaginary) >> binShift);
        }
    }

    @Override
    public int length() {
        return sum.length;
    }

    @Override
    public int element(int index) {
        return sum[index];
    }

    /** The exponent as value 0. */
    @Override
    public int value(int index) {
        return sumExponent;
    }

    int exponent() {
        return sumExponent;
    }

    int frames() {
        return frames;
    }
}
