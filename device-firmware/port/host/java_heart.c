#include "java_heart.h"

#include "milliwatt/decision.h"
#include "milliwatt/error.h"

#include <stdlib.h>
#include <string.h>

static uint32_t take_beat(const struct mw_recipe *recipe, uint32_t step, uint32_t *number, uint32_t *position,
                          int16_t *values) {
    struct mw_described_beat beat;
    if (!mw_recipe_next_described_beat(recipe, step, number, &beat)) {
        return 0;
    }
    if (position != NULL) {
        uint32_t count = 0;
        const int32_t *features = mw_recipe_array(recipe, step, &count);
        *position = beat.sample;
        for (uint32_t i = 0; i < count && i + 1 < MW_JAVA_BEAT_VALUES; i++) {
            values[i] = (int16_t)features[i];
        }
        values[MW_JAVA_BEAT_VALUES - 1] = beat.late ? 1 : 0;
    }
    return 1;
}

int32_t mw_java_describe_beats(const uint8_t *section, uint32_t length, uint32_t step, uint32_t nano_units_per_count,
                               const int16_t *samples, uint32_t count, uint32_t *positions, int16_t *values,
                               uint32_t capacity) {
    struct mw_recipe recipe;
    struct mw_features features;
    const struct mw_sensor sensor = {.nano_units_per_count = nano_units_per_count};
    int32_t state_size = mw_recipe_state_size(section, length);
    if (state_size < 0) {
        return state_size;
    }
    void *state = malloc((size_t)state_size + 1);
    int result = state == NULL ? MW_ERROR_MEMORY
                               : mw_recipe_start(&recipe, section, length, state, (uint32_t)state_size, &sensor);
    uint32_t found = 0;
    uint32_t number = 0;
    for (uint32_t at = 0; result == MW_OK && at < count; at++) {
        mw_recipe_accept(&recipe, samples + at, 1, &features);
        bool room = found < capacity;
        found += take_beat(&recipe, step, &number, room ? positions + found : NULL,
                           room ? values + (size_t)found * MW_JAVA_BEAT_VALUES : NULL);
    }
    free(state);
    return result < 0 ? result : (int32_t)found;
}

int32_t mw_java_decide_beats(const uint8_t *bytes, int64_t length, const int16_t *scores, const int32_t *features,
                             uint32_t count, uint8_t *judgements) {
    struct mw_bundle bundle;
    struct mw_beat_decision state = {0};
    int result = length < 0 ? MW_ERROR_ARGUMENT : mw_bundle_parse(&bundle, bytes, (size_t)length);
    if (result == MW_OK && !(mw_decision_judges_beats(&bundle) && mw_beat_decision_fits(&bundle, MW_DECIDED_FEATURES))) {
        result = MW_ERROR_RECIPE;
    }
    for (uint32_t beat = 0; result == MW_OK && beat < count; beat++) {
        struct mw_beat_judgement judgement = mw_beat_decide(&state, &bundle, scores + (size_t)beat * bundle.classes,
                                                            features + (size_t)beat * MW_DECIDED_FEATURES);
        const uint8_t told[4] = {judgement.beat_class, judgement.confidence, judgement.abstained, judgement.fibrillation};
        memcpy(judgements + 4 * (size_t)beat, told, sizeof told);
    }
    return result;
}
