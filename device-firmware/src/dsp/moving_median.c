#include "milliwatt/slow.h"

#include <string.h>

int32_t mw_moving_median_accept(struct mw_moving_median *state, uint32_t length, int32_t value) {
    if (state->primed == 0) {
        state->primed = 1;
        for (uint32_t i = 0; i < length; i++) {
            state->past[i] = value;
        }
    }
    state->past[state->at] = value;
    state->at = state->at + 1 == length ? 0 : state->at + 1;
    int32_t ordered[MW_MEDIAN_MAX_LENGTH];
    memcpy(ordered, state->past, length * sizeof *ordered);
    for (uint32_t i = 1; i < length; i++) {
        int32_t moved = ordered[i];
        uint32_t place = i;
        for (; place > 0 && ordered[place - 1] > moved; place--) {
            ordered[place] = ordered[place - 1];
        }
        ordered[place] = moved;
    }
    return ordered[length / 2];
}
