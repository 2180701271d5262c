/* The mean of each window of steps, per channel, halves away from zero. In place, as for the maximum. */
#include "network.h"

void mw_average_pool_s8(const struct mw_operator *op, int8_t *tensor) {
    uint32_t channels = op->in.channels;
    int32_t count = (int32_t)op->kernel;
    int8_t *out = tensor;
    for (uint32_t step = 0; step < op->out.steps; step++) {
        const int8_t *window = tensor + step * op->stride * channels;
        for (uint32_t channel = 0; channel < channels; channel++) {
            int32_t sum = 0;
            for (uint32_t tap = 0; tap < op->kernel; tap++) {
                sum += window[tap * channels + channel]; /* at most 2^13 values of 2^7 */
            }
            int32_t mean = (sum > 0 ? sum + count / 2 : sum - count / 2) / count;
            mean = mean < op->low ? op->low : mean;
            *out++ = (int8_t)(mean > op->high ? op->high : mean);
        }
    }
}
