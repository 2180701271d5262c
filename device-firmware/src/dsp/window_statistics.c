#include "milliwatt/dsp.h"

/* Headroom: at most 64 values of 2^31, or differences of 2^32, are summed in 64 bits. */
void mw_window_statistics_end_window(struct mw_window_statistics *state, uint32_t windows, int32_t value,
                                     int32_t values[MW_WINDOWS_VALUES]) {
    state->past[state->oldest] = value;
    state->oldest = state->oldest + 1 == windows ? 0 : state->oldest + 1;
    state->count += state->count < windows ? 1 : 0;
    int64_t sum = 0;
    values[MW_WINDOWS_LOWEST] = INT32_MAX;
    values[MW_WINDOWS_HIGHEST] = INT32_MIN;
    for (uint32_t i = 0; i < state->count; i++) {
        sum += state->past[i];
        values[MW_WINDOWS_LOWEST] = (int32_t)mw_min(values[MW_WINDOWS_LOWEST], state->past[i]);
        values[MW_WINDOWS_HIGHEST] = (int32_t)mw_max(values[MW_WINDOWS_HIGHEST], state->past[i]);
    }
    int64_t mean = mw_floor_divide(sum, state->count);
    int64_t deviations = 0;
    for (uint32_t i = 0; i < state->count; i++) {
        deviations += mw_magnitude(state->past[i] - mean);
    }
    values[MW_WINDOWS_MEAN] = (int32_t)mean;
    values[MW_WINDOWS_MEAN_DEVIATION] = mw_saturate_32(deviations / state->count);
}
