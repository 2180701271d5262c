/*
 * The QRS detector alone at 250 Hz, per sample of a heart with noise, pauses and rails; a soil probe's recipe (plausibility, median, smoothing, trends, day, degree-days), per reading. Both are worked examples of
 * contract/vectors.
 */
#include "bench.h"
#include "milliwatt/qrs.h"

#include <stddef.h>
#include <string.h>

#include "readings.inc"

#define STATE_BYTES 1280
#define BEATS 111 /* that the worked example tells of */

static _Alignas(8) uint8_t state[STATE_BYTES];

/* A worked example: section, sensor, samples. */
static uint32_t word(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static void bench_heart(void) {
    static const struct mw_qrs_design design = {.smoothing = 7,
                                                .slope_lag = 3,
                                                .baseline = 52,
                                                .integration = 18,
                                                .hold = 54,
                                                .slope_window = 38,
                                                .position_back = 35,
                                                .position_ahead = 1,
                                                .t_wave = 99,
                                                .search_back_gap = 78,
                                                .second = 250,
                                                .shortest_interval = 42,
                                                .smallest_excursion = 24};
    const uint8_t *at = heart + 4 + word(heart) + 24;
    uint32_t count = word(at);
    struct mw_qrs *detector = (struct mw_qrs *)state;
    bench_require(mw_qrs_state_size(&design) <= sizeof state, "the QRS detector's state does not fit");
    memset(state, 0, sizeof state);
    bench_begin();
    for (uint32_t i = 0; i < count; i++) {
        int16_t sample;
        memcpy(&sample, at + 4 + 2 * i, sizeof sample);
        mw_qrs_accept(detector, &design, sample);
    }
    bench_end("qrs-sample", count);
    bench_report("qrs-state-bytes", mw_qrs_state_size(&design));
    bench_require(detector->beats == BEATS, "the QRS detector did not find the beats of the worked example");
}

static void bench_probe(void) {
    uint32_t section_length = word(probe);
    const uint8_t *at = probe + 4 + section_length;
    struct mw_sensor sensor = {.nano_units_per_count = word(at)};
    uint32_t count = word(at + 24);
    struct mw_recipe recipe;
    uint32_t windows = 0;
    bench_require(mw_recipe_start(&recipe, probe + 4, section_length, state, sizeof state, &sensor) == 0,
                  "the probe's recipe does not start");
    bench_begin();
    for (uint32_t i = 0; i < count; i++) {
        struct mw_features features;
        int16_t sample;
        memcpy(&sample, at + 28 + 2 * i, sizeof sample);
        mw_recipe_accept(&recipe, &sample, 1, &features);
        windows += features.count > 0 ? 1 : 0;
    }
    bench_end("soil-reading", count);
    bench_require(windows == count / mw_recipe_window_length(probe + 4), "the probe's windows did not all end");
    bench_report("soil-state-bytes", (uint32_t)mw_recipe_state_size(probe + 4, section_length));
}

void bench(void) {
    bench_heart();
    bench_probe();
}
