/* Four inputs times four int8 weights: with the DSP extension two products per instruction. */
#ifndef MILLIWATT_MODEL_MULTIPLY_H
#define MILLIWATT_MODEL_MULTIPLY_H

#include "../words.h"

#if defined(__ARM_FEATURE_DSP)

/* Bytes 0 and 2, or 1 and 3, as two int16. */
static inline uint32_t mw_even_bytes(uint32_t word) {
    uint32_t pair;
    __asm__("sxtb16 %0, %1" : "=r"(pair) : "r"(word));
    return pair;
}

static inline uint32_t mw_odd_bytes(uint32_t word) {
    uint32_t pair;
    __asm__("sxtb16 %0, %1, ror #8" : "=r"(pair) : "r"(word));
    return pair;
}

/* sum + both products of the halves. Wraps never: see headroom_holds. */
static inline int32_t mw_two_products(uint32_t a, uint32_t b, int32_t sum) {
    int32_t result;
    __asm__("smlad %0, %1, %2, %3" : "=r"(result) : "r"(a), "r"(b), "r"(sum));
    return result;
}

/* Inputs lie at any alignment, which these cores load. */
static inline uint32_t mw_four(const void *at) {
    uint32_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

static inline int32_t mw_multiply_word(uint32_t weights, const int8_t *input, int32_t sum) {
    uint32_t inputs = mw_four(input);
    sum = mw_two_products(mw_even_bytes(weights), mw_even_bytes(inputs), sum);
    return mw_two_products(mw_odd_bytes(weights), mw_odd_bytes(inputs), sum);
}

#else

static inline int32_t mw_multiply_word(uint32_t weights, const int8_t *input, int32_t sum) {
    for (int i = 0; i < 4; i++, weights >>= 8) {
        sum += (int8_t)weights * input[i];
    }
    return sum;
}

#endif
#endif
