#include "milliwatt/dsp.h"

/*
 * Headroom: the mean is a convex combination of int16 samples in Q16, so it stays in int32; the output stays within
 * 65 535 * 2^fraction_bits, below 2^23 for 7 fraction bits. The difference of two such numbers has 33 bits: half of it,
 * rounded down, has 32 (the sample in Q16 is even), and shifting that on by one bit less gives the same.
 */
void mw_mean_removal_filter(struct mw_mean_removal *state, unsigned settling_shift, unsigned fraction_bits,
                            const int32_t *samples, uint32_t count, int32_t *output) {
    int32_t mean_q16 = state->mean_q16;
    if (state->primed == 0 && count > 0) {
        state->primed = 1;
        mean_q16 = samples[0] * 65536;
    }
    for (uint32_t i = 0; i < count; i++) {
        int32_t half_difference = samples[i] * 32768 - ((mean_q16 >> 1) + (mean_q16 & 1));
        mean_q16 += half_difference >> (settling_shift - 1);
        output[i] = samples[i] * (1 << fraction_bits) - (mean_q16 >> (16 - fraction_bits));
    }
    state->mean_q16 = mean_q16;
}
