/*
 * On-node learning of the baseline of model kinds 5 and 6, as section 6 of the bundle says (contract/bundle.md is
 * normative; io.milliwatt.runtime.learning gives the same bytes in Java).
 *
 * What is learnt lies in the caller's memory as a model body of its own; the bundle stays as it is. Everything is a count,
 * an exact sum or a quotient of them: nothing drifts, and the states of several nodes can be added up.
 */
#ifndef MILLIWATT_LEARNING_H
#define MILLIWATT_LEARNING_H

#include "milliwatt/bundle.h"

#include <stdbool.h>
#include <stdint.h>

#define MW_LEARNING_LARGEST 16 /* distances kept for the rank rule */

enum mw_learning_phase {
    MW_LEARNING_SCALE = 0,     /* mean and spread of every input */
    MW_LEARNING_CLUSTERS = 1,  /* k-means only: where the machine runs */
    MW_LEARNING_THRESHOLD = 2, /* how far healthy windows lie from there */
    MW_LEARNING_FOLLOWING = 3, /* judges; centroids follow healthy windows */
    MW_LEARNING_FROZEN = 4     /* judges; nothing changes */
};

struct mw_learning {
    const uint8_t *rule; /* the bundle's section 6 */
    uint32_t model_id;
    uint32_t model_version;
    uint64_t *squares;   /* per input; see the contract */
    int32_t *sums;       /* per cluster, per input */
    uint16_t *counts;    /* per cluster: windows in its sums */
    uint8_t *body;       /* a model body that mw_kmeans_distance reads */
    uint64_t distance_squares;
    uint32_t distance_sum;
    uint32_t followed;         /* windows since it was learnt */
    uint16_t windows;          /* of the present phase, before it is learnt */
    uint16_t windows_of_spread; /* that `squares` is made of */
    uint16_t threshold;
    uint16_t largest[MW_LEARNING_LARGEST]; /* distances, descending */
    uint8_t inputs;
    uint8_t clusters; /* in use */
    uint8_t phase;    /* enum mw_learning_phase */
    bool kmeans;
    bool freeze_wanted; /* freeze as soon as it is learnt */
};

/* Bytes of memory for a bundle that has a learning section. */
uint32_t mw_learning_memory_size(const struct mw_bundle *bundle);

/* Begins in `memory`, aligned to 8. The bundle has a learning section and stays. */
void mw_learning_start(struct mw_learning *learning, const struct mw_bundle *bundle, void *memory);

/* Forgets everything learnt. */
void mw_learning_restart(struct mw_learning *learning);

/* Freezes now, or as soon as the baseline is learnt. */
void mw_learning_freeze(struct mw_learning *learning);

/* Takes one window's model inputs and quality bits. Returns whether the baseline has become learnt with it. */
bool mw_learning_window(struct mw_learning *learning, const int16_t *inputs, uint16_t quality);

/* Whether there is a baseline to judge by. */
static inline bool mw_learning_is_learnt(const struct mw_learning *learning) {
    return learning->phase >= MW_LEARNING_FOLLOWING;
}

/* The state as bytes: length, writing, and reading into a learning just started from the same bundle. Reading returns 0 or
 * MW_ERROR_FORMAT, which changes nothing, when the bytes are not a state of this bundle. */
uint32_t mw_learning_state_length(const struct mw_learning *learning);
void mw_learning_write(const struct mw_learning *learning, uint8_t *bytes);
int mw_learning_read(struct mw_learning *learning, const uint8_t *bytes, uint32_t length);

#endif
