#include "little_endian.h"
#include "milliwatt/dsp.h"

/* Evaluated only for the samples that are kept, the last of each group. Headroom: at most 128 products of int16 and
 * int32, 2^53. */
bool mw_decimating_fir_accept(struct mw_decimating_fir *state, const struct mw_fir_taps *fir, int32_t value,
                              int32_t *output) {
    state->newest = (state->newest == 0 ? fir->count : state->newest) - 1;
    state->past[state->newest] = value;
    state->phase++;
    if (state->phase < fir->factor) {
        return false;
    }
    state->phase = 0;
    int64_t sum = 0;
    uint32_t position = state->newest;
    for (uint32_t i = 0; i < fir->count; i++) {
        sum += (int64_t)mw_read_i16(fir->taps + 2 * i) * state->past[position];
        position = position + 1 == fir->count ? 0 : position + 1;
    }
    *output = mw_saturate_32(mw_rounding_shift(sum, fir->shift));
    return true;
}
