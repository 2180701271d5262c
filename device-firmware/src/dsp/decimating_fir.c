#include "little_endian.h"
#include "milliwatt/dsp.h"

/* Products of taps with values that lie one after the other. */
static int64_t products(const uint8_t *taps, const int32_t *values, uint32_t count) {
    int64_t sum = 0;
    for (; count >= 4; count -= 4, taps += 8, values += 4) {
        sum += (int64_t)mw_read_i16(taps) * values[0];
        sum += (int64_t)mw_read_i16(taps + 2) * values[1];
        sum += (int64_t)mw_read_i16(taps + 4) * values[2];
        sum += (int64_t)mw_read_i16(taps + 6) * values[3];
    }
    for (; count > 0; count--, taps += 2, values++) {
        sum += (int64_t)mw_read_i16(taps) * *values;
    }
    return sum;
}

/* Evaluated only for the samples that are kept, the last of each group. The ring of past values is read from the newest
 * to its end and on from its beginning. Headroom: at most 128 products of int16 and int32, 2^53. */
static int32_t filtered(const struct mw_decimating_fir *state, const struct mw_fir_taps *fir, uint32_t newest) {
    uint32_t first = fir->count - newest;
    int64_t sum = products(fir->taps, state->past + newest, first);
    sum += products(fir->taps + 2 * first, state->past, newest);
    return mw_saturate_32(mw_rounding_shift(sum, fir->shift));
}

uint32_t mw_decimating_fir_filter(struct mw_decimating_fir *state, const struct mw_fir_taps *fir, const int32_t *values,
                                  uint32_t count, int32_t *output) {
    uint32_t newest = state->newest;
    uint32_t phase = state->phase;
    uint32_t given = 0;
    for (uint32_t i = 0; i < count; i++) {
        newest = (newest == 0 ? fir->count : newest) - 1;
        state->past[newest] = values[i];
        phase++;
        if (phase >= fir->factor) {
            phase = 0;
            output[given++] = filtered(state, fir, newest);
        }
    }
    state->newest = newest;
    state->phase = phase;
    return given;
}
