#include "milliwatt/dsp.h"

static void update(int32_t *a, unsigned i, int64_t reflection_q30) {
    for (int low = 0, high = (int)i - 2; low <= high; low++, high--) {
        int64_t first = a[low] + mw_rounding_shift(reflection_q30 * a[high], 30);
        int64_t second = a[high] + mw_rounding_shift(reflection_q30 * a[low], 30);
        a[low] = mw_saturate_32(first);
        a[high] = mw_saturate_32(second);
    }
    a[i - 1] = (int32_t)mw_rounding_shift(reflection_q30, 6);
}

/*
 * Levinson 1947, Durbin 1960.
 *
 * Headroom: r is scaled so that r[0] takes 27 bits and the a are clamped to int32 in Q24, so the sum of at most 16
 * products is below 2^62. |sum| < error 2^24 makes the reflection coefficient less than one, so the error, which starts
 * below 2^27, stays positive.
 */
void mw_levinson_durbin(const int64_t *autocorrelation, unsigned order, unsigned white_noise_shift,
                        int32_t *coefficients_q24) {
    for (unsigned i = 0; i < order; i++) {
        coefficients_q24[i] = 0;
    }
    int64_t power = autocorrelation[0] + (autocorrelation[0] >> white_noise_shift);
    if (power == 0) {
        return;
    }
    int shift = 27 - mw_bit_length((uint64_t)power);
    int64_t error = mw_scale_by_power_of_two(power, shift);
    for (unsigned i = 1; i <= order; i++) {
        int64_t sum = mw_scale_by_power_of_two(autocorrelation[i], shift) * ((int64_t)1 << 24);
        for (unsigned j = 1; j < i; j++) {
            sum += coefficients_q24[j - 1] * mw_scale_by_power_of_two(autocorrelation[i - j], shift);
        }
        int64_t limit = error * ((int64_t)1 << 24);
        if (sum >= limit || sum <= -limit) {
            return;
        }
        int64_t reflection_q30 = -(sum * 64) / error;
        update(coefficients_q24, i, reflection_q30);
        error -= (reflection_q30 * reflection_q30 >> 30) * error >> 30;
    }
}
