/* Convolution over time: for each step of the output the dense kernel on one window of the input. */
#include "network.h"

#include <string.h>

static bool inside(const struct mw_operator *op, int32_t step) { return step >= 0 && step < (int32_t)op->in.steps; }

/* Collects a window that is not one piece of the input; steps outside have the padding value. */
static void gather(const struct mw_operator *op, const int8_t *in, int32_t first, int8_t *window) {
    uint32_t channels = op->in.channels;
    for (uint32_t tap = 0; tap < op->kernel; tap++, first += (int32_t)op->dilation, window += channels) {
        if (inside(op, first)) {
            memcpy(window, in + (uint32_t)first * channels, channels);
        } else {
            memset(window, op->padding_value, channels);
        }
    }
}

void mw_convolution_s8(const struct mw_operator *op, const int8_t *in, int8_t *window, int8_t *out) {
    int32_t first = -(int32_t)op->padding_left;
    for (uint32_t step = 0; step < op->out.steps; step++, first += (int32_t)op->stride, out += op->out.channels) {
        const int8_t *from = window;
        if (op->dilation == 1 && inside(op, first) && inside(op, first + (int32_t)op->kernel - 1)) {
            from = in + (uint32_t)first * op->in.channels;
        } else {
            gather(op, in, first, window);
        }
        if ((op->flags & MW_FOUR_BITS) != 0) {
            mw_dense_s4(op, from, out);
        } else {
            mw_dense_s8(op, from, out);
        }
    }
}
