package io.milliwatt.dsp.fixedpoint;

/**
 * Real transform in 16 bits and block floating point, radix 4 with a first stage of radix 2 where the length asks for it: before
 * each stage the longest number tells by how much the stage must scale down.
 *
 * <p>Headroom: magnitudes of at most 2^14.5 stay so through a stage that divides by 4; numbers below 2¹³ come to at most that
 * through one that divides by 2, numbers below 2¹² through one that does not. The twiddles' magnitude is below one.
 */
public final class FourierTransformQ15 {

    private static final int TURN = 2048;

    private FourierTransformQ15() {}

    /**
     * Replaces values by bins 0 … length/2 − 1, real and imaginary parts in turn, divided by 2 to the number that is returned.
     *
     * @param values a power of two of them, 16 … 2048; magnitudes at most 2¹⁴
     */
    public static int real(int[] values) {
        int length = values.length / 2;
        reverseBits(values, length);
        boolean powerOfFour = (length & 0x5555_5555) != 0;
        int halvings = powerOfFour ? 2 : 1;
        int q = powerOfFour ? 4 : 2;
        if (powerOfFour) {
            stage(values, length, 1, 2);
        } else {
            firstStageRadix2(values, length);
        }
        for (; q < length; q *= 4) {
            int headroom = headroom(values);
            int shift = Math.clamp(3 - headroom, 0, 2);
            stage(values, length, q, shift);
            halvings += shift;
        }
        boolean halves = headroom(values) < 2;
        separate(values, length, halves);
        return halves ? halvings + 1 : halvings;
    }

    /** How often the sign bit stands again before the first other bit of 16, in the number that has it least often. */
    private static int headroom(int[] values) {
        int bits = 0;
        for (int value : values) {
            bits |= value ^ (value >> 31);
        }
        return Integer.numberOfLeadingZeros(bits) - 17;
    }

    private static void firstStageRadix2(int[] z, int length) {
        for (int i = 0; i < 2 * length; i += 4) {
            for (int part = i; part < i + 2; part++) {
                int a = z[part];
                int b = z[part + 2];
                z[part] = (a + b) >> 1;
                z[part + 2] = (a - b) >> 1;
            }
        }
    }

    private static void stage(int[] z, int length, int q, int shift) {
        int step = TURN / 4 / q;
        for (int k = 0; k < q; k++) {
            for (int i = k; i < length; i += 4 * q) {
                // Bit reversal has put the second and the third quarter in each other's place.
                turn(z, i + 2 * q, k * step);
                turn(z, i + q, 2 * k * step);
                turn(z, i + 3 * q, 3 * k * step);
                butterfly(z, 2 * i, 2 * q, shift);
            }
        }
    }

    /** By e^(−jφ), φ in parts of 2048 to a turn; for 0 it is exactly one, which Q15 cannot hold. */
    private static void turn(int[] z, int index, int angle) {
        if (angle == 0) {
            return;
        }
        int cosine = QuarterWave.cosineQ15(angle * (1 << 21));
        int sine = QuarterWave.sineQ15(angle * (1 << 21));
        int real = z[2 * index];
        int imaginary = z[2 * index + 1];
        z[2 * index] = (real * cosine + imaginary * sine + 0x4000) >> 15;
        z[2 * index + 1] = (imaginary * cosine - real * sine + 0x4000) >> 15;
    }

    /** The second halving rounds up what the first has rounded down. */
    private static void butterfly(int[] z, int at, int q, int shift) {
        int first = shift == 2 ? 1 : 0;
        int second = shift >= 1 ? 1 : 0;
        int up = first == 1 ? 2 : 0;
        int cRe = z[at + q];
        int cIm = z[at + q + 1];
        int bRe = z[at + 2 * q];
        int bIm = z[at + 2 * q + 1];
        int dRe = z[at + 3 * q];
        int dIm = z[at + 3 * q + 1];
        int acSumRe = (z[at] + up + cRe) >> first;
        int acSumIm = (z[at + 1] + up + cIm) >> first;
        int acDifferenceRe = (z[at] + up - cRe) >> first;
        int acDifferenceIm = (z[at + 1] + up - cIm) >> first;
        int bdSumRe = (bRe + dRe) >> first;
        int bdSumIm = (bIm + dIm) >> first;
        int bdDifferenceRe = (bRe - dRe) >> first;
        int bdDifferenceIm = (bIm - dIm) >> first;
        z[at] = (acSumRe + bdSumRe) >> second;
        z[at + 1] = (acSumIm + bdSumIm) >> second;
        z[at + q] = (acDifferenceRe + bdDifferenceIm) >> second;
        z[at + q + 1] = (acDifferenceIm - bdDifferenceRe) >> second;
        z[at + 2 * q] = (acSumRe - bdSumRe) >> second;
        z[at + 2 * q + 1] = (acSumIm - bdSumIm) >> second;
        z[at + 3 * q] = (acDifferenceRe - bdDifferenceIm) >> second;
        z[at + 3 * q + 1] = (acDifferenceIm + bdDifferenceRe) >> second;
    }

    /** Even and odd values went in as real and imaginary parts; takes bins k and length − k apart again. */
    private static void separate(int[] z, int length, boolean halves) {
        int first = halves ? 1 : 0;
        int step = TURN / 2 / length;
        for (int k = 1; k <= length / 2; k++) {
            int low = 2 * k;
            int high = 2 * (length - k);
            int evenRe = (z[low] + first + z[high]) >> first;
            int evenIm = (z[low + 1] + first - z[high + 1]) >> first;
            int oddRe = (z[low + 1] + first + z[high + 1]) >> first;
            int minusOddIm = (z[low] + first - z[high]) >> first;
            int cosine = QuarterWave.cosineQ15(k * step * (1 << 21));
            int sine = QuarterWave.sineQ15(k * step * (1 << 21));
            int turnedRe = (oddRe * cosine - minusOddIm * sine + 0x4000) >> 15;
            int minusTurnedIm = (minusOddIm * cosine + oddRe * sine + 0x4000) >> 15;
            z[low] = (evenRe + turnedRe) >> 1;
            z[low + 1] = (evenIm - minusTurnedIm) >> 1;
            z[high] = (evenRe - turnedRe) >> 1;
            z[high + 1] = -((evenIm + minusTurnedIm) >> 1);
        }
        z[0] = (z[0] + z[1]) >> first;
        z[1] = 0;
    }

    private static void reverseBits(int[] z, int length) {
        int bits = Integer.numberOfTrailingZeros(length);
        for (int i = 1; i < length; i++) {
            int j = Integer.reverse(i) >>> (32 - bits);
            if (i < j) {
                for (int part = 0; part < 2; part++) {
                    int kept = z[2 * i + part];
                    z[2 * i + part] = z[2 * j + part];
                    z[2 * j + part] = kept;
                }
            }
        }
    }
}
