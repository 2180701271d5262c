/* Entry points that exist for Java only: learning by itself, for parity tests. */
#include "java_learning.h"

#include "milliwatt/error.h"
#include "milliwatt/model.h"

int64_t mw_java_learning_size(const uint8_t *bytes, int64_t length) {
    struct mw_bundle bundle;
    int result = length < 0 ? MW_ERROR_ARGUMENT : mw_bundle_parse(&bundle, bytes, (size_t)length);
    if (result < 0) {
        return result;
    }
    if (bundle.learning.bytes == NULL) {
        return MW_ERROR_NOT_FOUND;
    }
    return (int64_t)sizeof(struct mw_java_learning) + mw_learning_memory_size(&bundle);
}

void mw_java_learning_open(struct mw_java_learning *memory, const uint8_t *bytes, int64_t length) {
    if (mw_bundle_parse(&memory->bundle, bytes, (size_t)length) == MW_OK) {
        mw_learning_start(&memory->learning, &memory->bundle, memory + 1);
    }
}

int mw_java_learning_window(struct mw_java_learning *java, const int16_t *inputs, int quality) {
    return mw_learning_window(&java->learning, inputs, (uint16_t)quality) ? 1 : 0;
}

void mw_java_learning_freeze(struct mw_java_learning *java) { mw_learning_freeze(&java->learning); }

void mw_java_learning_restart(struct mw_java_learning *java) { mw_learning_restart(&java->learning); }

int mw_java_learning_state_length(const struct mw_java_learning *java) {
    return (int)mw_learning_state_length(&java->learning);
}

void mw_java_learning_write(const struct mw_java_learning *java, uint8_t *bytes) {
    mw_learning_write(&java->learning, bytes);
}

int mw_java_learning_read(struct mw_java_learning *java, const uint8_t *bytes, int length) {
    return mw_learning_read(&java->learning, bytes, (uint32_t)length);
}

int mw_java_learning_score(const struct mw_java_learning *java, const int16_t *inputs, int16_t *scores) {
    if (!mw_learning_is_learnt(&java->learning)) {
        return MW_ERROR_NOT_FOUND;
    }
    struct mw_bundle learnt = java->bundle;
    learnt.model.bytes = java->learning.body;
    const struct mw_model model = {.bundle = &learnt, .scratch = NULL};
    mw_model_score(&model, inputs, scores);
    return MW_OK;
}
