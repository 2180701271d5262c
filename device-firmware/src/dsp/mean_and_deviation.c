#include "milliwatt/dsp.h"

/* Headroom: 65 535 squares of 24-bit values are below 2^62. */
void mw_mean_and_deviation_accept(struct mw_mean_and_deviation *state, int32_t value) {
    int64_t x = mw_saturate_24(value);
    state->sum += x;
    state->sum_of_squares += x * x;
}

/*
 * With the sum s = m n + r, 0 <= r < n, the squares about the mean sum to squares - s^2 / n, and s^2 / n = m^2 n + 2 m r + r^2 / n.
 *
 * Headroom: |m| < 2^23, n and r < 2^16, so m^2 n < 2^62 and 2 m r < 2^40. The result is not negative, since rounding r^2 / n
 * down makes it larger. A mean square is below 2^46, 16 more bits make it 2^62.
 */
void mw_mean_and_deviation_end_window(struct mw_mean_and_deviation *state, uint32_t samples,
                                      int32_t values[MW_DEVIATION_VALUES]) {
    int64_t n = samples;
    int64_t mean = mw_floor_divide(state->sum, n);
    int64_t rest = state->sum - mean * n;
    int64_t squares = state->sum_of_squares - mean * mean * n - 2 * mean * rest - rest * rest / n;
    values[MW_DEVIATION_MEAN_Q8] = (int32_t)mw_floor_divide(state->sum * 256, n);
    values[MW_DEVIATION_STANDARD_Q8] = mw_root_mean_square_q8(squares, samples);
    state->sum = 0;
    state->sum_of_squares = 0;
}
