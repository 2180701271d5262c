/* Entry points that exist for Java only: a bundle's model by itself, for parity tests and server-side checks. */
#include "java_model.h"

#include "milliwatt/error.h"

struct mw_java_model {
    struct mw_bundle bundle;
    struct mw_model model;
    uint64_t scratch[];
};

int64_t mw_java_model_size(const uint8_t *bytes, int64_t length) {
    struct mw_bundle bundle;
    int result = length < 0 ? MW_ERROR_ARGUMENT : mw_bundle_parse(&bundle, bytes, (size_t)length);
    return result < 0 ? result : (int64_t)(sizeof(struct mw_java_model) + mw_model_scratch_size(&bundle));
}

int mw_java_model_open(struct mw_java_model *model, const uint8_t *bytes, int64_t length) {
    int result = length < 0 ? MW_ERROR_ARGUMENT : mw_bundle_parse(&model->bundle, bytes, (size_t)length);
    if (result == MW_OK) {
        result = mw_bundle_check_recipe_digest(&model->bundle, &mw_host_crypto);
    }
    model->model.bundle = &model->bundle;
    model->model.scratch = model->scratch;
    return result == MW_OK ? mw_model_self_test(&model->model) : result;
}

int mw_java_model_inputs(const struct mw_java_model *model) { return model->bundle.inputs; }

int mw_java_model_classes(const struct mw_java_model *model) { return model->bundle.classes; }

void mw_java_model_score(const struct mw_java_model *model, const int16_t *inputs, int16_t *scores) {
    mw_model_score(&model->model, inputs, scores);
}

void mw_java_model_probabilities(const struct mw_java_model *model, const int16_t *scores, uint8_t *probabilities) {
    mw_model_probabilities(&model->bundle, scores, probabilities);
}

int mw_java_model_map(const struct mw_java_model *model, const int32_t *values, uint32_t count, int16_t *inputs) {
    return mw_model_inputs(&model->bundle, values, count, inputs);
}

int mw_java_model_judge(const struct mw_java_model *model, const int32_t *values, uint32_t count, uint16_t quality,
                        struct mw_judgement *judgement) {
    return mw_decision_judge(&model->model, values, count, quality, judgement);
}

int mw_java_model_verify(const struct mw_java_model *model, const uint8_t public_key[MW_PUBLIC_KEY_LENGTH]) {
    return mw_bundle_check_signature(&model->bundle, &mw_host_crypto, public_key);
}
