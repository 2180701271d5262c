#include "milliwatt/spectrum.h"

/*
 * Headroom: a power is below 2^30 and so the quotient below 2^60; a square root's 30 bits move left by at most 17, as an
 * exponent is below 2 (25 + 11 - 14 - 4) + 16.
 */
int32_t mw_magnitude_q8(int32_t power, int32_t exponent, uint32_t frames) {
    int64_t scaled = ((int64_t)power << 30) / frames;
    int32_t rest = exponent - 14; /* the 30 above, less 16 for the fraction bits */
    if ((rest & 1) != 0) {
        scaled >>= 1;
        rest++;
    }
    return mw_saturate_32(mw_scale_by_power_of_two(mw_integer_square_root(scaled), rest / 2));
}
