/*
 * What a node computes for one window of recipe 1: 12 000 samples through all steps, the window's end with its spectrum and
 * lines, the model and the decision. The energy estimate takes its instruction counts from here. Building the frame and its
 * MAC are not in the figures.
 */
#include "bench.h"
#include "milliwatt/decision.h"
#include "milliwatt/recipe.h"

#include <stddef.h>

#define CHUNK 600U
#define JUDGEMENTS 100U
#define SHAFT_MILLIHERTZ 29950

static const uint8_t bytes[] __attribute__((aligned(4))) = {
#include "vibration_window.inc"
};

static _Alignas(8) uint8_t state[9568];
static int16_t samples[CHUNK];

/* Gives the recipe `count` samples, the same chunk again and again. */
static void feed(struct mw_recipe *recipe, uint32_t count, struct mw_features *features) {
    while (count > 0) {
        uint32_t taken = mw_recipe_accept(recipe, samples, count < CHUNK ? count : CHUNK, features);
        count -= taken;
    }
}

void bench(void) {
    struct mw_bundle bundle;
    struct mw_recipe recipe;
    struct mw_features features;
    struct mw_judgement judgement;
    /* BPFO, BPFI, 2 BSF and FTF of a 6205, one count of a +-16 g sensor in 16 bits. */
    const struct mw_sensor sensor = {488281, 234947, 354877, 308904, 26104};
    bench_require(mw_bundle_parse(&bundle, bytes, sizeof bytes) == 0, "the released bundle is not well-formed");
    bench_require(mw_recipe_start(&recipe, bundle.recipe.bytes, bundle.recipe.length, state, sizeof state, &sensor) == 0,
                  "the recipe does not start");
    mw_recipe_set_shaft_speed(&recipe, SHAFT_MILLIHERTZ);
    for (uint32_t i = 0; i < CHUNK; i++) {
        samples[i] = (int16_t)((int32_t)bench_random() / 32 - 1024);
    }
    const struct mw_model model = {.bundle = &bundle};
    uint32_t window = mw_recipe_window_length(bundle.recipe.bytes);
    feed(&recipe, window, &features);

    bench_begin();
    feed(&recipe, window - 1, &features);
    bench_end("vibration-1-samples", 1);
    bench_begin();
    feed(&recipe, 1, &features);
    bench_end("vibration-1-window-end", 1);
    bench_require(features.count > 0, "the window did not end");
    int judged = 0;
    bench_begin();
    for (unsigned i = 0; i < JUDGEMENTS; i++) {
        judged = mw_decision_judge(&model, features.values, features.count, 0, &judgement);
    }
    bench_end("vibration-1-judgement", JUDGEMENTS);
    bench_require(judged == 1, "the window was not judged");
}
