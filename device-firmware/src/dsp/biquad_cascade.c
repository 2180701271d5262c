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
static void filter_section(int32_t *state, const uint8_t *coefficients, int32_t *values, uint32_t count) {
    const int32_t b0 = mw_read_i32(coefficients);
    const int32_t b1 = mw_read_i32(coefficients + 4);
    const int32_t b2 = mw_read_i32(coefficients + 8);
    const int32_t a1 = mw_read_i32(coefficients + 12);
    const int32_t a2 = mw_read_i32(coefficients + 16);
    int32_t x1 = state[0];
    int32_t x2 = state[1];
    int32_t y1 = state[2];
    int32_t y2 = state[3];
    int32_t fraction = state[4];
    for (uint32_t i = 0; i < count; i++) {
        int32_t x = values[i];
        int64_t sum = fraction + (int64_t)b0 * x + (int64_t)b1 * x1 + (int64_t)b2 * x2;
        sum = sum - (int64_t)a1 * y1 - (int64_t)a2 * y2;
        int32_t y = mw_saturate_32(sum >> FRACTION_BITS);
        fraction = (int32_t)(sum & FRACTION_MASK);
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        values[i] = y;
    }
    state[0] = x1;
    state[1] = x2;
    state[2] = y1;
    state[3] = y2;
    state[4] = fraction;
}

void mw_biquad_cascade_filter(int32_t *state, const uint8_t *coefficients, unsigned sections, int32_t *values,
                              uint32_t count) {
    for (unsigned s = 0; s < sections; s++) {
        filter_section(state + 5 * s, coefficients + 20 * s, values, count);
    }
}
