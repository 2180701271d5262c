#include "milliwatt/recipe.h"

#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "milliwatt/error.h"
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
    return mw_read_u32(section + MW_RECIPE_SAMPLE_RATE);
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
    recipe->sensor = *sensor;
    recipe->outputs_offset = plan.outputs_offset;
    memcpy(recipe->step_offset, plan.step_offset, sizeof recipe->step_offset);
    memcpy(recipe->state_offset, plan.state_offset, sizeof recipe->state_offset);
    memcpy(recipe->decimation, plan.decimation, sizeof recipe->decimation);
    return MW_OK;
}

int mw_recipe_set_shaft_speed(struct mw_recipe *recipe, uint32_t millihertz) {
    if (millihertz > FASTEST_SHAFT_MILLIHERTZ) {
        return MW_ERROR_ARGUMENT;
    }
    recipe->shaft_speed_millihertz = millihertz;
    return MW_OK;
}

static void *state_of(const struct mw_recipe *recipe, uint32_t index) {
    return recipe->state + recipe->state_offset[index];
}

static struct mw_quality_thresholds quality_thresholds(const uint8_t *p) {
    struct mw_quality_thresholds thresholds;
    thresholds.clip_level_counts = mw_read_u16(p);
    thresholds.clipped_samples = mw_read_u16(p + 2);
    thresholds.flat_range_counts = mw_read_u16(p + 4);
    thresholds.level_fraction_bits = p[6];
    thresholds.stopped_below_nano_units = mw_read_u32(p + 8);
    thresholds.stopped_below_millihertz = mw_read_u32(p + 12);
    return thresholds;
}

static unsigned section_count(const uint8_t *step) {
    return (mw_read_u16(step + MW_STEP_LENGTH) - (unsigned)MW_STEP_PARAMETERS) / 20;
}

/* Gives values of its input to a step; returns how many it put into `output`. */
static uint32_t process(const struct mw_recipe *recipe, uint32_t index, const int32_t *input, uint32_t count,
                        int32_t *output) {
    const uint8_t *step = recipe->section + recipe->step_offset[index];
    const uint8_t *p = step + MW_STEP_PARAMETERS;
    void *state = state_of(recipe, index);
    uint32_t given = 0;
    switch (step[MW_STEP_OPERATION]) {
    case MW_OPERATION_MEAN_REMOVAL:
        for (; given < count; given++) {
            output[given] = mw_mean_removal_accept(state, (int16_t)input[given], p[0], p[1]);
        }
        break;
    case MW_OPERATION_BIQUADS:
        memcpy(output, input, count * sizeof *output);
        mw_biquad_cascade_filter(state, p, section_count(step), output, count);
        given = count;
        break;
    case MW_OPERATION_WHITENING:
        for (; given < count; given++) {
            output[given] = mw_whitening_accept(state, p[0], input[given]);
        }
        break;
    case MW_OPERATION_SQUARE:
        for (; given < count; given++) {
            output[given] = mw_square(input[given], p[0]);
        }
        break;
    case MW_OPERATION_DECIMATING_FIR: {
        struct mw_fir_taps fir = {.taps = p + 4, .count = mw_read_u16(p + 2), .factor = p[0], .shift = p[1]};
        for (uint32_t i = 0; i < count; i++) {
            given += mw_decimating_fir_accept(state, &fir, input[i], output + given) ? 1 : 0;
        }
        break;
    }
    case MW_OPERATION_ENERGY:
        for (uint32_t i = 0; i < count; i++) {
            mw_energy_accept(state, input[i]);
        }
        break;
    case MW_OPERATION_MOMENTS:
        for (uint32_t i = 0; i < count; i++) {
            mw_moments_accept(state, input[i], p[0]);
        }
        break;
    case MW_OPERATION_SIGNAL_QUALITY: {
        struct mw_quality_thresholds thresholds = quality_thresholds(p);
        for (uint32_t i = 0; i < count; i++) {
            mw_signal_quality_accept(state, &thresholds, (int16_t)input[i]);
        }
        break;
    }
    case MW_OPERATION_LOG_SPECTRUM:
        for (uint32_t i = 0; i < count; i++) {
            mw_log_spectrum_accept(state, input[i]);
        }
        break;
    default:
        break;
    }
    return given;
}

static bool takes_values(unsigned operation) {
    return operation != MW_OPERATION_BASELINE_ANOMALY && operation != MW_OPERATION_LOCAL_FLOOR &&
           operation != MW_OPERATION_LINE_SCORE && operation != MW_OPERATION_SHAFT_SPEED;
}

/* At most BLOCK samples of one window, through all steps. */
static void take(const struct mw_recipe *recipe, const int16_t *samples, uint32_t count) {
    int32_t streams[MW_RECIPE_MAX_STEPS + 1][BLOCK];
    uint32_t counts[MW_RECIPE_MAX_STEPS + 1];
    for (uint32_t i = 0; i < count; i++) {
        streams[RAW][i] = samples[i];
    }
    counts[RAW] = count;
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_STEP_COUNT]; i++) {
        const uint8_t *step = recipe->section + recipe->step_offset[i];
        unsigned operation = step[MW_STEP_OPERATION];
        unsigned source = operation == MW_OPERATION_SIGNAL_QUALITY ? RAW : step[MW_STEP_INPUT];
        counts[i + 1] =
            takes_values(operation) ? process(recipe, i, streams[source], counts[source], streams[i + 1]) : 0;
    }
}

/* The window being finished: what its steps have found so far. */
struct findings {
    int32_t values[MW_RECIPE_MAX_STEPS][MW_STEP_MAX_VALUES];
    uint16_t quality;
};

static uint16_t end_baseline_anomaly(const struct mw_recipe *recipe, uint32_t index, const uint8_t *p,
                                     const int32_t *input, struct findings *findings) {
    struct mw_baseline_anomaly *state = state_of(recipe, index);
    struct mw_baseline_rule rule = {.smallest_spread = mw_read_u16(p + 2),
                                    .drift_q8 = mw_read_u16(p + 4),
                                    .score_limit_q8 = mw_read_u16(p + 6),
                                    .cumulative_limit_q8 = mw_read_i32(p + 8),
                                    .windows_to_learn = p[1],
                                    .unlearnable_flags = p[12],
                                    .unjudgeable_flags = p[13]};
    uint16_t quality = mw_baseline_anomaly_end_window(state, &rule, input[p[0]], findings->quality);
    findings->values[index][0] = state->cumulative_q8;
    findings->values[index][1] = state->score_q8;
    return quality;
}

static struct mw_spectrum_axis axis_of(const struct mw_recipe *recipe, uint32_t spectrum) {
    struct mw_spectrum_axis axis;
    axis.length = mw_read_u16(recipe->section + recipe->step_offset[spectrum] + MW_STEP_PARAMETERS);
    axis.decimation = recipe->decimation[spectrum];
    axis.sample_rate_millihertz = mw_recipe_sample_rate_millihertz(recipe->section);
    return axis;
}

static void end_local_floor(const struct mw_recipe *recipe, uint32_t index, const uint8_t *p, uint32_t spectrum) {
    struct mw_floor_grid grid = {.step_order_q16 = mw_read_u32(p),
                                 .half_width_order_q16 = mw_read_u32(p + 4),
                                 .limit_orders = p[8],
                                 .minimum_half_width_bins = p[9],
                                 .points = p[10],
                                 .limit_millihertz = mw_read_u32(p + 12)};
    struct mw_spectrum_axis axis = axis_of(recipe, spectrum);
    struct mw_log_spectrum *bins = state_of(recipe, spectrum);
    mw_local_floor_end_window(state_of(recipe, index), &grid, bins->values, &axis, recipe->shaft_speed_millihertz);
}

static int32_t end_line_score(const struct mw_recipe *recipe, const uint8_t *p, uint32_t floor_index) {
    uint32_t spectrum = recipe->section[recipe->step_offset[floor_index] + MW_STEP_INPUT] - 1u;
    const struct mw_log_spectrum *bins = state_of(recipe, spectrum);
    const struct mw_sensor *sensor = &recipe->sensor;
    const int64_t orders_q16[MW_ORDER_REFERENCES] = {
        sensor->outer_race_order_q16,  sensor->inner_race_order_q16, sensor->ball_defect_order_q16,
        sensor->cage_order_q16, 65536};
    struct mw_line_search search = {
        .lines = p + 4, .count = p[0], .slip_steps = p[1], .slip_step_q20 = mw_read_u16(p + 2)};
    return mw_line_score(state_of(recipe, floor_index), bins->values, axis_of(recipe, spectrum).length / 2, &search,
                         orders_q16);
}

static void end_step(const struct mw_recipe *recipe, uint32_t index, struct findings *findings) {
    const uint8_t *step = recipe->section + recipe->step_offset[index];
    const uint8_t *p = step + MW_STEP_PARAMETERS;
    uint32_t input = step[MW_STEP_INPUT];
    const int32_t *input_values = input == 0 ? NULL : findings->values[input - 1];
    uint32_t samples = mw_recipe_window_length(recipe->section) / recipe->decimation[index];
    void *state = state_of(recipe, index);
    int32_t *values = findings->values[index];
    switch (step[MW_STEP_OPERATION]) {
    case MW_OPERATION_WHITENING:
        mw_whitening_end_window(state, p[0], p[1]);
        break;
    case MW_OPERATION_ENERGY:
        mw_energy_end_window(state, samples, values);
        break;
    case MW_OPERATION_MOMENTS:
        mw_moments_end_window(state, samples, values);
        break;
    case MW_OPERATION_SIGNAL_QUALITY: {
        struct mw_quality_thresholds thresholds = quality_thresholds(p);
        uint16_t flags = mw_signal_quality_end_window(state, &thresholds, input_values[0],
                                                      recipe->sensor.nano_units_per_count,
                                                      recipe->shaft_speed_millihertz);
        values[0] = flags;
        findings->quality |= flags;
        break;
    }
    case MW_OPERATION_BASELINE_ANOMALY:
        findings->quality = end_baseline_anomaly(recipe, index, p, input_values, findings);
        break;
    case MW_OPERATION_LOG_SPECTRUM:
        mw_log_spectrum_end_window(state, samples, mw_read_u16(p), p[2]);
        break;
    case MW_OPERATION_LOCAL_FLOOR:
        end_local_floor(recipe, index, p, input - 1);
        break;
    case MW_OPERATION_LINE_SCORE:
        values[0] = end_line_score(recipe, p, input - 1);
        break;
    case MW_OPERATION_SHAFT_SPEED:
        values[0] = (int32_t)recipe->shaft_speed_millihertz;
        break;
    default:
        break;
    }
}

/* Headroom: in sensor units |value| 2^30 / 2^16 * 2^17 is at most 2^62; otherwise |value| 2^31 is. */
static int16_t converted(const uint8_t *output, const struct findings *findings, uint32_t nano_units_per_count) {
    int64_t value = findings->values[output[MW_OUTPUT_STEP] - 1][output[MW_OUTPUT_VALUE]];
    if (output[MW_OUTPUT_FLAGS] == 1) {
        value = value * nano_units_per_count >> SENSOR_SHIFT;
    }
    value *= mw_read_i32(output + MW_OUTPUT_MULTIPLIER);
    return mw_saturate_16(mw_rounding_shift(value, output[MW_OUTPUT_SHIFT]));
}

static void end_window(struct mw_recipe *recipe, struct mw_features *features) {
    struct findings findings;
    memset(&findings, 0, sizeof findings);
    if (recipe->windows_ended < recipe->section[MW_RECIPE_WARM_UP_WINDOWS]) {
        recipe->windows_ended++;
        findings.quality = MW_QUALITY_WARMING_UP;
    }
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_STEP_COUNT]; i++) {
        end_step(recipe, i, &findings);
    }
    const uint8_t *output = recipe->section + recipe->outputs_offset;
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_OUTPUT_COUNT]; i++) {
        features->values[i] = converted(output, &findings, recipe->sensor.nano_units_per_count);
        output += mw_output_length(output);
    }
    features->quality = findings.quality;
    features->count = recipe->section[MW_RECIPE_OUTPUT_COUNT];
}

uint32_t mw_recipe_accept(struct mw_recipe *recipe, const int16_t *samples, uint32_t count,
                          struct mw_features *features) {
    uint32_t window_length = mw_recipe_window_length(recipe->section);
    uint32_t taken = (uint32_t)mw_min(count, window_length - recipe->sample_index);
    features->count = 0;
    for (uint32_t i = 0; i < taken; i += BLOCK) {
        take(recipe, samples + i, taken - i < BLOCK ? taken - i : BLOCK);
    }
    recipe->sample_index += taken;
    if (recipe->sample_index == window_length) {
        recipe->sample_index = 0;
        end_window(recipe, features);
    }
    return taken;
}
