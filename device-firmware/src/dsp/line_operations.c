#include "little_endian.h"
#include "milliwatt/spectrum.h"
#include "operation.h"

#define LONGEST_SPECTRUM 2048

static bool check_log_spectrum(const uint8_t *p, uint32_t length, const struct mw_source *source,
                               struct mw_step_needs *needs) {
    if (length != 4) {
        return false;
    }
    uint32_t points = mw_read_u16(p);
    needs->state_bytes = 8 + 4 * points;
    needs->array = points / 2;
    return mw_in_range(points, 16, LONGEST_SPECTRUM) && (points & (points - 1)) == 0 && p[2] <= 7 && p[3] == 0 &&
           source->is_stream && source->samples <= points;
}

static uint32_t accept_log_spectrum(const struct mw_step *step, const int32_t *input, uint32_t count,
                                    int32_t *output) {
    (void)output;
    for (uint32_t i = 0; i < count; i++) {
        mw_log_spectrum_accept(step->state, input[i]);
    }
    return 0;
}

static void end_log_spectrum(const struct mw_step *step, struct mw_findings *findings) {
    (void)findings;
    const uint8_t *p = step->parameters;
    mw_log_spectrum_end_window(step->state, mw_step_samples(step), mw_read_u16(p), p[2]);
}

static const int32_t *log_spectrum(const struct mw_step *step) {
    const struct mw_log_spectrum *state = step->state;
    return state->values;
}

static struct mw_spectrum_axis axis_of(const struct mw_step *spectrum) {
    struct mw_spectrum_axis axis = {
        .length = mw_read_u16(spectrum->parameters),
        .decimation = spectrum->recipe->decimation[spectrum->index],
        .sample_rate_millihertz = mw_recipe_sample_rate_millihertz(spectrum->recipe->section)};
    return axis;
}

static bool check_local_floor(const uint8_t *p, uint32_t length, const struct mw_source *source,
                              struct mw_step_needs *needs) {
    if (length != 16) {
        return false;
    }
    needs->state_bytes = 24 + 4 * (uint32_t)p[10];
    return mw_in_range(mw_read_u32(p), 1, 1 << 24) && mw_read_u32(p + 4) <= 1 << 24 && p[8] >= 1 && p[9] >= 1 &&
           p[10] >= 2 && p[11] == 0 && mw_in_range(mw_read_u32(p + 12), 1, INT32_MAX) &&
           source->operation == MW_OPERATION_LOG_SPECTRUM;
}

static void end_local_floor(const struct mw_step *step, struct mw_findings *findings) {
    (void)findings;
    const uint8_t *p = step->parameters;
    struct mw_floor_grid grid = {.step_order_q16 = mw_read_u32(p),
                                 .half_width_order_q16 = mw_read_u32(p + 4),
                                 .limit_orders = p[8],
                                 .minimum_half_width_bins = p[9],
                                 .points = p[10],
                                 .limit_millihertz = mw_read_u32(p + 12)};
    struct mw_step spectrum = mw_step_of(step->recipe, step->input - 1);
    struct mw_spectrum_axis axis = axis_of(&spectrum);
    mw_local_floor_end_window(step->state, &grid, log_spectrum(&spectrum), &axis,
                              step->recipe->shaft_speed_millihertz);
}

static bool check_line_score(const uint8_t *p, uint32_t length, const struct mw_source *source,
                             struct mw_step_needs *needs) {
    (void)needs;
    if (length < 4 || !mw_in_range(p[0], 1, 32) || length != 4 + 4 * (uint32_t)p[0] || p[1] > 100) {
        return false;
    }
    for (const uint8_t *line = p + 4; line < p + length; line += 4) {
        if (line[0] >= MW_ORDER_REFERENCES || !mw_in_range(line[1], 1, 127) || line[2] >= MW_ORDER_REFERENCES) {
            return false;
        }
    }
    return source->operation == MW_OPERATION_LOCAL_FLOOR;
}

static void end_line_score(const struct mw_step *step, struct mw_findings *findings) {
    const uint8_t *p = step->parameters;
    struct mw_step floor_step = mw_step_of(step->recipe, step->input - 1);
    struct mw_step spectrum = mw_step_of(step->recipe, floor_step.input - 1);
    const struct mw_sensor *sensor = &step->recipe->sensor;
    const int64_t orders_q16[MW_ORDER_REFERENCES] = {
        sensor->outer_race_order_q16,  sensor->inner_race_order_q16, sensor->ball_defect_order_q16,
        sensor->cage_order_q16, 65536};
    struct mw_line_search search = {
        .lines = p + 4, .count = p[0], .slip_steps = p[1], .slip_step_q20 = mw_read_u16(p + 2)};
    mw_step_values(step, findings)[0] = mw_line_score(floor_step.state, log_spectrum(&spectrum),
                                                      axis_of(&spectrum).length / 2, &search, orders_q16);
}

static bool check_shaft_speed(const uint8_t *p, uint32_t length, const struct mw_source *source,
                              struct mw_step_needs *needs) {
    (void)p;
    (void)needs;
    return length == 0 && source->operation == 0;
}

static void end_shaft_speed(const struct mw_step *step, struct mw_findings *findings) {
    mw_step_values(step, findings)[0] = (int32_t)step->recipe->shaft_speed_millihertz;
}

const struct mw_operation mw_log_spectrum_operation = {
    .check = check_log_spectrum,
    .accept = accept_log_spectrum,
    .end_window = end_log_spectrum,
    .array = log_spectrum};
const struct mw_operation mw_local_floor_operation = {.check = check_local_floor, .end_window = end_local_floor};
const struct mw_operation mw_line_score_operation = {
    .check = check_line_score, .end_window = end_line_score, .values = 1};
const struct mw_operation mw_shaft_speed_operation = {
    .check = check_shaft_speed, .end_window = end_shaft_speed, .values = 1};
