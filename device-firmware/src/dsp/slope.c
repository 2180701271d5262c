#include "milliwatt/dsp.h"
#include "milliwatt/slow.h"

void mw_slope_accept(struct mw_slope *state, uint32_t length, int32_t value) {
    state->past[state->at] = value;
    state->at = state->at + 1 == length ? 0 : state->at + 1;
    state->count += state->count < length ? 1 : 0;
}

/* The least squares line through (i, x_i), i = 0 .. n - 1, has the slope 6 sum((2 i - n + 1) x_i) / (n (n^2 - 1)).
 * Headroom: the weights' magnitudes sum to at most n^2 / 2 = 2^11, so 6 * 2^11 * 2^31 * 2^16 is below 2^61. */
bool mw_slope_end_window(const struct mw_slope *state, uint32_t length, unsigned fraction_bits,
                         int32_t values[MW_SLOPE_VALUES]) {
    values[MW_SLOPE_PER_VALUE] = 0;
    values[MW_SLOPE_MEAN] = 0;
    if (state->count < length) {
        return false;
    }
    int64_t n = length;
    int64_t weighted = 0;
    int64_t sum = 0;
    uint32_t at = state->at;
    for (int64_t i = 0; i < n; i++) {
        weighted += (2 * i - n + 1) * state->past[at];
        sum += state->past[at];
        at = at + 1 == length ? 0 : at + 1;
    }
    values[MW_SLOPE_PER_VALUE] = mw_saturate_32(6 * weighted * ((int64_t)1 << fraction_bits) / (n * (n * n - 1)));
    values[MW_SLOPE_MEAN] = (int32_t)(sum / n);
    return true;
}
