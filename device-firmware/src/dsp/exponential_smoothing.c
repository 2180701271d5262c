#include "milliwatt/dsp.h"
#include "milliwatt/slow.h"

/* Headroom: the mean is a convex combination of int32 values in Q16, so it stays below 2^47 in magnitude and its distance
 * from a value below 2^48; the output keeps at most 7 of the fraction bits and is saturated. */
int32_t mw_exponential_smoothing_accept(struct mw_exponential_smoothing *state, int32_t value, unsigned settling_shift,
                                        unsigned fraction_bits) {
    int64_t value_q16 = (int64_t)value * 65536;
    if (state->primed == 0) {
        state->primed = 1;
        state->mean_q16 = value_q16;
    }
    state->mean_q16 += (value_q16 - state->mean_q16) >> settling_shift;
    return mw_saturate_32(state->mean_q16 >> (16 - fraction_bits));
}
