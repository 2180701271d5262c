#include "milliwatt/dsp.h"

/* Puts a value in the place of the oldest, which it returns. */
static int64_t exchange(struct mw_moving_sum *state, int32_t value, unsigned length_shift) {
    int64_t oldest = state->past[state->oldest];
    state->past[state->oldest] = value;
    state->oldest = (state->oldest + 1) & (((uint32_t)1 << length_shift) - 1);
    return oldest;
}

/* Headroom: 2^10 values of 2^31 are below 2^42. */
int32_t mw_moving_average_accept(struct mw_moving_sum *state, int32_t value, unsigned length_shift) {
    state->sum += value - exchange(state, value, length_shift);
    return (int32_t)(state->sum >> length_shift);
}

/* Headroom: 2^10 squares below 2^46 sum to less than 2^56; a mean square below 2^46 with 16 more bits is below 2^62. */
int32_t mw_moving_rms_accept(struct mw_moving_sum *state, int32_t value, unsigned length_shift,
                             unsigned fraction_bits) {
    int64_t newest = mw_saturate_24(value);
    int64_t oldest = exchange(state, (int32_t)newest, length_shift);
    state->sum += newest * newest - oldest * oldest;
    int64_t mean = state->sum >> length_shift;
    return mw_saturate_32(mw_integer_square_root(mean * ((int64_t)1 << 2 * fraction_bits)));
}
