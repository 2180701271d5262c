#include "milliwatt/dsp.h"

/* round(2^14 log2(1 + i / 64)) */
static const uint16_t fraction_q14[65] = {
    0, 366, 727, 1083, 1433, 1778, 2118, 2453, 2784, 3110, 3432, 3749,
    4062, 4371, 4676, 4977, 5274, 5568, 5858, 6145, 6428, 6707, 6984, 7257,
    7527, 7794, 8059, 8320, 8578, 8834, 9086, 9337, 9584, 9829, 10071, 10311,
    10549, 10784, 11017, 11248, 11476, 11702, 11926, 12148, 12368, 12586, 12802, 13016,
    13228, 13438, 13646, 13853, 14057, 14260, 14461, 14661, 14858, 15055, 15249, 15442,
    15634, 15823, 16012, 16199, 16384,
};

int32_t mw_binary_logarithm_q10(uint64_t value) {
    if (value == 0) {
        return 0;
    }
    int exponent = mw_bit_length(value) - 1;
    uint64_t fraction_q32 = (value << (63 - exponent) << 1) >> 32;
    uint32_t index = (uint32_t)(fraction_q32 >> 26);
    int32_t within = (int32_t)(fraction_q32 >> 10 & 0xFFFF);
    int32_t step = fraction_q14[index + 1] - fraction_q14[index];
    int32_t logarithm_q14 = fraction_q14[index] + (step * within >> 16);
    return exponent * 1024 + ((logarithm_q14 + 8) >> 4);
}
