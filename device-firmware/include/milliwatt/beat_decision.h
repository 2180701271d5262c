/*
 * Decision rule 3 of a bundle: beats one after the other, from margins and features to a class (contract/bundle.md, section 4;
 * io.milliwatt.runtime.heart.BeatDecision is the twin in Java). A beat is judged by itself and by those before it: of the same
 * shape for V, of about the same interval for S.
 */
#ifndef MILLIWATT_BEAT_DECISION_H
#define MILLIWATT_BEAT_DECISION_H

#include "milliwatt/bundle.h"

#include <stdbool.h>
#include <stdint.h>

#define MW_DECISION_SHAPES 8
#define MW_DECISION_BEATS 49

/* The caller's memory, cleared before the first beat. */
struct mw_beat_decision {
    int32_t shape_means_q8[MW_DECISION_SHAPES];
    int16_t intervals[MW_DECISION_BEATS]; /* of the last beats, a ring */
    int16_t margins[MW_DECISION_BEATS];
    uint8_t normals[(MW_DECISION_BEATS + 7) / 8]; /* a bit for each place */
    uint8_t shape_counts[MW_DECISION_SHAPES];
    uint8_t next; /* place in the ring */
    uint8_t held;
};

struct mw_beat_judgement {
    uint8_t beat_class; /* 1 normal, 2 supraventricular, 3 ventricular, 5 unclassifiable */
    uint8_t confidence; /* 128 .. 255; 0 where nothing is told */
    bool abstained;     /* noise let nothing be told */
};

/* Whether rule 3 of a bundle fits its model, of whose array `features` values are known. */
bool mw_beat_decision_fits(const struct mw_bundle *bundle, uint32_t features);

/* Judges the next beat. `scores` are the model's; `features` the beat's array; `fibrillates` whether atrial fibrillation was told
 * after the beat before. */
struct mw_beat_judgement mw_beat_decide(struct mw_beat_decision *state, const struct mw_bundle *bundle, const int16_t *scores,
                                        const int32_t *features, bool fibrillates);

#endif
