#include "milliwatt/dsp.h"

/* Only a signal that leaves the band on the other side has crossed: noise within it counts for nothing. */
void mw_zero_crossings_accept(struct mw_zero_crossings *state, int32_t value, int32_t hysteresis) {
    int32_t side = value > hysteresis ? 1 : value < -hysteresis ? -1 : state->side;
    if (side != state->side && state->side != 0) {
        state->crossings++;
        state->rising += side > 0 ? 1 : 0;
    }
    state->side = side;
}

void mw_zero_crossings_end_window(struct mw_zero_crossings *state, int32_t values[MW_CROSSINGS_VALUES]) {
    values[MW_CROSSINGS_ALL] = state->crossings;
    values[MW_CROSSINGS_RISING] = state->rising;
    state->crossings = 0;
    state->rising = 0;
}
