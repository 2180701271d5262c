#include "milliwatt/dsp.h"

/* Headroom: the mean is a convex combination of int16 samples in Q16, so it stays in int32; the output stays within
 * 65 535 * 2^fraction_bits, below 2^23 for 7 fraction bits. */
int32_t mw_mean_removal_accept(struct mw_mean_removal *state, int16_t sample, unsigned settling_shift,
                               unsigned fraction_bits) {
    int32_t sample_q16 = sample * 65536;
    if (state->primed == 0) {
        state->primed = 1;
        state->mean_q16 = sample_q16;
    }
    state->mean_q16 += (int32_t)(((int64_t)sample_q16 - state->mean_q16) >> settling_shift);
    return sample * (1 << fraction_bits) - (state->mean_q16 >> (16 - fraction_bits));
}
