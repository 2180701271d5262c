#include "milliwatt/dsp.h"

/* Headroom: a square is at most 2^62, and half of the last bit rounds it. */
void mw_square(const int32_t *values, uint32_t count, unsigned shift, int32_t *output) {
    const uint64_t half = shift == 0 ? 0 : (uint64_t)1 << (shift - 1);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t square = (uint64_t)((int64_t)values[i] * values[i]) + half;
        uint32_t above = (uint32_t)(square >> 32);
        /* Where the bits above do not reach the result, a shift of 32 bits is enough. */
        uint32_t result = above == 0 ? (uint32_t)square >> shift : 0;
        if (above != 0) {
            uint64_t shifted = square >> shift;
            result = shifted > INT32_MAX ? INT32_MAX : (uint32_t)shifted;
        }
        output[i] = result > INT32_MAX ? INT32_MAX : (int32_t)result;
    }
}
