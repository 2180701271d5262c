#include "milliwatt/dsp.h"
#include "milliwatt/recipe.h"
#include "milliwatt/slow.h"

static uint32_t one_more(uint32_t count) {
    return count == UINT32_MAX ? count : count + 1;
}

/* Headroom: the distance of two int32 values is formed in 64 bits; counts stop at their largest. */
int32_t mw_plausibility_accept(struct mw_plausibility *state, const struct mw_plausibility_rule *rule, int32_t value) {
    bool in_range = value >= rule->lowest && value <= rule->highest;
    state->same = state->same > 0 && value == state->newest ? one_more(state->same) : 1;
    state->newest = value;
    bool jump = in_range && state->primed != 0 &&
                mw_magnitude((int64_t)value - state->held) > (int64_t)rule->largest_change;
    state->jumps = jump ? one_more(state->jumps) : 0;
    bool plausible = in_range && (!jump || state->jumps > rule->jumps_to_believe);
    if (plausible || state->primed == 0) {
        state->held = (int32_t)mw_clamp(value, rule->lowest, rule->highest);
    }
    if (plausible) {
        state->primed = 1;
        state->jumps = 0;
    }
    bool stuck = rule->stuck_after > 0 && state->same >= rule->stuck_after;
    state->faults = plausible && !stuck ? state->faults : one_more(state->faults);
    return state->held;
}

uint16_t mw_plausibility_end_window(struct mw_plausibility *state, const struct mw_plausibility_rule *rule) {
    bool fault = state->faults >= rule->faults_to_flag;
    state->faults = 0;
    return fault ? MW_QUALITY_SENSOR_FAULT : 0;
}
