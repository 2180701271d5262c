package io.milliwatt.dsp.fixedpoint;

import java.util.Arrays;

/**
 * Solves for the predictor-error filter 1 + a₁z⁻¹ + … from an autocorrelation (Levinson 1947, Durbin 1960), in integers.
 *
 * <p>Headroom: r is scaled so that r₀ takes 27 bits and the a are clamped to int32 in Q24, so the sum of at most 16
 * products is below 2²⁷⁺³¹⁺⁴ = 2⁶². The recursion stops where a reflection coefficient would reach one; the rest is 0.
 */
public final class LevinsonDurbin {

    public static final int MAX_ORDER = 16;

    private LevinsonDurbin() {}

    /**
     * @param autocorrelation lags 0 … order, r₀ at most 2⁶² and the largest
     * @param whiteNoiseShift r₀ grows by r₀ / 2^shift before solving, 1 … 24: bounds the coefficients
     * @param coefficientsQ24 receives a₁ … a_order
     */
    public static void solve(long[] autocorrelation, int whiteNoiseShift, int[] coefficientsQ24) {
        int order = coefficientsQ24.length;
        Arrays.fill(coefficientsQ24, 0);
        long power = autocorrelation[0] + (autocorrelation[0] >> whiteNoiseShift);
        if (power == 0) {
            return;
        }
        int shift = 27 - (64 - Long.numberOfLeadingZeros(power));
        long error = Saturation.scaleByPowerOfTwo(power, shift);
        for (int i = 1; i <= order; i++) {
            long sum = Saturation.scaleByPowerOfTwo(autocorrelation[i], shift) << 24;
            for (int j = 1; j < i; j++) {
                sum += coefficientsQ24[j - 1] * Saturation.scaleByPowerOfTwo(autocorrelation[i - j], shift);
            }
            long limit = error << 24;
            if (sum >= limit || sum <= -limit) {
                return;
            }
            long reflectionQ30 = -(sum * 64) / error;
            update(coefficientsQ24, i, reflectionQ30);
            error -= (((reflectionQ30 * reflectionQ30) >> 30) * error) >> 30;
        }
    }

    private static void update(int[] a, int i, long reflectionQ30) {
        for (int low = 0, high = i - 2; low <= high; low++, high--) {
            long first = a[low] + Saturation.roundingShift(reflectionQ30 * a[high], 30);
            long second = a[high] + Saturation.roundingShift(reflectionQ30 * a[low], 30);
            a[low] = Saturation.toInt32(first);
            a[high] = Saturation.toInt32(second);
        }
        a[i - 1] = (int) Saturation.roundingShift(reflectionQ30, 6);
    }
}
