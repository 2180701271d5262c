#include "little_endian.h"
#include "milliwatt/error.h"
#include "operation.h"
#include "recipe_layout.h"

#include <string.h>

/* Every multiple of 4 up to the longest section that steps and outputs within their limits can fill. */
#define LONGEST_SECTION 16384

static int plan_header(const uint8_t *section, uint32_t length) {
    if (length < MW_RECIPE_HEADER_BYTES) {
        return MW_ERROR_TRUNCATED;
    }
    if (mw_read_u16(section + MW_RECIPE_FORMAT) != MW_RECIPE_FORMAT_VERSION) {
        return MW_ERROR_VERSION;
    }
    uint32_t announced = mw_read_u32(section + MW_RECIPE_LENGTH);
    if (announced != length) {
        return announced > length ? MW_ERROR_TRUNCATED : MW_ERROR_FORMAT;
    }
    uint32_t rate_or_period = mw_read_u32(section + MW_RECIPE_SAMPLE_RATE) & ~MW_RECIPE_SLOW;
    uint32_t window_length = mw_read_u32(section + MW_RECIPE_WINDOW_LENGTH);
    uint8_t unit = section[MW_RECIPE_UNIT];
    uint8_t steps = section[MW_RECIPE_STEP_COUNT];
    uint8_t outputs = section[MW_RECIPE_OUTPUT_COUNT];
    bool fits = length <= LONGEST_SECTION && mw_recipe_id(section) >= 1 && mw_recipe_version(section) >= 1 &&
                unit >= 1 && unit <= MW_RECIPE_LAST_UNIT && rate_or_period >= 1 && window_length >= 1 &&
                window_length <= 65535 && steps >= 1 && steps <= MW_RECIPE_MAX_STEPS && outputs >= 1 &&
                outputs <= MW_RECIPE_MAX_VALUES && mw_read_u16(section + MW_RECIPE_RESERVED) == 0;
    return fits ? MW_OK : MW_ERROR_FORMAT;
}

/* `index` is the step's number less one; `step` is known to have its four head bytes. */
static int plan_step(const uint8_t *section, uint32_t index, const uint8_t *step, struct mw_recipe_plan *plan) {
    const struct mw_operation *operation = mw_operation_of(step[MW_STEP_OPERATION]);
    uint32_t input = step[MW_STEP_INPUT];
    if (operation == NULL) {
        return MW_ERROR_UNSUPPORTED;
    }
    if (input > index) {
        return MW_ERROR_FORMAT;
    }
    const uint8_t *parameters = step + MW_STEP_PARAMETERS;
    uint32_t parameters_length = (uint32_t)mw_read_u16(step + MW_STEP_LENGTH) - MW_STEP_PARAMETERS;
    uint32_t decimation = input == 0 ? 1 : plan->decimation[input - 1];
    uint32_t window_length = mw_recipe_window_length(section);
    struct mw_source source = {.is_stream = true,
                               .samples = window_length / decimation,
                               .decimation = decimation,
                               .sample_rate_millihertz = mw_recipe_sample_rate_millihertz(section)};
    if (input > 0) {
        source.operation = section[plan->step_offset[input - 1] + MW_STEP_OPERATION];
        source.is_stream = mw_operation_of(source.operation)->is_stream;
        source.values = mw_operation_of(source.operation)->values;
        source.array = plan->array_length[input - 1];
    }
    struct mw_step_needs needs = {.factor = 1};
    if (!operation->check(parameters, parameters_length, &source, &needs)) {
        return MW_ERROR_FORMAT;
    }
    decimation *= needs.factor;
    if (decimation > MW_RECIPE_MAX_DECIMATION || window_length % decimation != 0) {
        return MW_ERROR_FORMAT;
    }
    plan->step_offset[index] = (uint16_t)(step - section);
    plan->state_offset[index] = plan->state_bytes;
    plan->decimation[index] = decimation;
    plan->array_length[index] = (uint16_t)needs.array;
    plan->state_bytes += (needs.state_bytes + 7) & ~7u;
    return MW_OK;
}

static bool is_printable(const uint8_t *text, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        if (text[i] < 0x20 || text[i] > 0x7E) {
            return false;
        }
    }
    return true;
}

/* `output` is known to be complete. */
static int check_output(const uint8_t *section, const uint8_t *output, const struct mw_recipe_plan *plan) {
    uint32_t name = output[MW_OUTPUT_NAME_LENGTH];
    uint32_t text = name + output[MW_OUTPUT_UNIT_LENGTH];
    uint32_t step = output[MW_OUTPUT_STEP];
    uint32_t multiplier = mw_read_u32(output + MW_OUTPUT_MULTIPLIER);
    uint32_t divisor = mw_read_u32(output + MW_OUTPUT_DIVISOR);
    bool in_sensor_units = output[MW_OUTPUT_FLAGS] == 1;
    if (name < 1 || name > 31 || text - name > 31 || !is_printable(output + MW_OUTPUT_TEXT, text)) {
        return MW_ERROR_FORMAT;
    }
    for (const uint8_t *padding = output + MW_OUTPUT_TEXT + text; padding < output + mw_output_length(output);
         padding++) {
        if (*padding != 0) {
            return MW_ERROR_FORMAT;
        }
    }
    if (step < 1 || step > section[MW_RECIPE_STEP_COUNT]) {
        return MW_ERROR_FORMAT;
    }
    bool fits = output[MW_OUTPUT_VALUE] < mw_operation_of(section[plan->step_offset[step - 1] + MW_STEP_OPERATION])->values &&
                output[MW_OUTPUT_FLAGS] <= 1 && output[MW_OUTPUT_SHIFT] <= 62 && multiplier >= 1 &&
                multiplier <= (in_sensor_units ? (1 << 17) - 1 : INT32_MAX) && divisor >= 1 && divisor <= INT32_MAX;
    return fits ? MW_OK : MW_ERROR_FORMAT;
}

int mw_recipe_plan(const uint8_t *section, uint32_t length, struct mw_recipe_plan *plan) {
    memset(plan, 0, sizeof *plan);
    int result = plan_header(section, length);
    if (result < 0) {
        return result;
    }
    uint32_t at = MW_RECIPE_HEADER_BYTES;
    for (uint32_t i = 0; i < section[MW_RECIPE_STEP_COUNT]; i++) {
        if (length - at < MW_STEP_PARAMETERS) {
            return MW_ERROR_TRUNCATED;
        }
        uint32_t step_length = mw_read_u16(section + at + MW_STEP_LENGTH);
        if (step_length < MW_STEP_PARAMETERS || step_length % 4 != 0) {
            return MW_ERROR_FORMAT;
        }
        if (length - at < step_length) {
            return MW_ERROR_TRUNCATED;
        }
        result = plan_step(section, i, section + at, plan);
        if (result < 0) {
            return result;
        }
        at += step_length;
    }
    plan->outputs_offset = at;
    for (uint32_t i = 0; i < section[MW_RECIPE_OUTPUT_COUNT]; i++) {
        if (length - at < MW_OUTPUT_TEXT || length - at < mw_output_length(section + at)) {
            return MW_ERROR_TRUNCATED;
        }
        result = check_output(section, section + at, plan);
        if (result < 0) {
            return result;
        }
        at += mw_output_length(section + at);
    }
    return at == length ? MW_OK : MW_ERROR_FORMAT;
}
