/* Entry points that exist for Java only: a heart watched as a node would watch it, and its beats by themselves. */
#ifndef MILLIWATT_PORT_JAVA_HEART_H
#define MILLIWATT_PORT_JAVA_HEART_H

#include "milliwatt/beat_decision.h"
#include "milliwatt/beat_features.h"
#include "milliwatt/heart.h"
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

/* A heart watched with a bundle. What it tells comes as rows of numbers: the kind, then the fields of the struct told, in their
 * order; of a second its values and quality. */
#define MW_JAVA_HEART_ROW 12
enum mw_java_heart_kind { MW_JAVA_HEART_BEAT = 1, MW_JAVA_HEART_EVENT = 2, MW_JAVA_HEART_SECOND = 3 };

struct mw_java_heart;

/* Bytes of memory, aligned to 8, that Java keeps; or a negative error of mw_bundle_parse, or MW_ERROR_RECIPE for a bundle that
 * watches no heart. */
int64_t mw_java_heart_size(const uint8_t *bytes, int64_t length);

/* Checks digest and self-test, and starts. `bytes` stay where they are. Returns 0 or a negative error. */
int mw_java_heart_open(struct mw_java_heart *heart, const uint8_t *bytes, int64_t length, uint32_t nano_millivolt_per_count,
                       const struct mw_heart_settings *settings);

/* Takes samples; `rows` has room for `capacity` of them. Returns how many were told, or MW_ERROR_MEMORY when there was no room. */
int32_t mw_java_heart_samples(struct mw_java_heart *heart, const int16_t *samples, uint32_t count, int32_t *rows,
                              uint32_t capacity);

#endif
