#include "milliwatt/recipe.h"

#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "milliwatt/error.h"
#include "operation.h"
#include "recipe_layout.h"

#include <string.h>

#define FASTEST_SHAFT_MILLIHERTZ 1000000
#define LARGEST_ORDER_Q16 ((uint32_t)1 << 22)
#define LARGEST_NANO_UNITS ((uint32_t)1 << 30)
#define SENSOR_SHIFT 16

/* Samples that go through all steps together: saves looking every step up for every sample, and costs 33 words of stack
 * each. */
#define BLOCK 8

/* Where the stream of the raw samples stands among the steps' streams. */
#define RAW 0

uint16_t mw_recipe_id(const uint8_t *section) {
    return mw_read_u16(section + MW_RECIPE_ID);
}

uint16_t mw_recipe_version(const uint8_t *section) {
    return mw_read_u16(section + MW_RECIPE_VERSION);
}

uint32_t mw_recipe_sample_rate_millihertz(const uint8_t *section) {
    uint32_t period = mw_recipe_sample_period_milliseconds(section);
    if (period == 0) {
        return mw_read_u32(section + MW_RECIPE_SAMPLE_RATE);
    }
    return period < 1000000 ? 1000000 / period : 1;
}

uint32_t mw_recipe_sample_period_milliseconds(const uint8_t *section) {
    uint32_t field = mw_read_u32(section + MW_RECIPE_SAMPLE_RATE);
    return field >= MW_RECIPE_SLOW ? field - MW_RECIPE_SLOW : 0;
}

uint32_t mw_recipe_window_length(const uint8_t *section) {
    return mw_read_u32(section + MW_RECIPE_WINDOW_LENGTH);
}

uint8_t mw_recipe_value_count(const uint8_t *section) {
    return section[MW_RECIPE_OUTPUT_COUNT];
}

uint32_t mw_recipe_object_size(void) {
    return (uint32_t)sizeof(struct mw_recipe);
}

int32_t mw_recipe_state_size(const uint8_t *section, uint32_t length) {
    struct mw_recipe_plan plan;
    int result = mw_recipe_plan(section, length, &plan);
    return result < 0 ? result : (int32_t)plan.state_bytes;
}

uint32_t mw_recipe_array_length(const uint8_t *section, uint32_t length, uint32_t step) {
    struct mw_recipe_plan plan;
    bool holds = mw_recipe_plan(section, length, &plan) == MW_OK;
    return holds && step >= 1 && step <= section[MW_RECIPE_STEP_COUNT] ? plan.array_length[step - 1] : 0;
}

static const struct mw_operation *operation_of(const struct mw_recipe *recipe, uint32_t index) {
    return recipe->operation[index];
}

static bool is_in_range(const struct mw_sensor *sensor) {
    return sensor->nano_units_per_count >= 1 && sensor->nano_units_per_count < LARGEST_NANO_UNITS &&
           sensor->outer_race_order_q16 < LARGEST_ORDER_Q16 && sensor->inner_race_order_q16 < LARGEST_ORDER_Q16 &&
           sensor->ball_defect_order_q16 < LARGEST_ORDER_Q16 && sensor->cage_order_q16 < LARGEST_ORDER_Q16;
}

int mw_recipe_start(struct mw_recipe *recipe, const uint8_t *section, uint32_t length, void *state,
                    uint32_t state_length, const struct mw_sensor *sensor) {
    struct mw_recipe_plan plan;
    int result = mw_recipe_plan(section, length, &plan);
    if (result < 0) {
        return result;
    }
    if (!is_in_range(sensor)) {
        return MW_ERROR_ARGUMENT;
    }
    if (state_length < plan.state_bytes) {
        return MW_ERROR_MEMORY;
    }
    memset(recipe, 0, sizeof *recipe);
    memset(state, 0, plan.state_bytes);
    recipe->section = section;
    recipe->state = state;
    recipe->state_length = plan.state_bytes;
    recipe->sensor = *sensor;
    recipe->outputs_offset = plan.outputs_offset;
    memcpy(recipe->step_offset, plan.step_offset, sizeof recipe->step_offset);
    memcpy(recipe->state_offset, plan.state_offset, sizeof recipe->state_offset);
    memcpy(recipe->decimation, plan.decimation, sizeof recipe->decimation);
    memcpy(recipe->array_length, plan.array_length, sizeof recipe->array_length);
    for (uint32_t i = 0; i < section[MW_RECIPE_STEP_COUNT]; i++) {
        recipe->operation[i] = mw_operation_of(section[plan.step_offset[i] + MW_STEP_OPERATION]);
        recipe->one_by_one = recipe->one_by_one || recipe->operation[i]->one_by_one;
    }
    return MW_OK;
}

void mw_recipe_restart(struct mw_recipe *recipe) {
    memset(recipe->state, 0, recipe->state_length);
    recipe->sample_index = 0;
    recipe->windows_ended = 0;
}

const int32_t *mw_recipe_array(const struct mw_recipe *recipe, uint32_t step, uint32_t *count) {
    *count = step >= 1 && step <= recipe->section[MW_RECIPE_STEP_COUNT] ? recipe->array_length[step - 1] : 0;
    if (*count == 0) {
        return NULL;
    }
    struct mw_step array_step = mw_step_of(recipe, step - 1);
    const int32_t *array = operation_of(recipe, step - 1)->array(&array_step);
    *count = array == NULL ? 0 : *count;
    return array;
}

int mw_recipe_set_shaft_speed(struct mw_recipe *recipe, uint32_t millihertz) {
    if (millihertz > FASTEST_SHAFT_MILLIHERTZ) {
        return MW_ERROR_ARGUMENT;
    }
    recipe->shaft_speed_millihertz = millihertz;
    return MW_OK;
}

/* At most BLOCK samples of one window, through all steps. */
static __attribute__((noinline)) void take(const struct mw_recipe *recipe, const int16_t *samples, uint32_t count) {
    int32_t streams[MW_RECIPE_MAX_STEPS + 1][BLOCK];
    uint8_t counts[MW_RECIPE_MAX_STEPS + 1]; /* at most BLOCK */
    for (uint32_t i = 0; i < count; i++) {
        streams[RAW][i] = samples[i];
    }
    counts[RAW] = (uint8_t)count;
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_STEP_COUNT]; i++) {
        const struct mw_operation *operation = operation_of(recipe, i);
        counts[i + 1] = 0;
        if (operation->accept != NULL) {
            struct mw_step step = mw_step_of(recipe, i);
            uint32_t source = operation->takes_raw ? RAW : step.input;
            step.source = streams[step.input];
            counts[i + 1] = (uint8_t)operation->accept(&step, streams[source], counts[source], streams[i + 1]);
        }
    }
}

/* One sample, through all steps: for recipes with steps that need the stack themselves. */
static __attribute__((noinline)) void take_one(const struct mw_recipe *recipe, int16_t sample) {
    int32_t streams[MW_RECIPE_MAX_STEPS + 1];
    uint8_t counts[MW_RECIPE_MAX_STEPS + 1];
    streams[RAW] = sample;
    counts[RAW] = 1;
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_STEP_COUNT]; i++) {
        const struct mw_operation *operation = operation_of(recipe, i);
        counts[i + 1] = 0;
        if (operation->accept != NULL) {
            struct mw_step step = mw_step_of(recipe, i);
            uint32_t source = operation->takes_raw ? RAW : step.input;
            step.source = streams + step.input;
            counts[i + 1] = (uint8_t)operation->accept(&step, streams + source, counts[source], streams + i + 1);
        }
    }
}

/* Headroom: in sensor units |value| 2^30 / 2^16 * 2^17 is at most 2^62; otherwise |value| 2^31 is. */
static int16_t converted(const uint8_t *output, const struct mw_findings *findings, uint32_t nano_units_per_count) {
    int64_t value = findings->values[output[MW_OUTPUT_STEP] - 1][output[MW_OUTPUT_VALUE]];
    if (output[MW_OUTPUT_FLAGS] == 1) {
        value = value * nano_units_per_count >> SENSOR_SHIFT;
    }
    value *= mw_read_i32(output + MW_OUTPUT_MULTIPLIER);
    return mw_saturate_16(mw_rounding_shift(value, output[MW_OUTPUT_SHIFT]));
}

static void end_window(struct mw_recipe *recipe, struct mw_features *features) {
    struct mw_findings findings;
    memset(&findings, 0, sizeof findings);
    if (recipe->windows_ended < recipe->section[MW_RECIPE_WARM_UP_WINDOWS]) {
        recipe->windows_ended++;
        findings.quality = MW_QUALITY_WARMING_UP;
    }
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_STEP_COUNT]; i++) {
        const struct mw_operation *operation = operation_of(recipe, i);
        if (operation->end_window != NULL) {
            struct mw_step step = mw_step_of(recipe, i);
            operation->end_window(&step, &findings);
        }
    }
    const uint8_t *output = recipe->section + recipe->outputs_offset;
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_OUTPUT_COUNT]; i++) {
        features->values[i] = converted(output, &findings, recipe->sensor.nano_units_per_count);
        output += mw_output_length(output);
    }
    features->quality = findings.quality;
    features->count = recipe->section[MW_RECIPE_OUTPUT_COUNT];
}

uint32_t mw_recipe_forget_baselines(struct mw_recipe *recipe) {
    uint32_t baselines = 0;
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_STEP_COUNT]; i++) {
        const struct mw_operation *operation = operation_of(recipe, i);
        if (operation->forget != NULL) {
            struct mw_step step = mw_step_of(recipe, i);
            operation->forget(&step);
            baselines++;
        }
    }
    return baselines;
}

uint32_t mw_recipe_accept(struct mw_recipe *recipe, const int16_t *samples, uint32_t count,
                          struct mw_features *features) {
    uint32_t window_length = mw_recipe_window_length(recipe->section);
    uint32_t taken = (uint32_t)mw_min(count, window_length - recipe->sample_index);
    features->count = 0;
    for (uint32_t i = 0; recipe->one_by_one && i < taken; i++) {
        take_one(recipe, samples[i]);
    }
    for (uint32_t i = 0; !recipe->one_by_one && i < taken; i += BLOCK) {
        take(recipe, samples + i, taken - i < BLOCK ? taken - i : BLOCK);
    }
    recipe->sample_index += taken;
    if (recipe->sample_index == window_length) {
        recipe->sample_index = 0;
        end_window(recipe, features);
    }
    return taken;
}
