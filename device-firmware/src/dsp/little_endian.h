/* Parameters are read byte by byte from the recipe section, so it needs no alignment. */
#ifndef MILLIWATT_DSP_LITTLE_ENDIAN_H
#define MILLIWATT_DSP_LITTLE_ENDIAN_H

#include <stdint.h>

static inline uint16_t mw_read_u16(const uint8_t *bytes) {
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static inline uint32_t mw_read_u32(const uint8_t *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static inline int16_t mw_read_i16(const uint8_t *bytes) {
    return (int16_t)mw_read_u16(bytes);
}

static inline int32_t mw_read_i32(const uint8_t *bytes) {
    return (int32_t)mw_read_u32(bytes);
}

#endif
