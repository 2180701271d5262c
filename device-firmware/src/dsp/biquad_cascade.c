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
struct section {
    int32_t b0, b1, b2;
    int32_t n1, n2; /* the recursive coefficients, negated */
};

static void filter_section(int32_t *state, const struct section *c, int32_t *values, uint32_t count) {
    const struct section section = *c; /* in registers */
    int32_t x1 = state[0];
    int32_t x2 = state[1];
    int32_t y1 = state[2];
    int32_t y2 = state[3];
    int32_t fraction = state[4];
    for (uint32_t i = 0; i < count; i++) {
        int32_t x = values[i];
        int64_t sum = fraction;
        sum += (int64_t)section.b0 * x;
        sum += (int64_t)section.b1 * x1;
        sum += (int64_t)section.b2 * x2;
        sum += (int64_t)section.n1 * y1;
        sum += (int64_t)section.n2 * y2;
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

/* The same for a recursive coefficient of -2^31, whose negative needs 33 bits. */
static void filter_steep_section(int32_t *state, const struct section *c, int32_t a1, int32_t a2, int32_t *values,
                                 uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        int64_t sum = state[4] + (int64_t)c->b0 * values[i] + (int64_t)c->b1 * state[0] + (int64_t)c->b2 * state[1];
        sum = sum - (int64_t)a1 * state[2] - (int64_t)a2 * state[3];
        state[1] = state[0];
        state[0] = values[i];
        state[3] = state[2];
        state[2] = mw_saturate_32(sum >> FRACTION_BITS);
        state[4] = (int32_t)(sum & FRACTION_MASK);
        values[i] = state[2];
    }
}

void mw_biquad_cascade_filter(int32_t *state, const uint8_t *coefficients, unsigned sections, int32_t *values,
                              uint32_t count) {
    for (unsigned s = 0; s < sections; s++, state += 5, coefficients += 20) {
        struct section section = {.b0 = mw_read_i32(coefficients),
                                  .b1 = mw_read_i32(coefficients + 4),
                                  .b2 = mw_read_i32(coefficients + 8)};
        int32_t a1 = mw_read_i32(coefficients + 12);
        int32_t a2 = mw_read_i32(coefficients + 16);
        if (a1 == INT32_MIN || a2 == INT32_MIN) {
            filter_steep_section(state, &section, a1, a2, values, count);
        } else {
            section.n1 = -a1;
            section.n2 = -a2;
            filter_section(state, &section, values, count);
        }
    }
}
