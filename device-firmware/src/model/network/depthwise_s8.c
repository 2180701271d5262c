/* Depthwise convolution over time: each channel is filtered by itself. */
#include "network.h"
#include "requantize.h"

static int32_t tap_value(const struct mw_operator *op, const int8_t *in, int32_t step, uint32_t channel) {
    bool inside = step >= 0 && step < (int32_t)op->in.steps;
    return inside ? in[(uint32_t)step * op->in.channels + channel] : op->padding_value;
}

void mw_depthwise_s8(const struct mw_operator *op, const int8_t *in, int8_t *out) {
    int32_t first = -(int32_t)op->padding_left;
    for (uint32_t left = op->out.steps; left > 0; left--, first += (int32_t)op->stride) {
        for (uint32_t channel = 0; channel < op->out.channels; channel++) {
            const uint8_t *weight = op->weights + channel * op->row_bytes;
            int32_t sum = mw_word(op->bias + 4 * channel);
            int32_t step = first;
            for (uint32_t tap = 0; tap < op->kernel; tap++, step += (int32_t)op->dilation) {
                sum += (int8_t)weight[tap] * tap_value(op, in, step, channel);
            }
            *out++ = mw_requantize(op, channel, sum);
        }
    }
}
