#include "milliwatt/dsp.h"
#include "milliwatt/slow.h"

/* Headroom: 65 535 int32 values sum to less than 2^47. */
void mw_day_accept(struct mw_day *state, int32_t values_per_day, int32_t value) {
    bool first = state->count == 0;
    state->lowest = first ? value : (int32_t)mw_min(state->lowest, value);
    state->highest = first ? value : (int32_t)mw_max(state->highest, value);
    state->sum += value;
    state->count++;
    if (state->count == values_per_day) {
        state->ended_lowest = state->lowest;
        state->ended_highest = state->highest;
        state->ended_mean = (int32_t)(state->sum / values_per_day);
        state->days += state->days < INT32_MAX ? 1 : 0;
        state->count = 0;
        state->sum = 0;
    }
}

bool mw_day_end_window(const struct mw_day *state, int32_t values[MW_DAY_VALUES]) {
    values[MW_DAY_LOWEST] = state->ended_lowest;
    values[MW_DAY_HIGHEST] = state->ended_highest;
    values[MW_DAY_MEAN] = state->ended_mean;
    values[MW_DAY_DAYS] = state->days;
    return state->days > 0;
}
