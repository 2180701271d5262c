package io.milliwatt.dsp.fixedpoint;

/**
 * In-place transform of real values through a complex one of half the length, radix 2, decimation in time; every stage
 * halves, so the result is the sum divided by half the length.
 *
 * <p>Headroom: inputs below 2²⁹ make complex magnitudes below 2^29.5; a halving butterfly |a ± wb| / 2 cannot raise the
 * largest magnitude but by its rounding, below 2 per stage. Products are formed in 64 bits.
 */
public final class RealFourierTransform {

    private RealFourierTransform() {}

    /**
     * Replaces values by the transform of values[0] + j·values[1], values[2] + j·values[3] …
     *
     * @param values length a power of two, 16 … 2048; magnitudes below 2²⁹
     */
    static void complexHalf(int[] values) {
        int length = values.length / 2;
        reverseBits(values, length);
        for (int half = 1; half < length; half *= 2) {
            for (int k = 0; k < half; k++) {
                int phase = (int) (((long) k << 31) / half);
                int cosine = QuarterWave.cosineQ15(phase);
                int sine = QuarterWave.sineQ15(phase);
                for (int i = k; i < length; i += 2 * half) {
                    butterfly(values, 2 * i, 2 * (i + half), cosine, sine, k == 0);
                }
            }
        }
    }

    /** The factor e^(−jφ); for φ = 0 it is exactly one, which Q15 cannot hold. */
    private static void butterfly(int[] values, int a, int b, int cosine, int sine, boolean one) {
        long real = values[b];
        long imaginary = values[b + 1];
        long turnedReal = one ? real : Saturation.roundingShift(real * cosine + imaginary * sine, 15);
        long turnedImaginary = one ? imaginary : Saturation.roundingShift(imaginary * cosine - real * sine, 15);
        long otherReal = values[a];
        long otherImaginary = values[a + 1];
        values[a] = (int) ((otherReal + turnedReal + 1) >> 1);
        values[a + 1] = (int) ((otherImaginary + turnedImaginary + 1) >> 1);
        values[b] = (int) ((otherReal - turnedReal + 1) >> 1);
        values[b + 1] = (int) ((otherImaginary - turnedImaginary + 1) >> 1);
    }

    private static void reverseBits(int[] values, int length) {
        for (int i = 1, j = 0; i < length; i++) {
            int bit = length >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j |= bit;
            if (i < j) {
                swap(values, 2 * i, 2 * j);
                swap(values, 2 * i + 1, 2 * j + 1);
            }
        }
    }

    private static void swap(int[] values, int i, int j) {
        int kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    /** Replaces real values by log₂ of their power spectrum in Q10: bins 0 … length/2 − 1 in the first half. */
    public static void logPower(int[] values) {
        int length = values.length;
        int half = length / 2;
        complexHalf(values);
        long mean = (long) values[0] + values[1];
        values[0] = BinaryLogarithm.q10(mean * mean);
        for (int k = 1; k <= half / 2; k++) {
            int low = 2 * k;
            int high = 2 * (half - k);
            long evenReal = ((long) values[low] + values[high]) >> 1;
            long evenImaginary = ((long) values[low + 1] - values[high + 1]) >> 1;
            long oddReal = ((long) values[low + 1] + values[high + 1]) >> 1;
            long oddImaginary = ((long) values[high] - values[low]) >> 1;
            int phase = (int) (((long) k << 32) / length);
            int cosine = QuarterWave.cosineQ15(phase);
            int sine = QuarterWave.sineQ15(phase);
            long turnedReal = Saturation.roundingShift(oddReal * cosine + oddImaginary * sine, 15);
            long turnedImaginary = Saturation.roundingShift(oddImaginary * cosine - oddReal * sine, 15);
            values[low] = logPower(evenReal + turnedReal, evenImaginary + turnedImaginary);
            values[high] = logPower(evenReal - turnedReal, evenImaginary - turnedImaginary);
        }
        for (int k = 1; k < half; k++) {
            values[k] = values[2 * k];
        }
    }

    /** Magnitudes are below 2^30.6, so the power is below 2⁶². */
    private static int logPower(long real, long imaginary) {
        return BinaryLogarithm.q10(real * real + imaginary * imaginary);
    }
}
