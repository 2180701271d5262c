/* From a 32-bit accumulator to the next tensor's values, by TFLite's integer rule (contract/bundle.md, "Rescaling"). */
#ifndef MILLIWATT_MODEL_REQUANTIZE_H
#define MILLIWATT_MODEL_REQUANTIZE_H

#include "network.h"
#include "../words.h"

/* floor((a * b + 2^31) / 2^32) in 16-bit pieces, for cores that multiply 32 x 32 to 32 bits only. Needs |a| < 2^29 and
 * 0 <= b < 2^31.
 *   a = ah * 2^16 + al with al of -2^15 .. 2^15 - 1 and |ah| <= 2^13; b = bh * 2^16 + bl, bh < 2^15, bl < 2^16.
 *   |ah * bl| < 2^29, |al * bh| < 2^30, |al * bl| < 2^31, |ah * bh| < 2^28; so the middle sum with its carry and the
 *   rounding stays below 2^29 + 2^30 + 2^15 + 2^15 < 2^31. The 16 bits dropped from al * bl cannot change the floor,
 *   since all the rest is a multiple of 2^16. */
static inline int32_t mw_high_multiply_by_pieces(int32_t a, int32_t b) {
    int32_t al = (int16_t)a;
    int32_t ah = (a - al) >> 16;
    int32_t bl = b & 0xFFFF;
    int32_t bh = b >> 16;
    int32_t middle = ah * bl + al * bh + ((al * bl) >> 16) + 32768;
    return ah * bh + (middle >> 16);
}

static inline int32_t mw_high_multiply(int32_t a, int32_t b) {
#if defined(__ARM_FEATURE_DSP)
    int32_t high;
    __asm__("smmulr %0, %1, %2" : "=r"(high) : "r"(a), "r"(b));
    return high;
#elif defined(__thumb__) && !defined(__thumb2__)
    return mw_high_multiply_by_pieces(a, b);
#else
    return (int32_t)(((int64_t)a * b + INT64_C(0x80000000)) >> 32);
#endif
}

/*
 * RoundingDivideByPOT(SaturatingRoundingDoublingHighMul(accumulator << left, multiplier), right), where shift = left or
 * -right. mw_operator_check made sure of |accumulator << left| < 2^28, 0 <= multiplier and -30 <= shift <= 15.
 *   The doubling high product is floor((2 a m + 2^31) / 2^32) with a = accumulator << left: gemmlowp's saturating case
 *   needs both factors -2^31, and its truncation with a sign-dependent nudge is this floor. |2 a| < 2^29.
 *   The division rounds halves away from zero: (h + 2^(right-1) - (h < 0)) >> right for right > 0, and h for right = 0.
 *   Doubled, (2 h + 2^right - (h < 0)) >> (right + 1) is both without a branch. |2 h| < 2^29 and 2^right <= 2^30.
 */
static inline int32_t mw_rescale(int32_t accumulator, int32_t multiplier, int32_t shift) {
    int32_t left = shift > 0 ? shift : 0;
    int32_t right = left - shift;
    int32_t high = mw_high_multiply((int32_t)((uint32_t)accumulator << (left + 1)), multiplier);
    return (2 * high + (int32_t)(1U << right) - (high < 0 ? 1 : 0)) >> (right + 1);
}

/* The value of output channel `channel` for its accumulator. */
static inline int8_t mw_requantize(const struct mw_operator *op, uint32_t channel, int32_t accumulator) {
    uint32_t scale = channel * op->scale_step;
    int32_t value = mw_rescale(accumulator, mw_word(op->multipliers + 4 * scale), (int8_t)op->shifts[scale]);
    value += op->zero_point;
    value = value < op->low ? op->low : value;
    return (int8_t)(value > op->high ? op->high : value);
}

#endif
