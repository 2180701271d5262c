#include "java_soil.h"

#include "../../src/soil/soil_parts.h"
#include "milliwatt/error.h"

#include <string.h>

struct mw_java_soil {
    struct mw_bundle bundle;
    struct mw_model model;
    struct mw_soil_settings settings;
    struct mw_soil soil;
    uint64_t state[MW_SOIL_STATE_BYTES / sizeof(uint64_t)];
    uint64_t scratch[];
};

static int parse_soil(struct mw_bundle *bundle, const uint8_t *bytes, int64_t length) {
    int result = length < 0 ? MW_ERROR_ARGUMENT : mw_bundle_parse(bundle, bytes, (size_t)length);
    if (result < 0) {
        return result;
    }
    int32_t state = mw_recipe_state_size(bundle->recipe.bytes, bundle->recipe.length);
    if (state < 0) {
        return state;
    }
    return mw_soil_is_watched(bundle) && mw_soil_fits(bundle) ? MW_OK : MW_ERROR_RECIPE;
}

int64_t mw_java_soil_size(const uint8_t *bytes, int64_t length) {
    struct mw_bundle bundle;
    int result = parse_soil(&bundle, bytes, length);
    return result < 0 ? result : (int64_t)(sizeof(struct mw_java_soil) + mw_model_scratch_size(&bundle));
}

int mw_java_soil_open(struct mw_java_soil *soil, const uint8_t *bytes, int64_t length, const struct mw_soil_settings *settings) {
    memset(soil, 0, sizeof *soil);
    int result = parse_soil(&soil->bundle, bytes, length);
    if (result == MW_OK) {
        result = mw_bundle_check_recipe_digest(&soil->bundle, &mw_host_crypto);
    }
    soil->settings = *settings;
    soil->model = (struct mw_model){.bundle = &soil->bundle, .scratch = soil->scratch};
    if (result == MW_OK) {
        result = mw_model_self_test(&soil->model);
    }
    return result < 0 ? result : mw_soil_start(&soil->soil, &soil->model, &soil->settings, soil->state);
}

int mw_java_soil_accept(struct mw_java_soil *soil, const struct mw_soil_sample *sample, int32_t row[MW_JAVA_SOIL_ROW]) {
    struct mw_soil_status status;
    if (!mw_soil_accept(&soil->soil, sample, &status)) {
        return 0;
    }
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS; i++) {
        row[i] = status.flags[i];
    }
    row[4] = status.need_tenths;
    row[5] = status.refill_tenths;
    row[6] = status.day_ended ? 1 : 0;
    row[7] = status.report ? 1 : 0;
    return 1;
}

int mw_java_soil_forecast(const struct mw_java_soil *soil, uint32_t depth, int16_t changes[MW_SOIL_HORIZONS]) {
    return mw_soil_forecast(&soil->soil, depth, changes) ? 1 : 0;
}

int mw_java_soil_inputs(const struct mw_java_soil *soil, uint32_t depth, int16_t inputs[MW_SOIL_FEATURES]) {
    return mw_soil_inputs(&soil->soil, depth, inputs) ? 1 : 0;
}

void mw_java_soil_expect_rain(struct mw_java_soil *soil, const uint16_t *tenths, int64_t first_day) {
    mw_soil_expect_rain(&soil->soil, tenths, first_day);
}

void mw_java_soil_set_lines(struct mw_java_soil *soil, uint32_t depth, int32_t refill, int32_t full) {
    mw_soil_set_lines(&soil->soil, depth, (int16_t)refill, (int16_t)full);
}

void mw_java_soil_forget(struct mw_java_soil *soil) { mw_soil_forget(&soil->soil); }

void mw_java_sun(int32_t latitude_centidegrees, uint32_t day_of_year, int32_t result[2]) {
    struct mw_sun sun = mw_sun_at((int16_t)latitude_centidegrees, day_of_year);
    result[0] = sun.day_length_minutes;
    result[1] = sun.radiation;
}

int32_t mw_java_day_of_year(int64_t epoch_day) { return (int32_t)mw_day_of_year(epoch_day); }
