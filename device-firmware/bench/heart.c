/*
 * The chain of a heart at 250 Hz on a worked example of contract/vectors, with noise, pauses and rails: what a sample costs beside
 * the QRS detector (bench/readings.c), what a beat costs when it is described, and all of it together, beats included, per sample; and
 * the memory of it all.
 */
#include "../port/cortex-m/instructions.h"
#include "../src/heart/beat_features.h"
#include "bench.h"
#include "milliwatt/heart.h"
#include "milliwatt/qrs.h"

#include <stddef.h>
#include <string.h>

#include "heart.inc"

#define STATE_BYTES 1280
#define CHAIN_BYTES 7168
#define BEATS 109 /* of 111 that the worked example tells of; the last ones wait for what follows */

/* One after the other, on a board with 16 kB. */
static union {
    struct {
        _Alignas(8) uint8_t state[STATE_BYTES];
        struct mw_beat_features features;
    } parts;
    _Alignas(8) uint8_t chain[CHAIN_BYTES];
} memory;

static uint32_t word(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static int16_t sample_at(const uint8_t *samples, uint32_t index) {
    int16_t sample;
    memcpy(&sample, samples + 2 * index, sizeof sample);
    return sample;
}

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
static const struct mw_beat_sensor sensor = {.sample_rate = 250, .nano_millivolt_per_count = 5000000};

static void bench_samples(const uint8_t *samples, uint32_t count) {
    memset(&memory.parts.features, 0, sizeof memory.parts.features);
    bench_begin();
    for (uint32_t i = 0; i < count; i++) {
        mw_beat_features_accept(&memory.parts.features, &sensor, sample_at(samples, i), 0);
    }
    bench_end("beat-signal-sample", count);
}

static int32_t age_of_beat(const struct mw_qrs *detector, enum mw_qrs_found found) {
    int32_t age = (int32_t)(detector->samples - 1 - detector->beat_samples[(detector->beats - 1) % MW_QRS_BEATS]);
    return found == MW_QRS_NONE ? 0 : found == MW_QRS_LATE_BEAT ? -age : age;
}

static void bench_beats(const uint8_t *samples, uint32_t count) {
    struct mw_qrs *detector = (struct mw_qrs *)memory.parts.state;
    uint32_t instructions = 0;
    uint32_t most = 0;
    uint32_t beats = 0;
    bench_require(mw_qrs_state_size(&design) <= sizeof memory.parts.state, "the QRS detector's state does not fit");
    memset(memory.parts.state, 0, sizeof memory.parts.state);
    memset(&memory.parts.features, 0, sizeof memory.parts.features);
    for (uint32_t i = 0; i < count; i++) {
        int16_t sample = sample_at(samples, i);
        enum mw_qrs_found found = mw_qrs_accept(detector, &design, sample);
        int32_t age = age_of_beat(detector, found);
        mw_instructions_start();
        if (mw_beat_features_accept(&memory.parts.features, &sensor, sample, age)) {
            uint32_t counted = mw_instructions_counted();
            instructions += counted;
            most = counted > most ? counted : most;
            beats++;
        }
    }
    bench_report("beat-described", beats == 0 ? 0 : instructions / beats);
    bench_report("beat-described-most", most);
    bench_report("beat-features-state-bytes", sizeof memory.parts.features);
    bench_require(beats == BEATS, "the beats of the worked example were not all described");
}

static uint32_t told_beats;

static int beat_told(void *context, const struct mw_heart_beat *beat) {
    (void)context;
    told_beats += beat->beat_class != 0 ? 1 : 0;
    return 0;
}

static int event_told(void *context, const struct mw_heart_event *event) {
    (void)context;
    (void)event;
    return 0;
}

static int second_told(void *context, const struct mw_features *second) {
    (void)context;
    (void)second;
    return 0;
}

static void bench_chain(const uint8_t *samples, uint32_t count) {
    static struct mw_bundle bundle;
    static struct mw_recipe recipe;
    static struct mw_heart chain;
    const struct mw_model model = {.bundle = &bundle};
    const struct mw_sensor lead = {.nano_units_per_count = 5000000};
    const struct mw_heart_settings settings = {0};
    const struct mw_heart_listener listener = {NULL, beat_told, event_told, second_told};
    int result = mw_bundle_parse(&bundle, bundle_bytes, sizeof bundle_bytes);
    uint32_t recipe_state = (uint32_t)mw_recipe_state_size(bundle.recipe.bytes, bundle.recipe.length);
    uint32_t bytes = recipe_state + mw_heart_state_size();
    bench_require(result == 0 && bytes <= sizeof memory.chain, "the chain's state does not fit");
    result = mw_recipe_start(&recipe, bundle.recipe.bytes, bundle.recipe.length, memory.chain, recipe_state, &lead);
    bench_require(result == 0, "the heart's recipe does not start");
    result = mw_heart_start(&chain, &model, &recipe, memory.chain + recipe_state, &settings, &listener);
    bench_require(result == 0, "the heart is not watched");
    bench_begin();
    for (uint32_t i = 0; i < count; i++) {
        int16_t sample = sample_at(samples, i);
        mw_heart_samples(&chain, &sample, 1);
    }
    bench_end("heart-chain-sample", count);
    bench_report("heart-chain-stack-bytes", bench_stack());
    bench_report("heart-chain-memory-bytes", bytes + (uint32_t)sizeof chain);
    bench_require(told_beats > 0, "the chain told no beat of the worked example");
}

void bench(void) {
    const uint8_t *at = heart + 4 + word(heart) + 24;
    bench_samples(at + 4, word(at));
    bench_beats(at + 4, word(at));
    bench_chain(at + 4, word(at));
}
