/* One inference of an int8 network 64-32-16-5 with a multiplier per channel, from int16 inputs to scores. */
#include "../src/model/kinds.h"
#include "../src/model/network/network.h"
#include "records.h"

#define INPUTS 64
#define CLASSES 5
#define REPETITIONS 50

static uint8_t body[4096] __attribute__((aligned(4)));
static uint64_t scratch[14];

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
    }
    bench_begin();
    for (unsigned i = 0; i < REPETITIONS; i++) {
        mw_model_score(&model, inputs, scores);
    }
    bench_end("dense-64-32-16-5", REPETITIONS);
    bench_report("dense-64-32-16-5-model-bytes", out.length);
}
