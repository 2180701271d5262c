#include "milliwatt/dsp.h"
#include "milliwatt/slow.h"

/* Headroom: 65 535 int32 values sum to less than 2^47. */
void mw_level_accept(struct mw_level *state, int32_t value) {
    bool first = state->count == 0;
    state->lowest = first ? value : (int32_t)mw_min(state->lowest, value);
    state->highest = first ? value : (int32_t)mw_max(state->highest, value);
    state->newest = value;
    state->sum += value;
    state->count++;
}

/* A window has at least one value, because its length is a multiple of the decimation. */
void mw_level_end_window(struct mw_level *state, int32_t values[MW_LEVEL_VALUES]) {
    values[MW_LEVEL_NEWEST] = state->newest;
    values[MW_LEVEL_MEAN] = (int32_t)(state->sum / state->count);
    values[MW_LEVEL_LOWEST] = state->lowest;
    values[MW_LEVEL_HIGHEST] = state->highest;
    state->sum = 0;
    state->count = 0;
}
