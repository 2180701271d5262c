/* A learnt baseline of 16 inputs: one distance and verdict of a Gaussian and of four clusters, and a window learnt. */
#include "../src/model/kinds.h"
#include "../src/model/kmeans.h"
#include "bench.h"
#include "milliwatt/learning.h"
#include "milliwatt/model.h"

#include <string.h>

#define INPUTS 16
#define CLUSTERS 4
#define ROWS 40
#define LEARNING_WINDOWS 30

static int16_t inputs[ROWS][INPUTS];
static uint8_t body[256] __attribute__((aligned(4)));
static uint8_t rule[24 + 2 * INPUTS] __attribute__((aligned(4)));
static uint64_t memory[128];

static void put(uint8_t *at, unsigned value) {
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
}

/* Clusters around which the windows lie within a few spreads. */
static struct mw_bundle bundle_of(enum mw_model_kind kind, unsigned clusters) {
    memset(body, 0, sizeof body);
    body[0] = 12;
    body[1] = 4;
    body[2] = (uint8_t)clusters;
    put(body + 4, 2000);
    for (unsigned i = 0; i < INPUTS; i++) {
        put(body + 8 + 2 * i, 655);
        for (unsigned cluster = 0; cluster < clusters; cluster++) {
            put(body + 8 + 2 * INPUTS * (1 + cluster) + 2 * i, 1000 * cluster + bench_random() % 100);
        }
    }
    struct mw_bundle bundle = {.kind = (uint16_t)kind,
                               .inputs = INPUTS,
                               .classes = 2,
                               .model = {.bytes = body, .length = mw_kmeans_body_length(INPUTS, clusters)}};
    bench_require(mw_kmeans_check(&bundle.model, INPUTS, 2) == 0, "the clusters are not well-formed");
    return bundle;
}

static void draw_windows(void) {
    for (unsigned row = 0; row < ROWS; row++) {
        for (unsigned i = 0; i < INPUTS; i++) {
            inputs[row][i] = (int16_t)(1000 * (row % CLUSTERS) + bench_random() % 300);
        }
    }
}

static void score(const char *name, enum mw_model_kind kind, unsigned clusters) {
    int16_t scores[2];
    const struct mw_bundle bundle = bundle_of(kind, clusters);
    const struct mw_model model = {.bundle = &bundle};
    bench_begin();
    for (unsigned row = 0; row < ROWS; row++) {
        mw_model_score(&model, inputs[row], scores);
    }
    bench_end(name, ROWS);
    bench_require(scores[1] == -2000 && scores[0] < 0, "no distance came out");
}

static void learn(void) {
    struct mw_bundle bundle = bundle_of(MW_MODEL_KMEANS, CLUSTERS);
    struct mw_learning learning;
    rule[0] = 2;
    rule[1] = CLUSTERS;
    put(rule + 4, 10);
    put(rule + 6, 10);
    put(rule + 8, 10);
    put(rule + 10, 64);
    put(rule + 12, 32);
    rule[14] = 1;
    rule[15] = 4;
    put(rule + 18, 64);
    for (unsigned i = 0; i < INPUTS; i++) {
        put(rule + 24 + 2 * i, 16);
    }
    bundle.learning.bytes = rule;
    bundle.learning.length = sizeof rule;
    bench_require(mw_learning_check(&bundle.learning, MW_MODEL_KMEANS, INPUTS) == 0, "the rule is not well-formed");
    bench_require(mw_learning_memory_size(&bundle) <= sizeof memory, "the memory is too small");
    mw_learning_start(&learning, &bundle, memory);
    bench_begin();
    for (unsigned row = 0; row < LEARNING_WINDOWS; row++) {
        mw_learning_window(&learning, inputs[row], 0);
    }
    bench_end("kmeans-16x4-learning-a-window", LEARNING_WINDOWS);
    bench_require(mw_learning_is_learnt(&learning) && learning.clusters == CLUSTERS, "four clusters were not learnt");
    bench_report("kmeans-16x4-learning-ram-bytes", mw_learning_memory_size(&bundle) + (uint32_t)sizeof learning);
}

void bench(void) {
    draw_windows();
    score("gaussian-16", MW_MODEL_GAUSSIAN, 1);
    score("kmeans-16x4", MW_MODEL_KMEANS, CLUSTERS);
    learn();
}
