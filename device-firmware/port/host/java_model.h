#ifndef MILLIWATT_HOST_JAVA_MODEL_H
#define MILLIWATT_HOST_JAVA_MODEL_H

#include "milliwatt/decision.h"

struct mw_java_model;

/* Bytes of memory, aligned to 8, for a model from a bundle of `length` bytes, which Java keeps as opaque memory; or the
 * negative error of mw_bundle_parse. */
int64_t mw_java_model_size(const uint8_t *bytes, int64_t length);

/* Parses, checks the recipe digest and runs the self-test. `bytes` stay where they are. Returns 0 or a negative error. */
int mw_java_model_open(struct mw_java_model *model, const uint8_t *bytes, int64_t length);

int mw_java_model_inputs(const struct mw_java_model *model);
int mw_java_model_classes(const struct mw_java_model *model);

/* The functions of model.h and decision.h. */
void mw_java_model_score(const struct mw_java_model *model, const int16_t *inputs, int16_t *scores);
void mw_java_model_probabilities(const struct mw_java_model *model, const int16_t *scores, uint8_t *probabilities);
int mw_java_model_map(const struct mw_java_model *model, const int32_t *values, uint32_t count, int16_t *inputs);
int mw_java_model_judge(const struct mw_java_model *model, const int32_t *values, uint32_t count, uint16_t quality,
                        struct mw_judgement *judgement);

/* Returns 0 or MW_ERROR_SIGNATURE. */
int mw_java_model_verify(const struct mw_java_model *model, const uint8_t public_key[MW_PUBLIC_KEY_LENGTH]);

#endif
