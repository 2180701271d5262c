/*
 * The features of every heart beat, adapted to the patient's own normal beats as they come (contract/recipe.md, operation
 * 30; io.milliwatt.dsp.fixedpoint.heart.BeatFeatures is the twin in Java, whose parts have the same names).
 *
 * A beat is described when the next one is known and its P wave has passed, 0.5 s after that, or three seconds after itself at
 * the latest.
 */
#ifndef MILLIWATT_BEAT_FEATURES_H
#define MILLIWATT_BEAT_FEATURES_H

#include "milliwatt/recipe.h"

#include <stdbool.h>
#include <stdint.h>

/* A beat that has been described. */
struct mw_described_beat {
    uint32_t number; /* of beats described, 0 for the first since the start; goes on from 0 after 2^32 */
    uint32_t sample; /* of the R wave, 0 for the first sample the recipe has taken; goes on from 0 after 2^32 */
    bool late;       /* the detector found it by searching back */
};

/* The beat that a beat features step has described last; its array (mw_recipe_array) is that beat's. `*number` is the number of
 * the beat wanted, 0 at first, and is put one beyond the beat given. False when it has not been described yet, or the step is of
 * another kind. A sample completes one beat at most, so asking after each sample misses none. */
bool mw_recipe_next_described_beat(const struct mw_recipe *recipe, uint32_t step, uint32_t *number,
                                   struct mw_described_beat *beat);

#endif
