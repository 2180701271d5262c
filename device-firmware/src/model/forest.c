#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"

#define HEAD 8U
#define NODE 6U
#define LEAF 0x8000U
#define MAX_TREES 255U
#define MAX_NODES 0x7FFFU
#define MAX_ROWS 1023U
#define MAX_DEPTH 255U

static bool reference_holds(uint32_t reference, int32_t from, uint32_t nodes, uint32_t rows) {
    if ((reference & LEAF) != 0) {
        return (reference & ~LEAF) < rows;
    }
    return (int32_t)reference > from && reference < nodes;
}

int mw_forest_check(const struct mw_part *body, uint16_t inputs, uint16_t classes) {
    if (body->length < HEAD) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t trees = mw_u16(body->bytes);
    uint32_t nodes = mw_u16(body->bytes + 2);
    uint32_t rows = mw_u16(body->bytes + 4);
    if (trees < 1 || trees > MAX_TREES || nodes > MAX_NODES || rows < 1 || rows > MAX_ROWS ||
        mw_u16(body->bytes + 6) > MAX_DEPTH) {
        return MW_ERROR_FORMAT;
    }
    int result = mw_check_body_length(body, HEAD + 2 * trees + NODE * nodes + rows * classes);
    if (result < 0) {
        return result;
    }
    const uint8_t *roots = body->bytes + HEAD;
    for (uint32_t tree = 0; tree < trees; tree++) {
        if (!reference_holds(mw_u16(roots + 2 * tree), -1, nodes, rows)) {
            return MW_ERROR_FORMAT;
        }
    }
    const uint8_t *node = roots + 2 * trees;
    for (uint32_t index = 0; index < nodes; index++, node += NODE) {
        uint32_t packed = mw_u16(node + 2);
        uint32_t left = packed >> 6;
        if ((packed & 63) >= inputs ||
            !reference_holds(left == 0 ? index + 1 : LEAF | (left - 1), (int32_t)index, nodes, rows) ||
            !reference_holds(mw_u16(node + 4), (int32_t)index, nodes, rows)) {
            return MW_ERROR_FORMAT;
        }
    }
    return MW_OK;
}

/* The walk ends because every reference goes to a later node: mw_forest_check made sure. */
static uint32_t leaf_row(const uint8_t *nodes, uint32_t reference, const int16_t *inputs) {
    while ((reference & LEAF) == 0) {
        const uint8_t *node = nodes + NODE * reference;
        uint32_t packed = mw_u16(node + 2);
        uint32_t left = packed >> 6;
        if (inputs[packed & 63] > mw_i16(node)) {
            reference = mw_u16(node + 4);
        } else if (left != 0) {
            return left - 1;
        } else {
            reference++;
        }
    }
    return reference & ~LEAF;
}

void mw_forest_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores) {
    const uint8_t *body = bundle->model.bytes;
    uint32_t trees = mw_u16(body);
    const uint8_t *roots = body + HEAD;
    const uint8_t *nodes = roots + 2 * trees;
    const uint8_t *rows = nodes + NODE * mw_u16(body + 2);
    for (uint32_t class = 0; class < bundle->classes; class++) {
        scores[class] = 0;
    }
    for (uint32_t tree = 0; tree < trees; tree++) {
        const uint8_t *row = rows + leaf_row(nodes, mw_u16(roots + 2 * tree), inputs) * bundle->classes;
        for (uint32_t class = 0; class < bundle->classes; class++) {
            /* 255 trees of -128 .. 127 stay within int16. */
            scores[class] = (int16_t)(scores[class] + (int8_t)row[class]);
        }
    }
}
