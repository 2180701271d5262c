/* What each model kind offers to the parser and to the scorer. */
#ifndef MILLIWATT_MODEL_KINDS_H
#define MILLIWATT_MODEL_KINDS_H

#include "milliwatt/model.h"

/* Which model kinds this firmware runs: a bit for each. The others' code is left out, and they are refused as
 * unsupported. */
#ifndef MW_MODEL_KINDS
#define MW_MODEL_KINDS 0xFFFFU
#endif
#define MW_HAS_KIND(kind) ((MW_MODEL_KINDS >> (kind) & 1U) != 0)

/* Checks the body completely, including that its length is exact. Returns 0, MW_ERROR_TRUNCATED or _FORMAT. */
int mw_forest_check(const struct mw_part *body, uint16_t inputs, uint16_t classes);
int mw_linear_check(const struct mw_part *body, uint16_t inputs, uint16_t classes);
int mw_centroid_check(const struct mw_part *body, uint16_t inputs, uint16_t classes);
int mw_kmeans_check(const struct mw_part *body, uint16_t inputs, uint16_t classes);
int mw_gaussian_check(const struct mw_part *body, uint16_t inputs, uint16_t classes);
int mw_shared_forest_check(const struct mw_part *body, uint16_t inputs, uint16_t classes);

/* Also checks the header's scratch bytes. Returns as well MW_ERROR_ARGUMENT when the bundle does not lie at a multiple of
 * 4, and MW_ERROR_UNSUPPORTED for an operator this firmware does not run. */
int mw_network_check(const struct mw_bundle *bundle);

/* The length `exact` of a body, before padding, against the part: 0, MW_ERROR_TRUNCATED or MW_ERROR_FORMAT. */
int mw_check_body_length(const struct mw_part *body, uint32_t exact);

void mw_forest_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores);
void mw_linear_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores);
void mw_centroid_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores);
void mw_kmeans_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores); /* Gaussian too */
void mw_shared_forest_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores);

/* `inputs` NULL: the input is model->array, shifted. */
void mw_network_score(const struct mw_model *model, const int16_t *inputs, int16_t *scores);

/* Section 4. Returns 0, MW_ERROR_TRUNCATED, _FORMAT or _UNSUPPORTED. */
int mw_decision_check(const struct mw_part *section);

/* Of section 4 with rule 3, whose length is right: whether its numbers are in range. */
bool mw_beat_rule_holds(const uint8_t *section);

/* Of section 4 with rule 4, likewise. */
bool mw_soil_rule_holds(const uint8_t *section);

/* As mw_model_probabilities, of any scores; at most MW_MAX_CLASSES. */
void mw_probabilities_of(const int16_t *scores, uint16_t classes, uint16_t multiplier, uint8_t *probabilities);

/* Section 6, of a model of this kind. Returns 0, MW_ERROR_TRUNCATED or _FORMAT. */
int mw_learning_check(const struct mw_part *section, uint16_t kind, uint16_t inputs);

/* CRC-32 as in zlib; begin with `crc` 0 and feed the result back in to go on. */
uint32_t mw_crc32(uint32_t crc, const uint8_t *bytes, uint32_t length);

#endif
