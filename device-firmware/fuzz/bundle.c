/* The bundle parser, and everything that may be called once a bundle was accepted. */
#include "../src/model/kinds.h"
#include "milliwatt/bundle.h"
#include "milliwatt/decision.h"
#include "milliwatt/beat_decision.h"
#include "milliwatt/error.h"
#include "milliwatt/heart.h"
#include "milliwatt/learning.h"
#include "milliwatt/model.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put_u32(uint8_t *at, uint32_t value) {
    for (uint32_t i = 0; i < 4; i++) {
        at[i] = (uint8_t)(value >> (8 * i));
    }
}

/* Length and checksum are made to match, or the fuzzer would never get beyond the header. */
static void agree(uint8_t *bytes, uint32_t length) {
    uint32_t payload = (uint32_t)bytes[52] | (uint32_t)bytes[53] << 8 | (uint32_t)bytes[54] << 16;
    put_u32(bytes + 36, length);
    if (payload <= length - 64) {
        put_u32(bytes + 60, mw_crc32(mw_crc32(0, bytes, 60), bytes + 64, payload));
    }
}

/* Extreme windows through every phase of learning, and the state there and back. */
static void learn(const struct mw_bundle *bundle) {
    static const int16_t extremes[] = {INT16_MIN, INT16_MAX, 0, -1, 300};
    struct mw_learning learning;
    uint8_t *memory = malloc(mw_learning_memory_size(bundle));
    mw_learning_start(&learning, bundle, memory);
    for (uint32_t window = 0; window < 300; window++) {
        int16_t inputs[MW_MAX_INPUTS];
        for (uint32_t input = 0; input < MW_MAX_INPUTS; input++) {
            inputs[input] = extremes[(window * 7 + input * (window % 3)) % 5];
        }
        mw_learning_window(&learning, inputs, 0);
    }
    uint32_t length = mw_learning_state_length(&learning);
    uint8_t *state = malloc(length);
    mw_learning_write(&learning, state);
    mw_learning_start(&learning, bundle, memory);
    if (mw_learning_read(&learning, state, length) != MW_OK) {
        abort();
    }
    free(state);
    free(memory);
}

static int take_beat(void *context, const struct mw_heart_beat *beat) {
    (void)context;
    return beat->beat_class >= 1 && beat->beat_class <= 5 ? 0 : MW_ERROR_FORMAT;
}

static int take_event(void *context, const struct mw_heart_event *event) {
    (void)context;
    return event->event_class >= 1 && event->urgency <= 3 ? 0 : MW_ERROR_FORMAT;
}

static int take_second(void *context, const struct mw_features *second) {
    (void)context;
    return second->count == MW_HEART_VALUES ? 0 : MW_ERROR_FORMAT;
}

/* Beats of a heart at its own recipe's rate: pulses, then noise between the rails. */
static void watch(const struct mw_bundle *bundle) {
    static const struct mw_heart_listener listener = {NULL, take_beat, take_event, take_second};
    const struct mw_sensor sensor = {.nano_units_per_count = 5000000};
    const struct mw_heart_settings settings = {0};
    const struct mw_model model = {.bundle = bundle};
    struct mw_recipe recipe;
    struct mw_heart heart;
    int32_t size = mw_recipe_state_size(bundle->recipe.bytes, bundle->recipe.length);
    if (size < 0 || size > 65536 || !mw_heart_fits(bundle) ||
        mw_recipe_array_length(bundle->recipe.bytes, bundle->recipe.length, bundle->array_step) != bundle->inputs) {
        return;
    }
    void *recipe_state = malloc((size_t)size);
    void *heart_state = malloc(mw_heart_state_size());
    if (mw_recipe_start(&recipe, bundle->recipe.bytes, bundle->recipe.length, recipe_state, (uint32_t)size, &sensor) == MW_OK &&
        mw_heart_start(&heart, &model, &recipe, heart_state, &settings, &listener) == MW_OK) {
        for (uint32_t i = 0; i < 6000; i++) {
            int16_t sample = i < 4500 ? (int16_t)(i % 190 < 8 ? 200 : i % 5) : (int16_t)(i * 2654435761U >> 16);
            if (mw_heart_samples(&heart, &sample, 1) != MW_OK) {
                abort();
            }
        }
    }
    free(heart_state);
    free(recipe_state);
}

/* Scratch and array of exactly the size that the bundle asks for, so that the sanitizer sees one byte too many. */
static void use(const struct mw_bundle *bundle) {
    uint32_t scratch_bytes = mw_model_scratch_size(bundle);
    int32_t *array = bundle->takes_array ? malloc(sizeof *array * bundle->inputs) : NULL;
    for (uint32_t i = 0; array != NULL && i < bundle->inputs; i++) {
        array[i] = (int32_t)(i * 0x9E3779B9U);
    }
    struct mw_model model = {
        .bundle = bundle, .scratch = scratch_bytes == 0 ? NULL : malloc(scratch_bytes), .array = array};
    int32_t values[255];
    struct mw_votes votes = {0};
    for (int32_t i = 0; i < 255; i++) {
        values[i] = (i % 3 == 0 ? INT32_MAX : i % 3 == 1 ? INT32_MIN : i);
    }
    if (bundle->learning.bytes != NULL) {
        learn(bundle);
    }
    mw_model_self_test(&model);
    if (mw_decision_judges_beats(bundle)) {
        watch(bundle);
    }
    for (uint16_t class = 0; class < bundle->classes; class++) {
        mw_bundle_verdict_of_class(bundle, class);
    }
    for (uint32_t window = 0; window < 20; window++) {
        struct mw_judgement judgement;
        struct mw_event_change change;
        values[window] = (int32_t)(window * 0x01234567U);
        if (mw_decision_judge(&model, values, 255, 0, &judgement) == 1) {
            mw_decision_count(bundle, &votes, &judgement, &change);
        }
    }
    free(model.scratch);
    free(array);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct mw_bundle bundle;
    if (mw_bundle_parse(&bundle, data, size) == MW_OK) {
        use(&bundle);
    }
    if (size >= 64 && size < 1 << 20) {
        uint8_t *copy = malloc(size);
        memcpy(copy, data, size);
        agree(copy, (uint32_t)size);
        if (mw_bundle_parse(&bundle, copy, size) == MW_OK) {
            use(&bundle);
        }
        free(copy);
    }
    return 0;
}
