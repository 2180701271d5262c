#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"

#define HEAD 8U
#define NODE 4U
#define ROOT_LEAF 0x8000U
#define RIGHT_LEAF 0x400U /* of the eleven bits of a right child */
#define MAX_TREES 255U
#define MAX_NODES 0x7FFFU
#define MAX_ROWS 511U
#define MAX_DEPTH 255U
#define MAX_THRESHOLDS 64U /* of one input */

/* Where the tables of a body lie: offsets from its first byte, which is aligned to 4 within the section. */
struct tables {
    uint32_t trees; /* the counts as announced */
    uint32_t nodes;
    uint32_t rows;
    uint32_t thresholds_at;
    uint32_t roots_at;
    uint32_t nodes_at;
    uint32_t rows_at;
    uint32_t length; /* of the body without padding at its end */
};

#define STARTS_AT HEAD

/* The head and the starts are known to be there. The length is at most 8 + 130 + 131070 + 131070 + 262140 + 1048560: no overflow. */
static struct tables find_tables(const uint8_t *body, uint32_t inputs, uint32_t classes) {
    struct tables tables;
    tables.trees = mw_u16(body);
    tables.nodes = mw_u16(body + 2);
    tables.rows = mw_u16(body + 4);
    tables.thresholds_at = STARTS_AT + 2 * (inputs + 1);
    tables.roots_at = tables.thresholds_at + 2U * mw_u16(body + STARTS_AT + 2 * inputs);
    tables.nodes_at = mw_padded(tables.roots_at + 2 * tables.trees);
    tables.rows_at = tables.nodes_at + NODE * tables.nodes;
    tables.length = tables.rows_at + tables.rows * classes;
    return tables;
}

static bool starts_hold(const uint8_t *starts, uint32_t inputs) {
    uint32_t start = mw_u16(starts);
    for (uint32_t input = 0; input < inputs; input++) {
        uint32_t end = mw_u16(starts + 2 * (input + 1));
        if (end < start || end - start > MAX_THRESHOLDS) {
            return false;
        }
        start = end;
    }
    return mw_u16(starts) == 0;
}

static bool node_holds(const uint8_t *body, const struct tables *tables, uint32_t index, uint32_t inputs) {
    uint32_t node = mw_u32(body + tables->nodes_at + NODE * index);
    uint32_t input = node & 63;
    uint32_t threshold = (node >> 6) & 63;
    uint32_t left = (node >> 12) & 511;
    uint32_t right = node >> 21;
    if (input >= inputs) {
        return false;
    }
    const uint8_t *start = body + STARTS_AT + 2 * input;
    bool left_holds = left == 0 ? index + 1 < tables->nodes : left - 1 < tables->rows;
    bool right_holds = (right & RIGHT_LEAF) != 0 ? (right & ~RIGHT_LEAF) < tables->rows
                                                 : right > 0 && index + right < tables->nodes;
    return threshold < (uint32_t)mw_u16(start + 2) - mw_u16(start) && left_holds && right_holds;
}

int mw_shared_forest_check(const struct mw_part *body, uint16_t inputs, uint16_t classes) {
    const uint8_t *bytes = body->bytes;
    if (body->length < STARTS_AT + 2U * (inputs + 1U)) {
        return MW_ERROR_TRUNCATED;
    }
    struct tables tables = find_tables(bytes, inputs, classes);
    if (tables.trees < 1 || tables.trees > MAX_TREES || tables.nodes > MAX_NODES || tables.rows < 1 ||
        tables.rows > MAX_ROWS || mw_u16(bytes + 6) > MAX_DEPTH || !starts_hold(bytes + STARTS_AT, inputs)) {
        return MW_ERROR_FORMAT;
    }
    int result = mw_check_body_length(body, tables.length);
    if (result < 0) {
        return result;
    }
    for (uint32_t pad = tables.roots_at + 2 * tables.trees; pad < tables.nodes_at; pad++) {
        if (bytes[pad] != 0) {
            return MW_ERROR_FORMAT;
        }
    }
    for (uint32_t tree = 0; tree < tables.trees; tree++) {
        uint32_t root = mw_u16(bytes + tables.roots_at + 2 * tree);
        if ((root & ROOT_LEAF) != 0 ? (root & ~ROOT_LEAF) >= tables.rows : root >= tables.nodes) {
            return MW_ERROR_FORMAT;
        }
    }
    for (uint32_t index = 0; index < tables.nodes; index++) {
        if (!node_holds(bytes, &tables, index, inputs)) {
            return MW_ERROR_FORMAT;
        }
    }
    return MW_OK;
}

/* The walk ends because every child is a later node: mw_shared_forest_check made sure. */
static uint32_t leaf_row(const uint8_t *body, const struct tables *tables, uint32_t root, const int16_t *inputs) {
    if ((root & ROOT_LEAF) != 0) {
        return root & ~ROOT_LEAF;
    }
    const uint8_t *starts = body + STARTS_AT;
    const uint8_t *thresholds = body + tables->thresholds_at;
    const uint8_t *at = body + tables->nodes_at + NODE * root;
    for (;;) {
        uint32_t node = mw_u32(at);
        uint32_t input = node & 63;
        uint32_t threshold = (uint32_t)mw_u16(starts + 2 * input) + ((node >> 6) & 63);
        if (inputs[input] > mw_i16(thresholds + 2 * threshold)) {
            uint32_t right = node >> 21;
            if ((right & RIGHT_LEAF) != 0) {
                return right & ~RIGHT_LEAF;
            }
            at += NODE * right;
        } else {
            uint32_t left = (node >> 12) & 511;
            if (left != 0) {
                return left - 1;
            }
            at += NODE;
        }
    }
}

void mw_shared_forest_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores) {
    const uint8_t *body = bundle->model.bytes;
    struct tables tables = find_tables(body, bundle->inputs, bundle->classes);
    for (uint32_t class = 0; class < bundle->classes; class++) {
        scores[class] = 0;
    }
    for (uint32_t tree = 0; tree < tables.trees; tree++) {
        uint32_t row = leaf_row(body, &tables, mw_u16(body + tables.roots_at + 2 * tree), inputs);
        const uint8_t *values = body + tables.rows_at + row * bundle->classes;
        for (uint32_t class = 0; class < bundle->classes; class++) {
            /* 255 trees of -128 .. 127 stay within int16. */
            scores[class] = (int16_t)(scores[class] + (int8_t)values[class]);
        }
    }
}
