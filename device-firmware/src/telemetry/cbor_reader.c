#include "cbor_reader.h"

static uint64_t refuse(struct mw_cbor_in *in) {
    in->broken = true;
    return 0;
}

uint64_t mw_cbor_read_head(struct mw_cbor_in *in, enum mw_cbor_major *major) {
    *major = MW_CBOR_UNSIGNED;
    if (in->broken || in->at >= in->length) {
        return refuse(in);
    }
    uint8_t first = in->bytes[in->at++];
    uint32_t additional = first & 31U;
    /* Tags, floats and simple values have no place in a frame; 28 to 31 are reserved or indefinite. */
    if (first >> 5 > MW_CBOR_MAP || additional > 27) {
        return refuse(in);
    }
    *major = (enum mw_cbor_major)(first >> 5);
    uint64_t value = additional;
    if (additional >= 24) {
        uint32_t more = 1U << (additional - 24);
        if (in->length - in->at < more) {
            return refuse(in);
        }
        value = 0;
        for (uint32_t i = 0; i < more; i++) {
            value = value << 8 | in->bytes[in->at++];
        }
        uint64_t smallest = more == 1 ? 24 : (uint64_t)1 << (4 * more);
        if (value < smallest) {
            return refuse(in);
        }
    }
    if ((*major == MW_CBOR_BYTES || *major == MW_CBOR_TEXT) && value > in->length - in->at) {
        return refuse(in);
    }
    return value;
}

uint64_t mw_cbor_expect(struct mw_cbor_in *in, enum mw_cbor_major major, uint64_t largest) {
    enum mw_cbor_major found;
    uint64_t value = mw_cbor_read_head(in, &found);
    if (in->broken || found != major || value > largest) {
        return refuse(in);
    }
    return value;
}

/* One open array or map while an item is passed over. */
struct level {
    uint64_t items_left; /* items of an array, pairs of a map */
    uint64_t last_key;
    bool is_map;
    bool any_key;
};

static void read_key(struct mw_cbor_in *in, struct level *map) {
    uint64_t key = mw_cbor_expect(in, MW_CBOR_UNSIGNED, UINT64_MAX);
    if (map->any_key && key <= map->last_key) {
        in->broken = true;
    }
    map->any_key = true;
    map->last_key = key;
}

void mw_cbor_skip(struct mw_cbor_in *in) {
    struct level levels[MW_CBOR_MAX_DEPTH];
    uint32_t depth = 0;
    do {
        if (depth > 0) {
            struct level *top = &levels[depth - 1];
            if (top->items_left == 0) {
                depth--;
                continue;
            }
            top->items_left--;
            if (top->is_map) {
                read_key(in, top);
            }
        }
        enum mw_cbor_major major;
        uint64_t value = mw_cbor_read_head(in, &major);
        if (in->broken) {
            return;
        }
        if (major == MW_CBOR_BYTES || major == MW_CBOR_TEXT) {
            in->at += (size_t)value;
        } else if (major == MW_CBOR_ARRAY || major == MW_CBOR_MAP) {
            if (depth == MW_CBOR_MAX_DEPTH) {
                in->broken = true;
                return;
            }
            struct level opened = {value, 0, major == MW_CBOR_MAP, false};
            levels[depth++] = opened;
        }
    } while (depth > 0 && !in->broken);
}
