#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "milliwatt/slow.h"
#include "operation.h"

static void warming_up_unless(bool ready, struct mw_findings *findings) {
    if (!ready) {
        findings->quality |= MW_QUALITY_WARMING_UP;
    }
}

static bool slope_fits(uint32_t slope_length, uint32_t fraction_bits, struct mw_step_needs *needs) {
    needs->state_bytes = (uint32_t)sizeof(struct mw_slope) + 4 * slope_length;
    return mw_in_range(slope_length, 2, MW_SLOPE_MAX_LENGTH) && fraction_bits <= 16;
}

static bool check_slope(const uint8_t *p, uint32_t length, const struct mw_source *source,
                        struct mw_step_needs *needs) {
    return length == 4 && slope_fits(p[0], p[1], needs) && mw_all_zero(p + 2, 2) && source->is_stream;
}

static uint32_t accept_slope(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    for (uint32_t i = 0; i < count; i++) {
        mw_slope_accept(step->state, step->parameters[0], input[i]);
    }
    return 0;
}

static void end_slope(const struct mw_step *step, struct mw_findings *findings) {
    const uint8_t *p = step->parameters;
    warming_up_unless(mw_slope_end_window(step->state, p[0], p[1], mw_step_values(step, findings)), findings);
}

static bool check_window_slope(const uint8_t *p, uint32_t length, const struct mw_source *source,
                               struct mw_step_needs *needs) {
    return length == 4 && slope_fits(p[0], p[1], needs) && p[2] < source->values && p[3] == 0;
}

static void end_window_slope(const struct mw_step *step, struct mw_findings *findings) {
    const uint8_t *p = step->parameters;
    mw_slope_accept(step->state, p[0], mw_step_input_values(step, findings)[p[2]]);
    warming_up_unless(mw_slope_end_window(step->state, p[0], p[1], mw_step_values(step, findings)), findings);
}

static bool check_day(const uint8_t *p, uint32_t length, const struct mw_source *source, struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_day);
    return length == 4 && mw_read_u16(p) >= 1 && mw_all_zero(p + 2, 2) && source->is_stream;
}

static uint32_t accept_day(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    for (uint32_t i = 0; i < count; i++) {
        mw_day_accept(step->state, mw_read_u16(step->parameters), input[i]);
    }
    return 0;
}

static void end_day(const struct mw_step *step, struct mw_findings *findings) {
    warming_up_unless(mw_day_end_window(step->state, mw_step_values(step, findings)), findings);
}

static struct mw_degree_day_rule degree_day_rule(const uint8_t *p) {
    struct mw_degree_day_rule rule = {.base = mw_read_i32(p + 4),
                                      .upper = mw_read_i32(p + 8),
                                      .values_per_day = mw_read_u16(p),
                                      .method = p[2]};
    return rule;
}

static bool check_degree_days(const uint8_t *p, uint32_t length, const struct mw_source *source,
                              struct mw_step_needs *needs) {
    if (length != 12) {
        return false;
    }
    struct mw_degree_day_rule rule = degree_day_rule(p);
    needs->state_bytes = sizeof(struct mw_degree_days);
    return rule.values_per_day >= 1 && rule.method <= MW_DEGREE_DAYS_READINGS && p[3] == 0 &&
           rule.base >= -MW_MAX_24 && rule.base <= rule.upper && rule.upper <= MW_MAX_24 && source->is_stream;
}

static uint32_t accept_degree_days(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    struct mw_degree_day_rule rule = degree_day_rule(step->parameters);
    for (uint32_t i = 0; i < count; i++) {
        mw_degree_days_accept(step->state, &rule, input[i]);
    }
    return 0;
}

static void end_degree_days(const struct mw_step *step, struct mw_findings *findings) {
    mw_degree_days_end_window(step->state, mw_step_values(step, findings));
}

static bool check_level(const uint8_t *p, uint32_t length, const struct mw_source *source,
                        struct mw_step_needs *needs) {
    (void)p;
    needs->state_bytes = sizeof(struct mw_level);
    return length == 0 && source->is_stream;
}

static uint32_t accept_level(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    for (uint32_t i = 0; i < count; i++) {
        mw_level_accept(step->state, input[i]);
    }
    return 0;
}

static void end_level(const struct mw_step *step, struct mw_findings *findings) {
    mw_level_end_window(step->state, mw_step_values(step, findings));
}

const struct mw_operation mw_slope_operation = {
    .check = check_slope, .accept = accept_slope, .end_window = end_slope, .values = MW_SLOPE_VALUES};
const struct mw_operation mw_window_slope_operation = {
    .check = check_window_slope, .end_window = end_window_slope, .values = MW_SLOPE_VALUES};
const struct mw_operation mw_day_operation = {
    .check = check_day, .accept = accept_day, .end_window = end_day, .values = MW_DAY_VALUES};
const struct mw_operation mw_degree_days_operation = {
    .check = check_degree_days,
    .accept = accept_degree_days,
    .end_window = end_degree_days,
    .values = MW_DEGREE_DAYS_VALUES};
const struct mw_operation mw_level_operation = {
    .check = check_level, .accept = accept_level, .end_window = end_level, .values = MW_LEVEL_VALUES};

void mw_recipe_start_season(struct mw_recipe *recipe) {
    for (uint32_t i = 0; i < recipe->section[MW_RECIPE_STEP_COUNT]; i++) {
        if (recipe->section[recipe->step_offset[i] + MW_STEP_OPERATION] == MW_OPERATION_DEGREE_DAYS) {
            mw_degree_days_start_season(mw_step_of(recipe, i).state);
        }
    }
}
