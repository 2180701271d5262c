/*
 * What a node has learnt, as bytes (contract/bundle.md, "The learnt state"): frame kind 7 carries them, and the node's
 * snapshot keeps them.
 */
#include "bytes.h"
#include "kmeans.h"
#include "learning_rule.h"
#include "learning_steps.h"
#include "milliwatt/error.h"

#include <string.h>

#define LAYOUT 1

enum {
    AT_LAYOUT = 0,
    AT_PHASE = 1,
    AT_INPUTS = 2,
    AT_CLUSTERS = 3,
    AT_MODEL_ID = 4,
    AT_MODEL_VERSION = 8,
    AT_THRESHOLD = 12,
    AT_WINDOWS = 14,
    AT_WINDOWS_OF_SPREAD = 16,
    AT_FREEZE_WANTED = 18,
    AT_RESERVED = 19,
    AT_FOLLOWED = 20,
    AT_DISTANCE_SUM = 24,
    AT_DISTANCE_SQUARES = 28,
    AT_LARGEST = 36,
    HEAD = 68
};

static uint32_t length_of(uint32_t inputs, uint32_t clusters) { return HEAD + 10 * inputs + clusters * (2 + 4 * inputs); }

uint32_t mw_learning_state_length(const struct mw_learning *learning) {
    return length_of(learning->inputs, learning->clusters);
}

void mw_learning_write(const struct mw_learning *learning, uint8_t *bytes) {
    bytes[AT_LAYOUT] = LAYOUT;
    bytes[AT_PHASE] = learning->phase;
    bytes[AT_INPUTS] = learning->inputs;
    bytes[AT_CLUSTERS] = learning->clusters;
    mw_put_u32(bytes + AT_MODEL_ID, learning->model_id);
    mw_put_u32(bytes + AT_MODEL_VERSION, learning->model_version);
    mw_put_u16(bytes + AT_THRESHOLD, learning->threshold);
    mw_put_u16(bytes + AT_WINDOWS, learning->windows);
    mw_put_u16(bytes + AT_WINDOWS_OF_SPREAD, learning->windows_of_spread);
    bytes[AT_FREEZE_WANTED] = learning->freeze_wanted ? 1 : 0;
    bytes[AT_RESERVED] = 0;
    mw_put_u32(bytes + AT_FOLLOWED, learning->followed);
    mw_put_u32(bytes + AT_DISTANCE_SUM, learning->distance_sum);
    mw_put_u64(bytes + AT_DISTANCE_SQUARES, learning->distance_squares);
    for (uint32_t rank = 0; rank < MW_LEARNING_LARGEST; rank++) {
        mw_put_u16(bytes + AT_LARGEST + 2 * rank, learning->largest[rank]);
    }
    uint8_t *at = bytes + HEAD;
    for (uint32_t input = 0; input < learning->inputs; input++, at += 8) {
        mw_put_u64(at, learning->squares[input]);
    }
    memcpy(at, learning->body + MW_KMEANS_INVERSE_SPREADS, 2U * learning->inputs);
    at += 2U * learning->inputs;
    for (uint32_t cluster = 0; cluster < learning->clusters; cluster++) {
        mw_put_u16(at, learning->counts[cluster]);
        at += 2;
        for (uint32_t input = 0; input < learning->inputs; input++, at += 4) {
            mw_put_u32(at, (uint32_t)learning->sums[cluster * learning->inputs + input]);
        }
    }
}

/* Windows that a phase may have counted so far; one more ends it. */
static uint32_t most_windows(const struct mw_learning *learning, uint32_t phase) {
    static const uint8_t field[] = {MW_LEARNING_SCALE_WINDOWS, MW_LEARNING_CLUSTER_WINDOWS,
                                    MW_LEARNING_THRESHOLD_WINDOWS};
    return phase > MW_LEARNING_THRESHOLD ? 1U : mw_u16(learning->rule + field[phase]);
}

/* The headroom arguments of learning rest on these bounds. */
static bool numbers_hold(const struct mw_learning *learning, const uint8_t *bytes) {
    uint32_t phase = bytes[AT_PHASE];
    uint32_t windows = mw_u16(bytes + AT_WINDOWS);
    uint32_t threshold = mw_u16(bytes + AT_THRESHOLD);
    uint64_t distances_at_most = (uint64_t)MW_LEARNING_MOST_WINDOWS << 15;
    if (phase > MW_LEARNING_FROZEN || (phase == MW_LEARNING_CLUSTERS && !learning->kmeans) ||
        windows >= most_windows(learning, phase) || threshold >= MW_LARGEST_DISTANCE ||
        mw_u16(bytes + AT_WINDOWS_OF_SPREAD) > MW_LEARNING_MOST_WINDOWS || bytes[AT_FREEZE_WANTED] > 1 ||
        bytes[AT_RESERVED] != 0 || mw_u32(bytes + AT_DISTANCE_SUM) > distances_at_most ||
        mw_u64(bytes + AT_DISTANCE_SQUARES) > distances_at_most << 15) {
        return false;
    }
    for (uint32_t rank = 0; rank < MW_LEARNING_LARGEST; rank++) {
        if (mw_u16(bytes + AT_LARGEST + 2 * rank) > MW_LARGEST_DISTANCE) {
            return false;
        }
    }
    for (uint32_t input = 0; input < learning->inputs; input++) {
        if (mw_u64(bytes + HEAD + 8 * input) > (uint64_t)MW_LEARNING_MOST_WINDOWS << 30) {
            return false;
        }
    }
    return true;
}

/* Clusters before they are learnt hold the windows of their phase, later at least one window each. */
static bool clusters_hold(const struct mw_learning *learning, const uint8_t *bytes, const uint8_t *at) {
    uint32_t clusters = bytes[AT_CLUSTERS];
    uint32_t phase = bytes[AT_PHASE];
    uint32_t windows = mw_u16(bytes + AT_WINDOWS);
    uint32_t counted = 0;
    uint64_t shares[MW_MAX_INPUTS] = {0};
    for (uint32_t cluster = 0; cluster < clusters; cluster++) {
        uint32_t count = mw_u16(at);
        at += 2;
        if (count < 1 || count > MW_LEARNING_MOST_WINDOWS) {
            return false;
        }
        counted += count;
        for (uint32_t input = 0; input < learning->inputs; input++, at += 4) {
            int64_t sum = mw_i32(at);
            if (sum < -(int64_t)count * 32768 || sum > (int64_t)count * 32767) {
                return false;
            }
            shares[input] += (uint64_t)(sum * sum) / count;
        }
    }
    if (phase >= MW_LEARNING_THRESHOLD) {
        return clusters >= 1;
    }
    for (uint32_t input = 0; input < learning->inputs; input++) {
        if (shares[input] > mw_u64(bytes + HEAD + 8 * input)) {
            return false;
        }
    }
    return counted == windows && (phase == MW_LEARNING_CLUSTERS || clusters <= 1);
}

static void take(struct mw_learning *learning, const uint8_t *bytes) {
    mw_learning_restart(learning);
    learning->phase = bytes[AT_PHASE];
    learning->clusters = bytes[AT_CLUSTERS];
    learning->windows = mw_u16(bytes + AT_WINDOWS);
    learning->windows_of_spread = mw_u16(bytes + AT_WINDOWS_OF_SPREAD);
    learning->freeze_wanted = bytes[AT_FREEZE_WANTED] != 0;
    learning->followed = mw_u32(bytes + AT_FOLLOWED);
    learning->distance_sum = mw_u32(bytes + AT_DISTANCE_SUM);
    learning->distance_squares = mw_u64(bytes + AT_DISTANCE_SQUARES);
    mw_learning_set_threshold(learning, mw_u16(bytes + AT_THRESHOLD));
    for (uint32_t rank = 0; rank < MW_LEARNING_LARGEST; rank++) {
        learning->largest[rank] = mw_u16(bytes + AT_LARGEST + 2 * rank);
    }
    const uint8_t *at = bytes + HEAD;
    for (uint32_t input = 0; input < learning->inputs; input++, at += 8) {
        learning->squares[input] = mw_u64(at);
    }
    memcpy(learning->body + MW_KMEANS_INVERSE_SPREADS, at, 2U * learning->inputs);
    at += 2U * learning->inputs;
    for (uint32_t cluster = 0; cluster < learning->clusters; cluster++) {
        learning->counts[cluster] = mw_u16(at);
        at += 2;
        for (uint32_t input = 0; input < learning->inputs; input++, at += 4) {
            learning->sums[cluster * learning->inputs + input] = mw_i32(at);
        }
        mw_learning_place(learning, cluster);
    }
}

int mw_learning_read(struct mw_learning *learning, const uint8_t *bytes, uint32_t length) {
    if (length < HEAD || bytes[AT_LAYOUT] != LAYOUT || bytes[AT_INPUTS] != learning->inputs ||
        bytes[AT_CLUSTERS] > learning->rule[MW_LEARNING_CLUSTERS_AT_MOST] ||
        length != length_of(learning->inputs, bytes[AT_CLUSTERS]) ||
        mw_u32(bytes + AT_MODEL_ID) != learning->model_id ||
        mw_u32(bytes + AT_MODEL_VERSION) != learning->model_version || !numbers_hold(learning, bytes) ||
        !clusters_hold(learning, bytes, bytes + HEAD + 10U * learning->inputs)) {
        return MW_ERROR_FORMAT;
    }
    take(learning, bytes);
    return MW_OK;
}
