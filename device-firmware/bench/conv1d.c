/* One convolution of int8 weights over time: 64 steps of 8 channels to 60 steps of 16, kernel 5. */
#include "../src/model/network/network.h"
#include "records.h"

#define CHANNELS 16
#define KERNEL 5
#define REPETITIONS 4

static uint8_t record[1024] __attribute__((aligned(4)));
static int8_t input[64 * 8 + 8];
static int8_t output[60 * CHANNELS];

/* One output value by definition, to see that what is measured is right. */
static int32_t sum_of(const struct mw_operator *op, uint32_t step, uint32_t channel) {
    int32_t sum;
    memcpy(&sum, op->bias + 4 * channel, sizeof sum);
    for (uint32_t i = 0; i < op->row; i++) {
        sum += (int8_t)op->weights[channel * op->row_bytes + i] * input[step * op->in.channels + i];
    }
    return sum;
}

void bench(void) {
    struct records out = {record, 0};
    struct mw_operator op;
    put_layer(&out, MW_CONVOLUTION, CHANNELS, KERNEL * 8, KERNEL);
    bench_require(mw_operator_read(&op, record, out.length, (struct mw_shape){64, 8}) == 0 && mw_operator_check(&op) == 0,
                  "the convolution is not well-formed");
    for (unsigned i = 0; i < sizeof input; i++) {
        input[i] = (int8_t)bench_random();
    }
    bench_begin();
    for (unsigned i = 0; i < REPETITIONS; i++) {
        mw_convolution_s8(&op, input, NULL, output);
    }
    bench_end("conv1d-64x8-60x16-5", REPETITIONS);
    for (uint32_t i = 0; i < sizeof output; i++) {
        int32_t sum = sum_of(&op, i / CHANNELS, i % CHANNELS);
        int32_t multiplier;
        memcpy(&multiplier, op.multipliers + 4 * (i % CHANNELS), sizeof multiplier);
        int32_t value = (int32_t)((int64_t)sum * multiplier / (1 << 30) / 512) + 3;
        value = value < -128 ? -128 : value > 127 ? 127 : value;
        bench_require(output[i] - value <= 1 && value - output[i] <= 1, "a value is wrong");
    }
}
