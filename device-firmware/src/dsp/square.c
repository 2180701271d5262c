#include "milliwatt/dsp.h"

/* Headroom: the square is at most 2^62. */
int32_t mw_square(int32_t value, unsigned shift) {
    return mw_saturate_32(mw_rounding_shift((int64_t)value * value, shift));
}
