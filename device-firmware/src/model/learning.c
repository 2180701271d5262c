#include "milliwatt/learning.h"

#include "bytes.h"
#include "kmeans.h"
#include "learning_rule.h"
#include "learning_steps.h"

#include <string.h>

/* Offsets within the caller's memory: the widest first, so that all are aligned. */
struct layout {
    uint32_t sums;
    uint32_t counts;
    uint32_t body;
    uint32_t end;
};

static struct layout lay_out(const struct mw_bundle *bundle) {
    uint32_t inputs = bundle->inputs;
    uint32_t clusters = bundle->learning.bytes[MW_LEARNING_CLUSTERS_AT_MOST];
    struct layout layout;
    layout.sums = inputs * (uint32_t)sizeof(uint64_t);
    layout.counts = layout.sums + clusters * inputs * (uint32_t)sizeof(int32_t);
    layout.body = layout.counts + clusters * (uint32_t)sizeof(uint16_t);
    layout.end = layout.body + mw_padded(mw_kmeans_body_length(inputs, clusters));
    return layout;
}

uint32_t mw_learning_memory_size(const struct mw_bundle *bundle) { return lay_out(bundle).end; }

void mw_learning_start(struct mw_learning *learning, const struct mw_bundle *bundle, void *memory) {
    struct layout layout = lay_out(bundle);
    uint8_t *base = memory;
    memset(learning, 0, sizeof *learning);
    memset(base, 0, layout.end);
    learning->rule = bundle->learning.bytes;
    learning->model_id = bundle->model_id;
    learning->model_version = bundle->model_version;
    learning->squares = memory;
    learning->sums = (int32_t *)(void *)(base + layout.sums);
    learning->counts = (uint16_t *)(void *)(base + layout.counts);
    learning->body = base + layout.body;
    learning->inputs = (uint8_t)bundle->inputs;
    learning->kmeans = bundle->kind == MW_MODEL_KMEANS;
    learning->body[MW_KMEANS_SPREAD_SHIFT] = bundle->model.bytes[MW_KMEANS_SPREAD_SHIFT];
    learning->body[MW_KMEANS_DISTANCE_SHIFT] = bundle->model.bytes[MW_KMEANS_DISTANCE_SHIFT];
    mw_learning_restart(learning);
}

static void forget_sums(struct mw_learning *learning) {
    uint32_t clusters = learning->rule[MW_LEARNING_CLUSTERS_AT_MOST];
    memset(learning->squares, 0, learning->inputs * sizeof *learning->squares);
    memset(learning->sums, 0, clusters * learning->inputs * sizeof *learning->sums);
    memset(learning->counts, 0, clusters * sizeof *learning->counts);
    learning->clusters = 0;
    learning->body[MW_KMEANS_CLUSTERS] = 0;
}

static void enter(struct mw_learning *learning, enum mw_learning_phase phase) {
    learning->phase = (uint8_t)phase;
    learning->windows = 0;
}

void mw_learning_restart(struct mw_learning *learning) {
    forget_sums(learning);
    memset(learning->body + MW_KMEANS_INVERSE_SPREADS, 0, 2U * learning->inputs);
    memset(learning->largest, 0, sizeof learning->largest);
    learning->distance_squares = 0;
    learning->distance_sum = 0;
    learning->followed = 0;
    learning->windows_of_spread = 0;
    learning->freeze_wanted = false;
    mw_learning_set_threshold(learning, 0);
    enter(learning, MW_LEARNING_SCALE);
}

void mw_learning_freeze(struct mw_learning *learning) {
    if (mw_learning_is_learnt(learning)) {
        learning->phase = MW_LEARNING_FROZEN;
    } else {
        learning->freeze_wanted = true;
    }
}

/* A square is at most 2^30, and a phase has at most 2^14 windows. */
static void add_squares(struct mw_learning *learning, const int16_t *inputs) {
    for (uint32_t input = 0; input < learning->inputs; input++) {
        learning->squares[input] += (uint32_t)((int32_t)inputs[input] * inputs[input]);
    }
    learning->windows++;
}

static void take_scale(struct mw_learning *learning, const int16_t *inputs) {
    learning->clusters = 1;
    mw_learning_add(learning, 0, inputs);
    add_squares(learning, inputs);
    if (learning->windows < mw_u16(learning->rule + MW_LEARNING_SCALE_WINDOWS)) {
        return;
    }
    mw_learning_find_spreads(learning);
    if (learning->kmeans) {
        forget_sums(learning);
        enter(learning, MW_LEARNING_CLUSTERS);
    } else {
        mw_learning_place(learning, 0);
        enter(learning, MW_LEARNING_THRESHOLD);
    }
}

/* MacQueen's sequential k-means: a window joins the nearest cluster, which then lies at the mean of all its windows; one
 * that is far from all of them begins another while there is room. */
static void take_cluster(struct mw_learning *learning, const int16_t *inputs) {
    uint32_t cluster = 0;
    uint32_t distance = mw_kmeans_distance(learning->body, inputs, learning->inputs, &cluster);
    bool distinct = distance > mw_u16(learning->rule + MW_LEARNING_DISTINCT);
    if (learning->clusters == 0 || (distinct && learning->clusters < learning->rule[MW_LEARNING_CLUSTERS_AT_MOST])) {
        cluster = learning->clusters;
        learning->clusters++;
    }
    mw_learning_add(learning, cluster, inputs);
    mw_learning_place(learning, cluster);
    add_squares(learning, inputs);
    if (learning->windows == mw_u16(learning->rule + MW_LEARNING_CLUSTER_WINDOWS)) {
        mw_learning_find_spreads(learning);
        enter(learning, MW_LEARNING_THRESHOLD);
    }
}

static bool take_distance(struct mw_learning *learning, const int16_t *inputs) {
    uint32_t cluster = 0;
    mw_learning_count_distance(learning, mw_kmeans_distance(learning->body, inputs, learning->inputs, &cluster));
    learning->windows++;
    if (learning->windows < mw_u16(learning->rule + MW_LEARNING_THRESHOLD_WINDOWS)) {
        return false;
    }
    mw_learning_find_threshold(learning);
    bool freeze = learning->freeze_wanted || mw_u32(learning->rule + MW_LEARNING_FOLLOW_WINDOWS) == 0;
    enter(learning, freeze ? MW_LEARNING_FROZEN : MW_LEARNING_FOLLOWING);
    return true;
}

static void follow(struct mw_learning *learning, const int16_t *inputs) {
    uint32_t cluster = 0;
    uint32_t until = mw_u32(learning->rule + MW_LEARNING_FOLLOW_WINDOWS);
    if (mw_kmeans_distance(learning->body, inputs, learning->inputs, &cluster) > learning->threshold) {
        return;
    }
    while (learning->counts[cluster] >= mw_u16(learning->rule + MW_LEARNING_COUNT_LIMIT)) {
        mw_learning_halve(learning, cluster);
    }
    mw_learning_add(learning, cluster, inputs);
    mw_learning_place(learning, cluster);
    learning->followed += learning->followed < MW_LEARNING_UNTIL_COMMAND ? 1 : 0;
    if (until != MW_LEARNING_UNTIL_COMMAND && learning->followed >= until) {
        learning->phase = MW_LEARNING_FROZEN;
    }
}

bool mw_learning_window(struct mw_learning *learning, const int16_t *inputs, uint16_t quality) {
    if ((quality & mw_u16(learning->rule + MW_LEARNING_QUALITY_MASK)) != 0) {
        return false;
    }
    switch (learning->phase) {
    case MW_LEARNING_SCALE: take_scale(learning, inputs); return false;
    case MW_LEARNING_CLUSTERS: take_cluster(learning, inputs); return false;
    case MW_LEARNING_THRESHOLD: return take_distance(learning, inputs);
    case MW_LEARNING_FOLLOWING: follow(learning, inputs); return false;
    default: return false;
    }
}
