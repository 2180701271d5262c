#include "../heart/beat_features.h"
#include "milliwatt/beat_features.h"
#include "milliwatt/dsp.h"
#include "operation.h"

#include <assert.h>

/* The contract tells it. */
static_assert(sizeof(struct mw_beat_features) == 3524, "state of operation 30");

#define SLOWEST_MILLIHERTZ 100000U
#define FASTEST_MILLIHERTZ 1000000U

static bool check_beat_features(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                struct mw_step_needs *needs) {
    (void)p;
    needs->state_bytes = sizeof(struct mw_beat_features);
    needs->array = MW_BEAT_FEATURES;
    return length == 0 && source->operation == MW_OPERATION_QRS && source->decimation == 1 &&
           mw_in_range(source->sample_rate_millihertz, SLOWEST_MILLIHERTZ, FASTEST_MILLIHERTZ) &&
           source->sample_rate_millihertz % 1000 == 0;
}

static uint32_t accept_beat_features(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    const struct mw_beat_sensor sensor = {
        .sample_rate = (int32_t)(mw_recipe_sample_rate_millihertz(step->recipe->section) / 1000),
        .nano_millivolt_per_count = (int32_t)step->recipe->sensor.nano_units_per_count};
    for (uint32_t i = 0; i < count; i++) {
        mw_beat_features_accept(step->state, &sensor, (int16_t)input[i], step->source[i]);
    }
    return 0;
}

static const int32_t *array_of_beat(const struct mw_step *step) {
    const struct mw_beat_features *state = step->state;
    return state->features;
}

const struct mw_operation mw_beat_features_operation = {
    .check = check_beat_features,
    .accept = accept_beat_features,
    .array = array_of_beat,
    .takes_raw = true,
    .one_by_one = true};

bool mw_recipe_next_described_beat(const struct mw_recipe *recipe, uint32_t step, uint32_t *number,
                                   struct mw_described_beat *beat) {
    if (step < 1 || step > recipe->section[MW_RECIPE_STEP_COUNT] ||
        recipe->section[recipe->step_offset[step - 1] + MW_STEP_OPERATION] != MW_OPERATION_BEAT_FEATURES) {
        return false;
    }
    const struct mw_beat_features *state = mw_step_of(recipe, step - 1).state;
    if (state->described == *number) {
        return false;
    }
    beat->number = state->described - 1;
    beat->sample = state->sample_before;
    beat->late = state->late;
    *number = state->described;
    return true;
}
