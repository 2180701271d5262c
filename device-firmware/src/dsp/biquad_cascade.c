#include "little_endian.h"
#include "milliwatt/dsp.h"

#define FRACTION_BITS 29
#define FRACTION_MASK (((int64_t)1 << FRACTION_BITS) - 1)

/*
 * Direct form I; what rounding cuts off one output is added to the next (fraction saving), which keeps poles close to
 * the unit circle quiet. State per section: x1 x2 y1 y2 saved fraction.
 *
 * Headroom: a section's coefficient magnitudes sum to less than 2^32 (the recipe's check) and samples are at most 2^31,
 * so every partial sum of products is at most (2^32 - 1) 2^31 = 2^63 - 2^31; the saved fraction adds less than 2^29.
 */
int32_t mw_biquad_cascade_accept(int32_t *state, const uint8_t *coefficients, unsigned sections, int32_t value) {
    int32_t x = value;
    for (unsigned s = 0; s < sections; s++) {
        int64_t sum = state[4];
        sum += (int64_t)mw_read_i32(coefficients) * x;
        sum += (int64_t)mw_read_i32(coefficients + 4) * state[0];
        sum += (int64_t)mw_read_i32(coefficients + 8) * state[1];
        sum -= (int64_t)mw_read_i32(coefficients + 12) * state[2];
        sum -= (int64_t)mw_read_i32(coefficients + 16) * state[3];
        int32_t y = mw_saturate_32(sum >> FRACTION_BITS);
        state[1] = state[0];
        state[0] = x;
        state[3] = state[2];
        state[2] = y;
        state[4] = (int32_t)(sum & FRACTION_MASK);
        x = y;
        state += 5;
        coefficients += 20;
    }
    return x;
}
