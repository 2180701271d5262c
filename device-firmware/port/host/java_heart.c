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
                                                            features + (size_t)beat * MW_DECIDED_FEATURES, beat % 3 == 0);
        const uint8_t told[4] = {judgement.beat_class, judgement.confidence, judgement.abstained, 0};
        memcpy(judgements + 4 * (size_t)beat, told, sizeof told);
    }
    return result;
}

struct mw_java_heart {
    struct mw_bundle bundle;
    struct mw_model model;
    struct mw_recipe recipe;
    struct mw_heart heart;
    struct mw_heart_listener listener;
    int32_t *rows;
    uint32_t capacity;
    uint32_t told;
    uint64_t memory[]; /* the recipe's state, then the heart's */
};

static uint32_t aligned(uint32_t bytes) { return (bytes + 7U) & ~7U; }

static int parse_heart(struct mw_bundle *bundle, const uint8_t *bytes, int64_t length) {
    int result = length < 0 ? MW_ERROR_ARGUMENT : mw_bundle_parse(bundle, bytes, (size_t)length);
    if (result < 0) {
        return result;
    }
    int32_t state = mw_recipe_state_size(bundle->recipe.bytes, bundle->recipe.length);
    if (state < 0) {
        return state;
    }
    return mw_heart_is_watched(bundle) && mw_heart_fits(bundle) ? state : MW_ERROR_RECIPE;
}

int64_t mw_java_heart_size(const uint8_t *bytes, int64_t length) {
    struct mw_bundle bundle;
    int state = parse_heart(&bundle, bytes, length);
    return state < 0 ? state
                     : (int64_t)(sizeof(struct mw_java_heart) + aligned((uint32_t)state) + mw_heart_state_size());
}

/* NULL when the room is used up. */
static int32_t *next_row(struct mw_java_heart *heart, int32_t kind) {
    if (heart->told == heart->capacity) {
        return NULL;
    }
    int32_t *row = heart->rows + (size_t)heart->told * MW_JAVA_HEART_ROW;
    heart->told++;
    memset(row, 0, MW_JAVA_HEART_ROW * sizeof *row);
    row[0] = kind;
    return row;
}

static int row_of_beat(void *context, const struct mw_heart_beat *beat) {
    int32_t *row = next_row(context, MW_JAVA_HEART_BEAT);
    if (row == NULL) {
        return MW_ERROR_MEMORY;
    }
    row[1] = (int32_t)beat->sample;
    row[2] = beat->beat_class;
    row[3] = beat->confidence;
    row[4] = beat->flags;
    return MW_OK;
}

static int row_of_event(void *context, const struct mw_heart_event *event) {
    int32_t *row = next_row(context, MW_JAVA_HEART_EVENT);
    if (row == NULL) {
        return MW_ERROR_MEMORY;
    }
    row[1] = event->event_class;
    row[2] = event->urgency;
    row[3] = event->onset;
    row[4] = event->heart_rate;
    row[5] = (int32_t)event->beats;
    row[6] = (int32_t)event->millis;
    row[7] = (int32_t)event->sample;
    return MW_OK;
}

static int row_of_second(void *context, const struct mw_features *features) {
    int32_t *row = next_row(context, MW_JAVA_HEART_SECOND);
    if (row == NULL) {
        return MW_ERROR_MEMORY;
    }
    memcpy(row + 1, features->values, MW_HEART_VALUES * sizeof *row);
    row[1 + MW_HEART_VALUES] = features->quality;
    return MW_OK;
}

int mw_java_heart_open(struct mw_java_heart *heart, const uint8_t *bytes, int64_t length, uint32_t nano_millivolt_per_count,
                       const struct mw_heart_settings *settings) {
    const struct mw_sensor sensor = {.nano_units_per_count = nano_millivolt_per_count};
    int state = parse_heart(&heart->bundle, bytes, length);
    int result = state < 0 ? state : mw_bundle_check_recipe_digest(&heart->bundle, &mw_host_crypto);
    heart->model = (struct mw_model){.bundle = &heart->bundle};
    if (result == MW_OK) {
        result = mw_model_self_test(&heart->model);
    }
    if (result == MW_OK) {
        result = mw_recipe_start(&heart->recipe, heart->bundle.recipe.bytes, heart->bundle.recipe.length, heart->memory,
                                 (uint32_t)state, &sensor);
    }
    if (result < 0) {
        return result;
    }
    heart->listener = (struct mw_heart_listener){heart, row_of_beat, row_of_event, row_of_second};
    return mw_heart_start(&heart->heart, &heart->model, &heart->recipe, heart->memory + aligned((uint32_t)state) / 8, settings,
                          &heart->listener);
}

int32_t mw_java_heart_samples(struct mw_java_heart *heart, const int16_t *samples, uint32_t count, int32_t *rows,
                              uint32_t capacity) {
    heart->rows = rows;
    heart->capacity = capacity;
    heart->told = 0;
    int result = mw_heart_samples(&heart->heart, samples, count);
    return result < 0 ? result : (int32_t)heart->told;
}
