#include "milliwatt/dsp.h"

/* Headroom: the mean square of 24-bit samples is below 2^46. */
int32_t mw_root_mean_square_q8(int64_t sum_of_squares, uint32_t samples) {
    return mw_saturate_32(mw_integer_square_root((sum_of_squares / samples) * 65536));
}

/* Headroom: samples are clamped to 24 bits, so at most 65 535 squares sum to less than 2^62. */
void mw_energy_accept(struct mw_energy *state, const int32_t *values, uint32_t count) {
    int64_t sum = state->sum;
    for (uint32_t i = 0; i < count; i++) {
        int32_t x = mw_saturate_24(values[i]);
        sum += (int64_t)x * x;
    }
    state->sum = sum;
}

void mw_energy_end_window(struct mw_energy *state, uint32_t samples, int32_t values[MW_ENERGY_VALUES]) {
    int64_t sum = state->sum;
    values[MW_ENERGY_ROOT_MEAN_SQUARE] = mw_root_mean_square_q8(sum, samples);
    values[MW_ENERGY_LOG_MEAN_SQUARE] =
        sum == 0 ? 0 : mw_binary_logarithm_q10((uint64_t)sum) - mw_binary_logarithm_q10(samples);
    state->sum = 0;
}
