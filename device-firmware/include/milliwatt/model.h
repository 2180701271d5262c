/* Scores, probabilities and the input map of a parsed bundle: integers only, bit-exact with io.milliwatt.runtime. */
#ifndef MILLIWATT_MODEL_H
#define MILLIWATT_MODEL_H

#include "milliwatt/bundle.h"

/* Recipe values to model inputs: picked, shifted with rounding half up, saturated to int16.
 * `inputs` takes bundle->inputs values. Returns 0, or MW_ERROR_RECIPE when the map names a value beyond `count`. */
int mw_model_inputs(const struct mw_bundle *bundle, const int32_t *values, uint32_t count, int16_t *inputs);

/* One score per class. `inputs` holds bundle->inputs values, `scores` takes bundle->classes. */
void mw_model_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores);

/* The class of the largest score, the lowest of equals. */
uint16_t mw_model_winner(const int16_t *scores, uint16_t classes);

/* Probability of each class, 0 .. 255. `probabilities` takes bundle->classes values. */
void mw_model_probabilities(const struct mw_bundle *bundle, const int16_t *scores, uint8_t *probabilities);

#endif
