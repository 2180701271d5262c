/* Dense layer of int16 values and int8 weights, by TFLite's 16x8 rule: 64-bit sums and a multiplier of 15 bits. */
#include "network.h"
#include "../words.h"

#define BLOCK 256U

/* At most 256 products of 2^15 * 2^7 stay below 2^31, so that only whole blocks are added in 64 bits. */
static int64_t sum_of_products(const uint8_t *weights, const int16_t *in, uint32_t count) {
    int64_t sum = 0;
    while (count > 0) {
        uint32_t left = count > BLOCK ? BLOCK : count;
        int32_t block = 0;
        count -= left;
        for (; left > 0; left--) {
            block += (int8_t)*weights++ * *in++;
        }
        sum += block;
    }
    return sum;
}

/* (sum * multiplier + half) >> (15 - shift), clamped. |sum| < 2^13 * 2^22 + 2^31 < 2^36, so the product is below 2^51; the
 * total shift is 8 .. 46. */
void mw_dense_s16(const struct mw_operator *op, const int16_t *in, int16_t *out) {
    for (uint32_t channel = 0; channel < op->out.channels; channel++) {
        uint32_t scale = channel * op->scale_step;
        uint32_t shift = (uint32_t)(15 - (int8_t)op->shifts[scale]);
        int64_t sum = mw_word(op->bias + 4 * channel) + sum_of_products(op->weights + channel * op->row_bytes, in, op->row);
        int64_t value = (sum * mw_word(op->multipliers + 4 * scale) + ((int64_t)1 << (shift - 1))) >> shift;
        value = value < op->low ? op->low : value;
        out[channel] = (int16_t)(value > op->high ? op->high : value);
    }
}
