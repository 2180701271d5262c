#include "milliwatt/dsp.h"

void mw_extremes_accept(struct mw_extremes *state, int32_t value) {
    if (state->started == 0 || value < state->lowest) {
        state->lowest = value;
    }
    if (state->started == 0 || value > state->highest) {
        state->highest = value;
    }
    state->started = 1;
}

void mw_extremes_end_window(struct mw_extremes *state, int32_t values[MW_EXTREMES_VALUES]) {
    values[MW_EXTREMES_LOWEST] = state->lowest;
    values[MW_EXTREMES_HIGHEST] = state->highest;
    values[MW_EXTREMES_PEAK_TO_PEAK] = mw_saturate_32((int64_t)state->highest - state->lowest);
    state->started = 0;
}
