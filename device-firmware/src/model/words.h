/* Aligned little-endian fields of a network: the parser refuses a network that does not lie at a multiple of 4, so that
 * these are single loads also where unaligned ones fault. */
#ifndef MILLIWATT_MODEL_WORDS_H
#define MILLIWATT_MODEL_WORDS_H

#include <stdint.h>
#include <string.h>

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "Networks are read in place, which needs a little-endian processor."
#endif

#if defined(__GNUC__)
#define MW_ALIGNED(at, bytes) __builtin_assume_aligned((at), (bytes))
#else
#define MW_ALIGNED(at, bytes) (at)
#endif

static inline int32_t mw_word(const uint8_t *at) {
    int32_t value;
    memcpy(&value, MW_ALIGNED(at, 4), sizeof value);
    return value;
}

static inline int16_t mw_half(const uint8_t *at) {
    int16_t value;
    memcpy(&value, MW_ALIGNED(at, 2), sizeof value);
    return value;
}

#endif
