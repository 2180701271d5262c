/* Quotients as the features of a beat carry them: int16, cut towards zero, never dividing by zero. */
#ifndef MILLIWATT_HEART_RATIO_H
#define MILLIWATT_HEART_RATIO_H

#include "milliwatt/dsp.h"

#include <stdint.h>

/* 256 part / whole; a whole below 1 counts as 1. The part is below 2^23 in magnitude. */
static inline int32_t mw_ratio_q8(int32_t part, int32_t whole) {
    return mw_saturate_16(part * 256 / (whole < 1 ? 1 : whole));
}

/* 1024 part / whole; a whole below 1 counts as 1. The part is below 2^21 in magnitude. */
static inline int32_t mw_ratio_q10(int32_t part, int32_t whole) {
    return mw_saturate_16(part * 1024 / (whole < 1 ? 1 : whole));
}

#endif
