/*
 * A second of samples through the vibration recipe (recipe 1: 12 kHz, windows of 12 000 samples). The last samples of the
 * window bring its end with them: spectra, floors and lines. Each figure is of one window.
 */
#include "bench.h"
#include "milliwatt/recipe.h"

static const uint8_t section[] __attribute__((aligned(4))) = {
#include "recipe.inc"
};

#define STATE_BYTES 9568
#define BLOCK 500

static uint64_t state[STATE_BYTES / 8];
static int16_t samples[BLOCK];

void bench(void) {
    static struct mw_recipe recipe;
    static struct mw_features features;
    /* A bearing 6205 at 1797 rpm, on a sensor of 16 g in 16 bits. */
    const struct mw_sensor sensor = {488281, 234933, 354891, 308904, 26102};
    bench_require(mw_recipe_start(&recipe, section, sizeof section, state, sizeof state, &sensor) == 0,
                  "the recipe does not start");
    bench_require(mw_recipe_set_shaft_speed(&recipe, 29950) == 0, "the speed is not taken");
    uint32_t blocks = mw_recipe_window_length(section) / BLOCK;
    for (unsigned i = 0; i < BLOCK; i++) {
        samples[i] = (int16_t)((int32_t)bench_random() / 64 - 512 + (i % 111 < 4 ? 3000 : 0));
    }
    for (uint32_t window = 0; window < 2; window++) {
        /* The second window whitens with what the first has learnt. */
        uint32_t last = window == 1 ? blocks - 1 : blocks;
        bench_begin();
        for (uint32_t block = 0; block < last; block++) {
            mw_recipe_accept(&recipe, samples, BLOCK, &features);
        }
        if (window == 1) {
            bench_end("recipe-vibration-samples-23/24", 1);
        }
    }
    bench_begin();
    mw_recipe_accept(&recipe, samples, BLOCK, &features);
    bench_end("recipe-vibration-last-1/24-and-end", 1);
    bench_require(features.count == 10, "the window did not end");
}
