#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "operation.h"

static bool check_mean_and_deviation(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                     struct mw_step_needs *needs) {
    (void)p;
    needs->state_bytes = sizeof(struct mw_mean_and_deviation);
    return length == 0 && source->is_stream;
}

static uint32_t accept_mean_and_deviation(const struct mw_step *step, const int32_t *input, uint32_t count,
                                          int32_t *output) {
    (void)output;
    for (uint32_t i = 0; i < count; i++) {
        mw_mean_and_deviation_accept(step->state, input[i]);
    }
    return 0;
}

static void end_mean_and_deviation(const struct mw_step *step, struct mw_findings *findings) {
    mw_mean_and_deviation_end_window(step->state, mw_step_samples(step), mw_step_values(step, findings));
}

static bool check_extremes(const uint8_t *p, uint32_t length, const struct mw_source *source,
                           struct mw_step_needs *needs) {
    (void)p;
    needs->state_bytes = sizeof(struct mw_extremes);
    return length == 0 && source->is_stream;
}

static uint32_t accept_extremes(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    for (uint32_t i = 0; i < count; i++) {
        mw_extremes_accept(step->state, input[i]);
    }
    return 0;
}

static void end_extremes(const struct mw_step *step, struct mw_findings *findings) {
    mw_extremes_end_window(step->state, mw_step_values(step, findings));
}

static bool check_zero_crossings(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                 struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_zero_crossings);
    return length == 4 && mw_read_u32(p) <= INT32_MAX && source->is_stream;
}

static uint32_t accept_zero_crossings(const struct mw_step *step, const int32_t *input, uint32_t count,
                                      int32_t *output) {
    (void)output;
    for (uint32_t i = 0; i < count; i++) {
        mw_zero_crossings_accept(step->state, input[i], mw_read_i32(step->parameters));
    }
    return 0;
}

static void end_zero_crossings(const struct mw_step *step, struct mw_findings *findings) {
    mw_zero_crossings_end_window(step->state, mw_step_values(step, findings));
}

static bool check_window_statistics(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                    struct mw_step_needs *needs) {
    if (length != 4 || !mw_in_range(p[1], 2, 64)) {
        return false;
    }
    needs->state_bytes = (uint32_t)sizeof(struct mw_window_statistics) + 4 * (uint32_t)p[1];
    return p[0] < source->values && mw_all_zero(p + 2, 2);
}

static void end_window_statistics(const struct mw_step *step, struct mw_findings *findings) {
    const uint8_t *p = step->parameters;
    mw_window_statistics_end_window(step->state, p[1], mw_step_input_values(step, findings)[p[0]],
                                    mw_step_values(step, findings));
}

const struct mw_operation mw_mean_and_deviation_operation = {
    .check = check_mean_and_deviation,
    .accept = accept_mean_and_deviation,
    .end_window = end_mean_and_deviation,
    .values = MW_DEVIATION_VALUES};
const struct mw_operation mw_extremes_operation = {
    .check = check_extremes, .accept = accept_extremes, .end_window = end_extremes, .values = MW_EXTREMES_VALUES};
const struct mw_operation mw_zero_crossings_operation = {
    .check = check_zero_crossings,
    .accept = accept_zero_crossings,
    .end_window = end_zero_crossings,
    .values = MW_CROSSINGS_VALUES};
const struct mw_operation mw_window_statistics_operation = {
    .check = check_window_statistics, .end_window = end_window_statistics, .values = MW_WINDOWS_VALUES};
