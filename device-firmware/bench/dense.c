/* An int8 network 64-32-16-5 with a multiplier per channel: its three dense layers by themselves (what other engines'
 * kernels are measured by), and a whole inference from int16 inputs to scores. */
#include "../src/model/kinds.h"
#include "../src/model/network/network.h"
#include "records.h"

#define INPUTS 64
#define CLASSES 5
#define REPETITIONS 50

static uint8_t body[4096] __attribute__((aligned(4)));
static uint64_t scratch[14];
static int8_t quantized[INPUTS];

/* They must end in the same scores. */
static void layers_alone(const int16_t *scores) {
    static int8_t tensors[3][INPUTS + 8];
    struct mw_operator op[3];
    struct mw_shape shape = {1, INPUTS};
    const uint8_t *at = body + 12;
    for (unsigned i = 0; i < 3; i++) {
        bench_require(mw_operator_read(&op[i], at, sizeof body, shape) == 0, "a layer is not well-formed");
        at += op[i].length;
        shape = op[i].out;
    }
    for (unsigned i = 0; i < INPUTS; i++) {
        tensors[0][i] = quantized[i];
    }
    bench_begin();
    for (unsigned i = 0; i < REPETITIONS; i++) {
        mw_dense_s8(&op[0], tensors[0], tensors[1]);
        mw_dense_s8(&op[1], tensors[1], tensors[2]);
        mw_dense_s8(&op[2], tensors[2], tensors[1]);
    }
    bench_end("dense-64-32-16-5", REPETITIONS);
    for (unsigned class = 0; class < CLASSES; class++) {
        bench_require(scores[class] == tensors[1][class], "the layers alone give other scores");
    }
}

void bench(void) {
    static int16_t inputs[INPUTS];
    int16_t scores[CLASSES];
    struct records out = {body, 0};
    put_word(&out, 0x00010300); /* three operators, one step, one quantization for all inputs */
    put_word(&out, 128);
    put_word(&out, 0x00080001);
    put_layer(&out, MW_DENSE, 32, INPUTS, 0);
    put_layer(&out, MW_DENSE, 16, 32, 0);
    put_layer(&out, MW_DENSE, CLASSES, 16, 0);
    struct mw_bundle bundle = {.kind = MW_MODEL_NETWORK,
                               .inputs = INPUTS,
                               .classes = CLASSES,
                               .scratch_bytes = sizeof scratch,
                               .model = {.bytes = body, .length = out.length}};
    struct mw_model model = {.bundle = &bundle, .scratch = scratch};
    bench_require(mw_network_check(&bundle) == 0, "the network is not well-formed");
    for (unsigned i = 0; i < INPUTS; i++) {
        inputs[i] = (int16_t)bench_random();
        quantized[i] = (int8_t)((inputs[i] + 128) >> 8);
    }
    bench_begin();
    for (unsigned i = 0; i < REPETITIONS; i++) {
        mw_model_score(&model, inputs, scores);
    }
    bench_end("network-64-32-16-5", REPETITIONS);
    layers_alone(scores);
    bench_report("dense-64-32-16-5-model-bytes", out.length);
}
