/* What a node calls of recipes and models, to measure what a linker keeps of a build for one domain. Never run. */
#include "milliwatt/bundle.h"
#include "milliwatt/heart.h"
#include "milliwatt/model.h"
#include "milliwatt/recipe.h"

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
