#include "bytes.h"
#include "forest_walk.h"
#include "kinds.h"
#include "milliwatt/error.h"
#include "row_sums.h"

#define HEAD 8U
#define MAX_TREES 255U
#define MAX_NODES 0x7FFFU
#define MAX_ROWS 1023U
#define MAX_DEPTH 255U

static bool reference_holds(uint32_t reference, int32_t from, uint32_t nodes, uint32_t rows) {
    if ((reference & MW_LEAF) != 0) {
        return (reference & ~MW_LEAF) < rows;
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
    int result = mw_check_body_length(body, HEAD + 2 * trees + MW_NODE * nodes + rows * classes);
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
    for (uint32_t index = 0; index < nodes; index++, node += MW_NODE) {
        uint32_t packed = mw_u16(node + 2);
        uint32_t left = packed >> 6;
        if ((packed & 63) >= inputs ||
            !reference_holds(left == 0 ? index + 1 : MW_LEAF | (left - 1), (int32_t)index, nodes, rows) ||
            !reference_holds(mw_u16(node + 4), (int32_t)index, nodes, rows)) {
            return MW_ERROR_FORMAT;
        }
    }
    return MW_OK;
}

#if defined(MW_CLASSES_TOGETHER)

/* Up to eight classes of all trees; `rows` begins with the first of them. A function of its own, for the registers' sake. */
static __attribute__((noinline)) void score_eight(const struct mw_bundle *bundle, const uint8_t *rows, const int16_t *inputs,
                                                  int16_t *scores, uint32_t left) {
    const uint8_t *root = bundle->model.bytes + HEAD;
    const uint8_t *nodes = root + 2 * mw_u16(bundle->model.bytes);
    uint32_t classes = bundle->classes;
    struct mw_row_sums sums = {0, 0, 0, 0};
    for (; root < nodes; root += 2) {
        const uint8_t *row = rows + mw_leaf_row(nodes, root, inputs) * classes;
        __asm__("" : "+r"(row)); /* one address, not one for each word */
        mw_row_sums_add(&sums, row);
    }
    mw_row_sums_end(&sums, scores, left);
}

/* Walks the trees anew for each eight classes. */
void mw_forest_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores) {
    const uint8_t *body = bundle->model.bytes;
    const uint8_t *rows = body + HEAD + 2 * mw_u16(body) + MW_NODE * mw_u16(body + 2);
    for (uint32_t class = 0; class < bundle->classes; class += MW_CLASSES_TOGETHER) {
        score_eight(bundle, rows + class, inputs, scores + class, bundle->classes - class);
    }
}

#else

#define TOGETHER 16U

void mw_forest_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores) {
    const uint8_t *body = bundle->model.bytes;
    const uint8_t *root = body + HEAD;
    const uint8_t *nodes = root + 2 * mw_u16(body);
    const uint8_t *rows = nodes + MW_NODE * mw_u16(body + 2);
    uint32_t classes = bundle->classes;
    for (bool first = true; root < nodes; first = false) {
        const int8_t *row[TOGETHER];
        const int8_t **end = row;
        for (; end < row + TOGETHER && root < nodes; root += 2) {
            *end++ = (const int8_t *)rows + mw_leaf_row(nodes, root, inputs) * classes;
        }
        for (uint32_t class = 0; class < classes; class++) {
            int32_t sum = first ? 0 : scores[class];
            for (const int8_t *const *each = row; each < end; each++) {
                sum += (*each)[class];
            }
            scores[class] = (int16_t)sum;
        }
    }
}

#endif
