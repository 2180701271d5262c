/* Sums of a few rows of int8 weights times the same int8 inputs, and their rescaling: in C, with SMLAD, with MVE. */
#ifndef MILLIWATT_MODEL_DENSE_ROWS_H
#define MILLIWATT_MODEL_DENSE_ROWS_H

#include "multiply.h"
#include "requantize.h"

#if defined(__ARM_FEATURE_MVE)

#include <arm_mve.h>

#define MW_ROWS 4U

/* Sixteen products per instruction; the last ones under a predicate. */
static inline void mw_sums_of_rows(const uint8_t *row, uint32_t pitch, uint32_t bytes, const int8_t *in,
                                   int32_t sums[MW_ROWS]) {
    const int8_t *first = (const int8_t *)row;
    const int8_t *second = first + pitch;
    const int8_t *third = second + pitch;
    const int8_t *fourth = third + pitch;
    int32_t a = 0;
    int32_t b = 0;
    int32_t c = 0;
    int32_t d = 0;
    for (; bytes >= 16; bytes -= 16, in += 16, first += 16, second += 16, third += 16, fourth += 16) {
        int8x16_t inputs = vldrbq_s8(in);
        a = vmladavaq_s8(a, inputs, vldrbq_s8(first));
        b = vmladavaq_s8(b, inputs, vldrbq_s8(second));
        c = vmladavaq_s8(c, inputs, vldrbq_s8(third));
        d = vmladavaq_s8(d, inputs, vldrbq_s8(fourth));
    }
    if (bytes > 0) {
        mve_pred16_t some = vctp8q(bytes);
        int8x16_t inputs = vldrbq_z_s8(in, some); /* 0 in the other lanes */
        a = vmladavaq_s8(a, inputs, vldrbq_z_s8(first, some));
        b = vmladavaq_s8(b, inputs, vldrbq_z_s8(second, some));
        c = vmladavaq_s8(c, inputs, vldrbq_z_s8(third, some));
        d = vmladavaq_s8(d, inputs, vldrbq_z_s8(fourth, some));
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
}

/* mw_rescale in four lanes. The halves-away-from-zero division: 1 less for a negative value that is to be shifted. */
static inline void mw_requantize_rows(const struct mw_operator *op, uint32_t channel, uint32_t count,
                                      const int32_t sums[MW_ROWS], int8_t *out) {
    mve_pred16_t some = vctp32q(count);
    uint32_t scale = channel * op->scale_step;
    int32x4_t sum = vaddq_s32(vldrwq_s32(sums), vldrwq_z_s32((const int32_t *)(const void *)op->bias + channel, some));
    int32x4_t multiplier;
    int32x4_t shift;
    if (op->scale_step != 0) {
        multiplier = vldrwq_z_s32((const int32_t *)(const void *)op->multipliers + scale, some);
        shift = vldrbq_z_s32((const int8_t *)op->shifts + scale, some);
    } else {
        multiplier = vdupq_n_s32(mw_word(op->multipliers));
        shift = vdupq_n_s32((int8_t)*op->shifts);
    }
    int32x4_t zero = vdupq_n_s32(0);
    int32x4_t right = vminq_s32(shift, zero);
    int32x4_t high = vqrdmulhq_s32(vshlq_s32(sum, vmaxq_s32(shift, zero)), multiplier);
    high = vaddq_s32(high, vshrq_n_s32(vandq_s32(high, right), 31));
    int32x4_t value = vaddq_n_s32(vrshlq_s32(high, right), op->zero_point);
    value = vminq_s32(vmaxq_s32(value, vdupq_n_s32(op->low)), vdupq_n_s32(op->high));
    vstrbq_p_s32(out, value, some);
}

#else

#if defined(__ARM_FEATURE_DSP)

#define MW_ROWS 4U

/* Sixteen products in 25 instructions. By hand: the compiler would load all words first and spill the sums. The last
 * inputs may lie behind the tensor; their weights are 0. */
static inline void mw_sums_of_rows(const uint8_t *row, uint32_t pitch, uint32_t bytes, const int8_t *in,
                                   int32_t sums[MW_ROWS]) {
    const uint8_t *third = row + 2 * pitch;
    const int8_t *end = in + bytes;
    int32_t a = 0;
    int32_t b = 0;
    int32_t c = 0;
    int32_t d = 0;
    uint32_t even;
    uint32_t odd;
    uint32_t word;
    uint32_t half;
#define MW_FOUR_PRODUCTS(sum)                                                                                          \
    "sxtb16 %[half], %[word]\n"                                                                                        \
    "smlad %[" #sum "], %[half], %[even], %[" #sum "]\n"                                                               \
    "sxtb16 %[word], %[word], ror #8\n"                                                                                \
    "smlad %[" #sum "], %[word], %[odd], %[" #sum "]\n"
    __asm__ volatile("1: ldr %[word], [%[in]], #4\n"
                     "sxtb16 %[even], %[word]\n"
                     "sxtb16 %[odd], %[word], ror #8\n"
                     "ldr %[word], [%[row], %[pitch]]\n" MW_FOUR_PRODUCTS(b)
                     "ldr %[word], [%[row]], #4\n" MW_FOUR_PRODUCTS(a)
                     "ldr %[word], [%[third], %[pitch]]\n" MW_FOUR_PRODUCTS(d)
                     "ldr %[word], [%[third]], #4\n" MW_FOUR_PRODUCTS(c)
                     "cmp %[in], %[end]\n"
                     "bcc 1b\n"
                     : [row] "+&r"(row), [third] "+&r"(third), [in] "+&r"(in), [a] "+&r"(a), [b] "+&r"(b), [c] "+&r"(c),
                       [d] "+&r"(d), [even] "=&r"(even), [odd] "=&r"(odd), [word] "=&r"(word), [half] "=&r"(half)
                     : [pitch] "r"(pitch), [end] "r"(end)
                     : "cc", "memory");
#undef MW_FOUR_PRODUCTS
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
}

#else

#define MW_ROWS 2U

#if defined(__thumb__) && !defined(__thumb2__)

/* Eight products in 34 instructions. By hand and not inlined: it needs all eight low registers. */
static __attribute__((noinline)) void mw_sums_of_rows(const uint8_t *row, uint32_t pitch, uint32_t bytes,
                                                      const int8_t *in, int32_t sums[MW_ROWS]) {
    const uint8_t *other = row + pitch;
    uint32_t i = 0;
    int32_t a = 0;
    int32_t b = 0;
    int32_t input;
    int32_t weight;
#define MW_TWO_PRODUCTS                                                                                                \
    "ldrsb %[input], [%[in], %[i]]\n"                                                                                  \
    "ldrsb %[weight], [%[row], %[i]]\n"                                                                                \
    "muls %[weight], %[input], %[weight]\n"                                                                            \
    "adds %[a], %[a], %[weight]\n"                                                                                     \
    "ldrsb %[weight], [%[other], %[i]]\n"                                                                              \
    "muls %[weight], %[input], %[weight]\n"                                                                            \
    "adds %[b], %[b], %[weight]\n"                                                                                     \
    "adds %[i], #1\n"
    __asm__ volatile(".syntax unified\n"
                     "1:\n" MW_TWO_PRODUCTS MW_TWO_PRODUCTS MW_TWO_PRODUCTS MW_TWO_PRODUCTS
                     "cmp %[i], %[bytes]\n"
                     "bcc 1b\n"
                     : [i] "+&l"(i), [a] "+&l"(a), [b] "+&l"(b), [input] "=&l"(input), [weight] "=&l"(weight)
                     : [in] "l"(in), [row] "l"(row), [other] "l"(other), [bytes] "h"(bytes)
                     : "cc", "memory");
#undef MW_TWO_PRODUCTS
    sums[0] = a;
    sums[1] = b;
}

#else

static inline void mw_sums_of_rows(const uint8_t *row, uint32_t pitch, uint32_t bytes, const int8_t *in,
                                   int32_t sums[MW_ROWS]) {
    const uint8_t *other = row + pitch;
    int32_t a = 0;
    int32_t b = 0;
    for (uint32_t i = 0; i < bytes; i++) {
        int32_t input = in[i];
        a += (int8_t)row[i] * input;
        b += (int8_t)other[i] * input;
    }
    sums[0] = a;
    sums[1] = b;
}

#endif
#endif

static inline void mw_requantize_rows(const struct mw_operator *op, uint32_t channel, uint32_t count,
                                      const int32_t sums[MW_ROWS], int8_t *out) {
    const uint8_t *bias = op->bias + 4 * channel;
    const uint8_t *multiplier = op->multipliers + 4 * channel * op->scale_step;
    const uint8_t *shift = op->shifts + channel * op->scale_step;
    uint32_t step = op->scale_step;
    int32_t zero_point = op->zero_point;
    int32_t low = op->low;
    int32_t high = op->high;
    for (const int8_t *end = out + count; out < end; bias += 4, multiplier += 4 * step, shift += step) {
        int32_t value = mw_rescale(mw_word(bias) + *sums++, mw_word(multiplier), (int8_t)*shift) + zero_point;
        value = value < low ? low : value;
        *out++ = (int8_t)(value > high ? high : value);
    }
}

#endif
#endif
