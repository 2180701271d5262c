/* A parsed bundle's model: input map, scores, probabilities, self-test. Integers only, bit-exact with io.milliwatt.runtime. */
#ifndef MILLIWATT_MODEL_H
#define MILLIWATT_MODEL_H

#include "milliwatt/bundle.h"

/* A parsed bundle and the memory that its model works in. */
struct mw_model {
    const struct mw_bundle *bundle;
    void *scratch; /* mw_model_scratch_size bytes, aligned to 8, free between calls; NULL where that is 0 */
    const int32_t *array; /* where the bundle takes an array: bundle->inputs values of that recipe step for this window */
};

/* Bytes of scratch that scoring needs; 0 for every kind but networks. */
uint32_t mw_model_scratch_size(const struct mw_bundle *bundle);

/* Recipe values to model inputs: picked, shifted with rounding half up, saturated to int16.
 * `inputs` takes bundle->inputs values. Returns 0, or MW_ERROR_RECIPE when the map names a value beyond `count` or there is none. */
int mw_model_inputs(const struct mw_bundle *bundle, const int32_t *values, uint32_t count, int16_t *inputs);

/* One score per class. `inputs` holds bundle->inputs values, `scores` takes bundle->classes. */
void mw_model_score(const struct mw_model *model, const int16_t *inputs, int16_t *scores);

/* Runs the bundle's own vectors. Returns 0 or MW_ERROR_SELF_TEST. */
int mw_model_self_test(const struct mw_model *model);

/* The scores of one window of `count` recipe values, or of model->array. Returns 0, or MW_ERROR_RECIPE when the bundle
 * wants values or an array that are not there. */
int mw_model_score_window(const struct mw_model *model, const int32_t *values, uint32_t count, int16_t *scores);

/* The class of the largest score, the lowest of equals. */
uint16_t mw_model_winner(const int16_t *scores, uint16_t classes);

/* Probability of each class, 0 .. 255. `probabilities` takes bundle->classes values. */
void mw_model_probabilities(const struct mw_bundle *bundle, const int16_t *scores, uint8_t *probabilities);

#endif
