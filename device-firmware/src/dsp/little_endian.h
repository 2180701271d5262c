/*
 * Parameters are read from the recipe section where it lies, so it needs no alignment: a compiler makes one load of a
 * copy where the part allows unaligned loads, and byte loads where not.
 */
#ifndef MILLIWATT_DSP_LITTLE_ENDIAN_H
#define MILLIWATT_DSP_LITTLE_ENDIAN_H

#include <stdint.h>
#include <string.h>

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the recipe's numbers are little-endian and so are all parts this firmware runs on"
#endif

static inline uint16_t mw_read_u16(const uint8_t *bytes) {
    uint16_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static inline uint32_t mw_read_u32(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static inline int16_t mw_read_i16(const uint8_t *bytes) {
    return (int16_t)mw_read_u16(bytes);
}

static inline int32_t mw_read_i32(const uint8_t *bytes) {
    return (int32_t)mw_read_u32(bytes);
}

#endif
