#include "milliwatt/frame.h"

#include <string.h>

enum major { MAJOR_UNSIGNED, MAJOR_NEGATIVE, MAJOR_BYTES, MAJOR_TEXT, MAJOR_ARRAY, MAJOR_MAP };

void mw_cbor_raw(struct mw_cbor *out, const uint8_t *bytes, uint32_t length) {
    if (out->full || length > out->capacity - out->length) {
        out->full = true;
        return;
    }
    if (length > 0) {
        memcpy(out->bytes + out->length, bytes, length);
        out->length += length;
    }
}

static void head(struct mw_cbor *out, enum major major, uint64_t value) {
    uint8_t bytes[9];
    uint32_t more = value < 24 ? 0 : value <= UINT8_MAX ? 1 : value <= UINT16_MAX ? 2 : value <= UINT32_MAX ? 4 : 8;
    uint32_t additional = more == 0 ? (uint32_t)value : more == 1 ? 24U : more == 2 ? 25U : more == 4 ? 26U : 27U;
    bytes[0] = (uint8_t)((uint32_t)major << 5 | additional);
    for (uint32_t i = 0; i < more; i++) {
        bytes[1 + i] = (uint8_t)(value >> (8 * (more - 1 - i)));
    }
    mw_cbor_raw(out, bytes, 1 + more);
}

void mw_cbor_unsigned(struct mw_cbor *out, uint64_t value) { head(out, MAJOR_UNSIGNED, value); }

void mw_cbor_signed(struct mw_cbor *out, int64_t value) {
    if (value >= 0) {
        head(out, MAJOR_UNSIGNED, (uint64_t)value);
    } else {
        head(out, MAJOR_NEGATIVE, (uint64_t)(-1 - value));
    }
}

void mw_cbor_pair(struct mw_cbor *out, uint32_t key, uint64_t value) {
    mw_cbor_unsigned(out, key);
    mw_cbor_unsigned(out, value);
}

void mw_cbor_array(struct mw_cbor *out, uint32_t items) { head(out, MAJOR_ARRAY, items); }

void mw_cbor_map(struct mw_cbor *out, uint32_t pairs) { head(out, MAJOR_MAP, pairs); }

void mw_cbor_bytes_head(struct mw_cbor *out, uint32_t length) { head(out, MAJOR_BYTES, length); }

void mw_cbor_bytes(struct mw_cbor *out, const uint8_t *bytes, uint32_t length) {
    mw_cbor_bytes_head(out, length);
    mw_cbor_raw(out, bytes, length);
}
