/* The largest of each window of steps, per channel. In place: a window begins at or behind the step that it becomes. */
#include "network.h"

void mw_maximum_pool_s8(const struct mw_operator *op, int8_t *tensor) {
    uint32_t channels = op->in.channels;
    int8_t *out = tensor;
    for (uint32_t step = 0; step < op->out.steps; step++) {
        const int8_t *window = tensor + step * op->stride * channels;
        for (uint32_t channel = 0; channel < channels; channel++) {
            int32_t largest = op->low;
            for (uint32_t tap = 0; tap < op->kernel; tap++) {
                int32_t value = window[tap * channels + channel];
                largest = value > largest ? value : largest;
            }
            *out++ = (int8_t)(largest > op->high ? op->high : largest);
        }
    }
}
