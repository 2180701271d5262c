/* Dense layer with 4-bit weights: those are int8 weights whose low four bits are 0 and are not stored. */
#include "multiply.h"
#include "network.h"
#include "requantize.h"

/* A word holds eight weights: the low halves of its bytes belong to the first four inputs, the high halves to the next. */
void mw_dense_s4(const struct mw_operator *op, const int8_t *in, int8_t *out) {
    const uint8_t *at = op->weights;
    for (uint32_t channel = 0; channel < op->out.channels; channel++) {
        const int8_t *input = in;
        int32_t sum = mw_word(op->bias + 4 * channel);
        for (const uint8_t *end = at + op->row_bytes; at < end; at += 4, input += 8) {
            uint32_t packed = (uint32_t)mw_word(at);
            sum = mw_multiply_word(packed << 4 & 0xF0F0F0F0U, input, sum);
            sum = mw_multiply_word(packed & 0xF0F0F0F0U, input + 4, sum);
        }
        out[channel] = mw_requantize(op, channel, sum);
    }
}
