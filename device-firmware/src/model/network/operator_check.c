/* What must hold of an operator's numbers before a kernel may run without checks. */
#include "milliwatt/error.h"
#include "network.h"
#include "../words.h"

#define LARGEST_PRODUCT 16384U           /* (-128) * (-128) */
#define LARGEST_ACCUMULATOR 0x0FFFFFFFU  /* 2^28 - 1, see requantize.h */
#define LOWEST_SHIFT (-30)
#define HIGHEST_SHIFT 15
#define LOWEST_WIDE_SHIFT (-31)
#define HIGHEST_WIDE_SHIFT 7

static bool all_zero(const uint8_t *from, const uint8_t *end) {
    while (from < end) {
        if (*from++ != 0) {
            return false;
        }
    }
    return true;
}

/* The accumulator of one channel, shifted left, against 2^28: at most 2^13 products of 2^14 and a bias of 2^31. */
static bool headroom_holds(const struct mw_operator *op, uint32_t channel, int32_t shift) {
    int32_t bias = mw_word(op->bias + 4 * channel);
    uint32_t magnitude = bias < 0 ? 0U - (uint32_t)bias : (uint32_t)bias;
    return op->row * LARGEST_PRODUCT + magnitude <= LARGEST_ACCUMULATOR >> (shift > 0 ? shift : 0);
}

static bool scales_hold(const struct mw_operator *op) {
    bool wide = op->code == MW_WIDE_DENSE;
    for (uint32_t channel = 0; channel < op->out.channels; channel++) {
        uint32_t scale = channel * op->scale_step;
        int32_t multiplier = mw_word(op->multipliers + 4 * scale);
        int32_t shift = (int8_t)op->shifts[scale];
        if (multiplier < 0 || (wide && multiplier > INT16_MAX) || shift < (wide ? LOWEST_WIDE_SHIFT : LOWEST_SHIFT) ||
            shift > (wide ? HIGHEST_WIDE_SHIFT : HIGHEST_SHIFT) || (!wide && !headroom_holds(op, channel, shift))) {
            return false;
        }
    }
    return true;
}

/* Weights beyond the row must be 0, since kernels multiply them with whatever lies behind the input. */
static bool row_padding_holds(const struct mw_operator *op, const uint8_t *row) {
    if ((op->flags & MW_FOUR_BITS) == 0) {
        return all_zero(row + op->row, row + op->row_bytes);
    }
    for (uint32_t weight = op->row; weight < 2 * op->row_bytes; weight++) {
        uint32_t high = weight & 4U;
        if ((row[(weight >> 3) * 4 + (weight & 3U)] >> high & 15) != 0) {
            return false;
        }
    }
    return true;
}

/* Its shifts lie before the rows, padded to whole words. */
static bool sparse_holds(const struct mw_operator *op) {
    return MW_HAS_OPERATOR(MW_SPARSE_DENSE) && mw_sparse_rows_hold(op) &&
           all_zero(op->shifts + (op->scale_step == 0 ? 1 : op->out.channels), op->weights);
}

int mw_operator_check(const struct mw_operator *op) {
    if (op->code == MW_SOFTMAX) {
        return mw_word(op->weights) >= 0 && (uint32_t)mw_word(op->weights + 4) <= 31 ? MW_OK : MW_ERROR_FORMAT;
    }
    if (op->bias == NULL) {
        return MW_OK;
    }
    if (!scales_hold(op)) {
        return MW_ERROR_FORMAT;
    }
    if (op->code == MW_SPARSE_DENSE) {
        return sparse_holds(op) ? MW_OK : MW_ERROR_FORMAT;
    }
    for (uint32_t channel = 0; channel < op->out.channels; channel++) {
        if (!row_padding_holds(op, op->weights + channel * op->row_bytes)) {
            return MW_ERROR_FORMAT;
        }
    }
    uint32_t scales = op->scale_step == 0 ? 1 : op->out.channels;
    uint32_t used = (uint32_t)(op->shifts - op->bias) + scales;
    const uint8_t *record = op->bias - MW_OPERATOR_HEAD;
    return all_zero(op->bias + used, record + op->length) ? MW_OK : MW_ERROR_FORMAT;
}
