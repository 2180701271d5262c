/* Dense layer of which only the weights that are not zero are stored: a bit per weight, then the weights whose bit is set. */
#include "network.h"
#include "requantize.h"

void mw_dense_sparse_s8(const struct mw_operator *op, const int8_t *in, int8_t *out) {
    const uint8_t *row = op->weights;
    for (uint32_t channel = 0; channel < op->out.channels; channel++) {
        const uint8_t *weight = row + op->row_bytes;
        const int8_t *input = in;
        int32_t sum = mw_word(op->bias + 4 * channel);
        for (const uint8_t *end = weight; row < end; row++, input += 8) {
            const int8_t *at = input;
            for (uint32_t bits = *row; bits != 0; bits >>= 1, at++) {
                if ((bits & 1U) != 0) {
                    sum += (int8_t)*weight++ * *at;
                }
            }
        }
        out[channel] = mw_requantize(op, channel, sum);
        row = weight;
    }
}

/* There is one way to write a row: no bit beyond its weights, no stored weight that is zero. */
bool mw_sparse_rows_hold(const struct mw_operator *op) {
    const uint8_t *at = op->weights;
    const uint8_t *end = op->bias - MW_SPARSE_LENGTH - MW_OPERATOR_HEAD + op->length;
    for (uint32_t channel = 0; channel < op->out.channels; channel++) {
        uint32_t stored = 0;
        if ((uint32_t)(end - at) < op->row_bytes) {
            return false;
        }
        for (uint32_t weight = 0; weight < 8 * op->row_bytes; weight++) {
            uint32_t set = (uint32_t)at[weight >> 3] >> (weight & 7U) & 1U;
            if (set != 0 && weight >= op->row) {
                return false;
            }
            stored += set;
        }
        at += op->row_bytes;
        if ((uint32_t)(end - at) < stored) {
            return false;
        }
        for (; stored > 0; stored--) {
            if (*at++ == 0) {
                return false;
            }
        }
    }
    if (end - at > 3) {
        return false;
    }
    while (at < end) {
        if (*at++ != 0) {
            return false;
        }
    }
    return true;
}
