/* What a node calls of recipes and models, to measure what a linker keeps of a build for one domain. Never run. */
#include "milliwatt/bundle.h"
#include "milliwatt/heart.h"
#include "milliwatt/model.h"
#include "milliwatt/recipe.h"
#include "milliwatt/soil.h"
#include "milliwatt/valve.h"

#include <stddef.h>

static struct mw_recipe recipe;
static struct mw_bundle bundle;
static struct mw_features features;
static const struct mw_sensor sensor = {.nano_units_per_count = 1};
static _Alignas(8) uint8_t state[8];
static uint8_t bytes[8];
static int16_t samples[8];
static int32_t values[MW_RECIPE_MAX_VALUES];
static int16_t scores[MW_MAX_CLASSES];
static uint8_t probabilities[MW_MAX_CLASSES];

#ifdef MW_SELECTED_HEART
static struct mw_heart heart;

static int watch(const struct mw_model *model) {
    static const struct mw_heart_settings settings;
    static const struct mw_heart_listener listener;
    int result = mw_heart_fits(&bundle) ? mw_heart_start(&heart, model, &recipe, state, &settings, &listener) : 0;
    return result + mw_heart_samples(&heart, samples, 8);
}
#elif defined(MW_SELECTED_SOIL)
static struct mw_soil soil;
static struct mw_valves valves;

static int watch(const struct mw_model *model) {
    static const struct mw_soil_settings settings;
    static const struct mw_valve_settings limits;
    static const struct mw_valve_listener listener;
    static const struct mw_soil_sample sample;
    struct mw_soil_status status = {.need_tenths = 0};
    int result = mw_soil_fits(&bundle) ? mw_soil_start(&soil, model, &settings, state) : 0;
    result += mw_soil_accept(&soil, &sample, &status) ? 1 : 0;
    mw_soil_expect_rain(&soil, NULL, 0);
    mw_soil_set_lines(&soil, 0, 1, 2);
    result += mw_valves_start(&valves, &limits, &listener, false) + mw_valves_advance(&valves, 0, 0);
    result += mw_valves_command_open(&valves, 1, 1, 1, false) + mw_valves_command_close(&valves, 1, 1);
    result += mw_valves_command_stop(&valves, 1) + mw_valves_command_lift(&valves, 1);
    return result + mw_valves_reading(&valves, status.flags[0]) + (mw_soil_forecast(&soil, 0, scores) ? 1 : 0);
}
#else
static int watch(const struct mw_model *model) { return model == NULL ? 1 : 0; }
#endif

int main(void) {
    struct mw_model model = {.bundle = &bundle};
    uint32_t length = 0;
    int result = mw_bundle_parse(&bundle, bytes, sizeof bytes);
    result += (int)mw_model_scratch_size(&bundle) + mw_model_self_test(&model);
    result += (int)mw_recipe_state_size(bytes, sizeof bytes);
    result += mw_recipe_start(&recipe, bytes, sizeof bytes, state, sizeof state, &sensor);
    result += mw_recipe_set_shaft_speed(&recipe, length);
    result += (int)mw_recipe_accept(&recipe, samples, 8, &features);
    model.array = mw_recipe_array(&recipe, 1, &length);
    result += mw_model_score_window(&model, values, features.count, scores);
    result += watch(&model);
    mw_model_probabilities(&bundle, scores, probabilities);
    return result + mw_model_winner(scores, bundle.classes);
}
