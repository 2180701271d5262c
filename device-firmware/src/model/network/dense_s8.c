/* Dense layer: per output channel, the sum of int8 weights times int8 inputs, rescaled. Also a convolution's one window. */
#include "multiply.h"
#include "network.h"
#include "requantize.h"

/* Two rows at a time, so that each input is loaded once for both; an odd last row is taken twice. Padding weights are 0. */
void mw_dense_s8(const struct mw_operator *op, const int8_t *in, int8_t *out) {
    uint32_t channels = op->out.channels;
    const uint8_t *row = op->weights;
    for (uint32_t channel = 0; channel < channels; channel += 2) {
        const uint8_t *first = row;
        const uint8_t *second = channel + 1 < channels ? row + op->row_bytes : row;
        const int8_t *input = in;
        int32_t a = mw_word(op->bias + 4 * channel);
        int32_t b = channel + 1 < channels ? mw_word(op->bias + 4 * channel + 4) : 0;
        for (const uint8_t *end = first + op->row_bytes; first < end; first += 4, second += 4, input += 4) {
            mw_multiply_two_rows(first, second, input, &a, &b);
        }
        out[channel] = mw_requantize(op, channel, a);
        if (channel + 1 < channels) {
            out[channel + 1] = mw_requantize(op, channel + 1, b);
        }
        row += 2 * op->row_bytes;
    }
}
