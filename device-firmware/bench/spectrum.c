/* A recipe's power spectrum: 512 samples, Hann window, transform, then 20 triangular bands. */
#include "bench.h"
#include "milliwatt/recipe.h"

#include <stddef.h>

static const uint8_t section[] = {
    0x00, 0x01, 99, 0, 1, 0, 3, 0, 0x40, 0x42, 0x0F, 0, 0, 2, 0, 0, 108, 0, 0, 0, 2, 1, 0, 0,
    /* 36: length 512, no hop, mean removed, Hann */
    36, 0, 16, 0, 0, 2, 0, 0, 1, 2, 0, 0x40, 0, 0x40, 0, 0,
    /* 38: 20 triangles over 22 edges */
    38, 1, 52, 0, 20, 1, 1, 0, 3, 0, 5, 0, 7, 0, 9, 0, 12, 0, 15, 0, 18, 0, 22, 0, 26, 0, 31, 0, 37, 0, 44, 0, 52, 0,
    62, 0, 73, 0, 87, 0, 103, 0, 122, 0, 145, 0, 172, 0, 255, 0, 0, 0,
    /* the spectrum's exponent */
    1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 'e', 0};

static _Alignas(8) uint8_t state[2200];
static int16_t samples[512];

void bench(void) {
    struct mw_recipe recipe;
    struct mw_features features;
    const struct mw_sensor sensor = {.nano_units_per_count = 1000};
    bench_report("spectrum-512-state-bytes", (uint32_t)mw_recipe_state_size(section, sizeof section));
    bench_require(mw_recipe_start(&recipe, section, sizeof section, state, sizeof state, &sensor) == 0,
                  "the recipe does not start");
    for (uint32_t i = 0; i < 512; i++) {
        samples[i] = (int16_t)(bench_random() / 4);
    }
    bench_begin();
    mw_recipe_accept(&recipe, samples, 511, &features);
    bench_end("spectrum-512-samples", 1);
    bench_begin();
    mw_recipe_accept(&recipe, samples + 511, 1, &features);
    bench_end("spectrum-512-window-end", 1);
    bench_require(features.count == 1, "the window did not end");
}
