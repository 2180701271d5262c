/* Little-endian fields at any alignment, and the two roundings that models share. */
#ifndef MILLIWATT_MODEL_BYTES_H
#define MILLIWATT_MODEL_BYTES_H

#include <stdint.h>

static inline uint16_t mw_u16(const uint8_t *at) { return (uint16_t)(at[0] | (uint32_t)at[1] << 8); }

static inline int16_t mw_i16(const uint8_t *at) { return (int16_t)mw_u16(at); }

static inline uint32_t mw_u32(const uint8_t *at) { return mw_u16(at) | (uint32_t)mw_u16(at + 2) << 16; }

static inline int32_t mw_i32(const uint8_t *at) { return (int32_t)mw_u32(at); }

static inline uint64_t mw_u64(const uint8_t *at) { return mw_u32(at) | (uint64_t)mw_u32(at + 4) << 32; }

static inline void mw_put_u16(uint8_t *at, uint32_t value) {
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
}

static inline void mw_put_u32(uint8_t *at, uint32_t value) {
    mw_put_u16(at, value);
    mw_put_u16(at + 2, value >> 16);
}

static inline void mw_put_u64(uint8_t *at, uint64_t value) {
    mw_put_u32(at, (uint32_t)value);
    mw_put_u32(at + 4, (uint32_t)(value >> 32));
}

static inline uint32_t mw_padded(uint32_t length) { return (length + 3U) & ~(uint32_t)3U; }

/* (value + 2^(shift-1)) >> shift, rounding half up, saturated to int16. `shift` is 0 .. 31, so the sum cannot
 * overflow for |value| < 2^62. Right shift of a negative number is arithmetic on every compiler supported. */
static inline int16_t mw_shifted_to_i16(int64_t value, unsigned shift) {
    int64_t rounded = shift == 0 ? value : (value + ((int64_t)1 << (shift - 1))) >> shift;
    if (rounded > INT16_MAX) {
        return INT16_MAX;
    }
    return rounded < INT16_MIN ? INT16_MIN : (int16_t)rounded;
}

#endif
