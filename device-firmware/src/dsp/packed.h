/*
 * Complex numbers of two int16 in a word, the real part in the low half. With the DSP extension most of these are one
 * instruction; the portable lines beside them give the same bits.
 */
#ifndef MILLIWATT_DSP_PACKED_H
#define MILLIWATT_DSP_PACKED_H

#include <stdint.h>

#if defined(__ARM_FEATURE_SIMD32) && __ARM_FEATURE_SIMD32
#include <arm_acle.h>
#define MW_PACKED_INSTRUCTIONS 1
#else
#define MW_PACKED_INSTRUCTIONS 0
#endif

static inline int32_t mw_low(uint32_t a) {
    return (int16_t)(uint16_t)a;
}

static inline int32_t mw_high(uint32_t a) {
    return (int32_t)a >> 16;
}

static inline uint32_t mw_pack(int32_t low, int32_t high) {
#if MW_PACKED_INSTRUCTIONS
    uint32_t packed;
    __asm__("pkhbt %0, %1, %2, lsl #16" : "=r"(packed) : "r"(low), "r"(high));
    return packed;
#else
    return ((uint32_t)low & 0xFFFF) | (uint32_t)high << 16;
#endif
}

/* low(a) with high(b). */
static inline uint32_t mw_packed_low_high(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    uint32_t packed;
    __asm__("pkhbt %0, %1, %2" : "=r"(packed) : "r"(a), "r"(b));
    return packed;
#else
    return (a & 0xFFFF) | (b & 0xFFFF0000u);
#endif
}

/* low / 2^15 with high / 2^15, rounded down; both quotients fit. */
static inline uint32_t mw_pack_q15(int32_t low, int32_t high) {
#if MW_PACKED_INSTRUCTIONS
    uint32_t packed;
    __asm__("pkhbt %0, %1, %2, lsl #1" : "=r"(packed) : "r"(low >> 15), "r"(high));
    return packed;
#else
    return mw_pack(low >> 15, high >> 15);
#endif
}

/* a + b, a - b; the caller knows that no half overflows. */
static inline uint32_t mw_packed_add(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__sadd16((int16x2_t)a, (int16x2_t)b);
#else
    return ((a & 0xFFFF0000u) + (b & 0xFFFF0000u)) | ((a + b) & 0xFFFF);
#endif
}

static inline uint32_t mw_packed_subtract(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__ssub16((int16x2_t)a, (int16x2_t)b);
#else
    return ((a & 0xFFFF0000u) - (b & 0xFFFF0000u)) | ((a - b) & 0xFFFF);
#endif
}

/* floor((a + b) / 2), floor((a - b) / 2) in both halves; cannot overflow. */
static inline uint32_t mw_packed_mean(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__shadd16((int16x2_t)a, (int16x2_t)b);
#else
    return mw_pack((mw_low(a) + mw_low(b)) >> 1, (mw_high(a) + mw_high(b)) >> 1);
#endif
}

static inline uint32_t mw_packed_half_difference(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__shsub16((int16x2_t)a, (int16x2_t)b);
#else
    return mw_pack((mw_low(a) - mw_low(b)) >> 1, (mw_high(a) - mw_high(b)) >> 1);
#endif
}

/* a - j b, a + j b; no half overflows. */
static inline uint32_t mw_packed_subtract_turned(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__ssax((int16x2_t)a, (int16x2_t)b);
#else
    return mw_pack(mw_low(a) + mw_high(b), mw_high(a) - mw_low(b));
#endif
}

static inline uint32_t mw_packed_add_turned(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__sasx((int16x2_t)a, (int16x2_t)b);
#else
    return mw_pack(mw_low(a) - mw_high(b), mw_high(a) + mw_low(b));
#endif
}

/* The same, halved and rounded down; cannot overflow. */
static inline uint32_t mw_packed_half_subtract_turned(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__shsax((int16x2_t)a, (int16x2_t)b);
#else
    return mw_pack((mw_low(a) + mw_high(b)) >> 1, (mw_high(a) - mw_low(b)) >> 1);
#endif
}

static inline uint32_t mw_packed_half_add_turned(uint32_t a, uint32_t b) {
#if MW_PACKED_INSTRUCTIONS
    return (uint32_t)__shasx((int16x2_t)a, (int16x2_t)b);
#else
    return mw_pack((mw_low(a) - mw_high(b)) >> 1, (mw_high(a) + mw_low(b)) >> 1);
#endif
}

/* low(a) low(b) + high(a) high(b) + sum; the caller knows that it fits. */
static inline int32_t mw_packed_dot(uint32_t a, uint32_t b, int32_t sum) {
#if MW_PACKED_INSTRUCTIONS
    return __smlad((int16x2_t)a, (int16x2_t)b, sum);
#else
    return mw_low(a) * mw_low(b) + mw_high(a) * mw_high(b) + sum;
#endif
}

/* low(a) high(b) - high(a) low(b) + sum; the caller knows that it fits. */
static inline int32_t mw_packed_cross(uint32_t a, uint32_t b, int32_t sum) {
#if MW_PACKED_INSTRUCTIONS
    return __smlsdx((int16x2_t)a, (int16x2_t)b, sum);
#else
    return mw_low(a) * mw_high(b) - mw_high(a) * mw_low(b) + sum;
#endif
}

/* Or-ed over words, this tells how many bits the longest half needs: a bit is set where it differs from the one below. */
static inline uint32_t mw_packed_changes(uint32_t a) {
    return a ^ a << 1;
}

/* How often the sign bit stands again before the first other bit, in the half that has it least often; 15 for no bits. */
static inline uint32_t mw_packed_headroom(uint32_t changes) {
    uint32_t both = (changes | changes >> 16) & 0xFFFE;
    return both == 0 ? 15 : (uint32_t)__builtin_clz(both) - 16;
}

#endif
