/* Entry points that exist for Java only: the beats of a whole recording, as a node would describe them. */
#ifndef MILLIWATT_PORT_JAVA_HEART_H
#define MILLIWATT_PORT_JAVA_HEART_H

#include "milliwatt/beat_decision.h"
#include "milliwatt/beat_features.h"
#include "milliwatt/recipe.h"

#include <stdint.h>

/* 64 features in int16 and whether the beat was found late. */
#define MW_JAVA_BEAT_VALUES 65

/* Runs a recipe over a recording: its step `step` describes beats. Puts the R wave's sample of each into `positions` and its
 * values into `values`, at most `capacity` of them. Returns how many beats there were, or a negative error of mw_recipe_start. */
int32_t mw_java_describe_beats(const uint8_t *section, uint32_t length, uint32_t step, uint32_t nano_units_per_count,
                               const int16_t *samples, uint32_t count, uint32_t *positions, int16_t *values,
                               uint32_t capacity);

/* Judges beats one after the other by a bundle's rule 3. `scores` holds the model's for each, `features` MW_DECIDED_FEATURES for each;
 * `judgements` takes 4 bytes for each: class, confidence, abstained, fibrillation. Returns 0, or an error of mw_bundle_parse, or
 * MW_ERROR_RECIPE for another rule. */
#define MW_DECIDED_FEATURES 64
int32_t mw_java_decide_beats(const uint8_t *bytes, int64_t length, const int16_t *scores, const int32_t *features,
                             uint32_t count, uint8_t *judgements);

#endif
