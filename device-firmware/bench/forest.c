/* One inference of a forest with 10 full trees of depth 8 (2550 nodes), 16 inputs and 5 classes, majority vote. */
#include "../src/model/kinds.h"
#include "bench.h"
#include "milliwatt/model.h"

#define INPUTS 16
#define CLASSES 5
#define ROWS 50

static const uint8_t body[] __attribute__((aligned(4))) = {
#include "forest.inc"
};

void bench(void) {
    static int16_t inputs[ROWS][INPUTS];
    int16_t scores[CLASSES];
    struct mw_bundle bundle = {.kind = MW_MODEL_FOREST,
                               .inputs = INPUTS,
                               .classes = CLASSES,
                               .model = {.bytes = body, .length = sizeof body}};
    const struct mw_model model = {.bundle = &bundle};
    bench_require(mw_forest_check(&bundle.model, INPUTS, CLASSES) == 0, "the forest is not well-formed");
    for (unsigned row = 0; row < ROWS; row++) {
        for (unsigned input = 0; input < INPUTS; input++) {
            inputs[row][input] = (int16_t)bench_random();
        }
    }
    bench_begin();
    for (unsigned row = 0; row < ROWS; row++) {
        mw_model_score(&model, inputs[row], scores);
    }
    bench_end("forest-10x8", ROWS);
    int votes = 0;
    for (unsigned class = 0; class < CLASSES; class++) {
        votes += scores[class];
    }
    bench_require(votes == 10, "ten trees did not give ten votes");
    bench_report("forest-10x8-model-bytes", sizeof body);
}
