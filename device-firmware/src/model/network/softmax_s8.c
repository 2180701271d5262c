/*
 * Softmax of one vector by TFLite's integer rule: differences to the largest value in Q5.26, exp from a polynomial on
 * [-1/4, 0) and a chain of constants, the sum in Q12.19, its reciprocal by three Newton-Raphson steps (gemmlowp).
 * The result has scale 1/256 and zero point -128. Factors never are both -2^31, so no product saturates.
 */
#include "network.h"
#include "../words.h"

#define ONE INT32_MAX /* in Q0.31 */
#define QUARTER (1 << 24) /* in Q5.26 */
#define EXP_MINUS_EIGHTH 1895147668
#define ONE_THIRD 715827883
#define FORTY_EIGHT_17THS 1515870810     /* in Q2.29 */
#define MINUS_THIRTY_TWO_17THS (-1010580540)

/* The high half of the doubled product, rounded half up. */
static int32_t times(int32_t a, int32_t b) { return (int32_t)(((int64_t)a * b + (1 << 30)) >> 31); }

/* value / 2^exponent, halves away from zero, for an exponent of 1 .. 31. */
static int32_t divided(int32_t value, uint32_t exponent) {
    int64_t half = (int64_t)1 << (exponent - 1);
    return (int32_t)((value + half - (value < 0 ? 1 : 0)) >> exponent);
}

static int32_t saturated(int64_t value) {
    value = value > INT32_MAX ? INT32_MAX : value;
    return (int32_t)(value < INT32_MIN ? INT32_MIN : value);
}

/* exp(a) in Q0.31 for a <= 0 in Q5.26. */
static int32_t exponential(int32_t a) {
    static const int32_t factors[7] = {1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242};
    if (a == 0) {
        return ONE;
    }
    int32_t fraction = (a & (QUARTER - 1)) - QUARTER;
    int32_t remainder = fraction - a; /* a multiple of a quarter, 0 .. 2^31 - 1 */
    int32_t x = fraction * 32 + (1 << 28); /* -1/4 .. 0 in Q0.31, plus 1/8 */
    int32_t x2 = times(x, x);
    int32_t x3 = times(x2, x);
    int32_t x4 = times(x2, x2);
    int32_t tail = divided(times(divided(x4, 2) + x3, ONE_THIRD) + x2, 1);
    int32_t result = EXP_MINUS_EIGHTH + times(EXP_MINUS_EIGHTH, x + tail);
    for (uint32_t i = 0; i < 7; i++) {
        if (((uint32_t)remainder >> (24 + i) & 1U) != 0) {
            result = times(result, factors[i]);
        }
    }
    return result;
}

/* 1 / (1 + a) in Q0.31 for 0 <= a < 1 in Q0.31. */
static int32_t reciprocal_of_one_plus(int32_t a) {
    int32_t half = (int32_t)(((int64_t)a + ONE + 1) / 2);
    int32_t x = FORTY_EIGHT_17THS + times(half, MINUS_THIRTY_TWO_17THS);
    for (int i = 0; i < 3; i++) {
        int32_t rest = (1 << 29) - times(half, x);
        x += saturated((int64_t)times(x, rest) * 4);
    }
    return saturated((int64_t)x * 2);
}

/* The difference to the largest value in Q5.26, or 1 when it is too far below to count. */
static int32_t scaled_difference(const struct mw_operator *op, int32_t difference) {
    int32_t multiplier = mw_word(op->weights);
    int32_t left = mw_word(op->weights + 4);
    int32_t lowest = -(int32_t)((31U << 26) >> left);
    return difference < lowest ? 1 : times((int32_t)((uint32_t)difference << left), multiplier);
}

void mw_softmax_s8(const struct mw_operator *op, int8_t *tensor) {
    uint32_t count = op->in.steps * op->in.channels;
    int32_t largest = INT8_MIN;
    uint32_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        largest = tensor[i] > largest ? tensor[i] : largest;
    }
    for (uint32_t i = 0; i < count; i++) {
        int32_t difference = scaled_difference(op, tensor[i] - largest);
        if (difference <= 0) {
            sum += (uint32_t)divided(exponential(difference), 12); /* at most 256 times 2^19 */
        }
    }
    uint32_t zeros = 0;
    while ((sum << zeros >> 31) == 0) {
        zeros++;
    }
    int32_t scale = reciprocal_of_one_plus((int32_t)((sum << zeros) - (1U << 31)));
    for (uint32_t i = 0; i < count; i++) {
        int32_t difference = scaled_difference(op, tensor[i] - largest);
        int32_t value = INT8_MIN;
        if (difference <= 0) {
            /* 2^19 <= sum <= 2^27 has 12 to 4 leading zeros, so the exponent is 23 .. 31. */
            value += divided(times(scale, exponential(difference)), 12 - zeros + 23);
        }
        tensor[i] = (int8_t)(value > INT8_MAX ? INT8_MAX : value);
    }
}
