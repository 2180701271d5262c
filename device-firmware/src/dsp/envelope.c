#include "milliwatt/dsp.h"

/* Headroom: a magnitude is at most 2^31, with 16 fraction bits 2^47; the level never leaves 0 .. 2^47, since it moves towards
 * a magnitude by at most the whole way. */
int32_t mw_envelope_accept(struct mw_envelope *state, int32_t value, unsigned attack_shift, unsigned release_shift) {
    int64_t way = mw_magnitude(value) * 65536 - state->level_q16;
    state->level_q16 += way >> (way > 0 ? attack_shift : release_shift);
    return mw_saturate_32(state->level_q16 >> 16);
}
