#include "little_endian.h"
#include "milliwatt/slow.h"
#include "operation.h"

static bool check_moving_median(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                struct mw_step_needs *needs) {
    if (length != 4) {
        return false;
    }
    needs->state_bytes = (uint32_t)sizeof(struct mw_moving_median) + 4 * (uint32_t)p[0];
    return p[0] % 2 == 1 && p[0] <= MW_MEDIAN_MAX_LENGTH && mw_all_zero(p + 1, 3) && source->is_stream;
}

static uint32_t accept_moving_median(const struct mw_step *step, const int32_t *input, uint32_t count,
                                     int32_t *output) {
    for (uint32_t i = 0; i < count; i++) {
        output[i] = mw_moving_median_accept(step->state, step->parameters[0], input[i]);
    }
    return count;
}

static bool check_exponential_smoothing(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                        struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_exponential_smoothing);
    return length == 4 && mw_in_range(p[0], 1, 15) && p[1] <= 7 && mw_all_zero(p + 2, 2) && source->is_stream;
}

static uint32_t accept_exponential_smoothing(const struct mw_step *step, const int32_t *input, uint32_t count,
                                             int32_t *output) {
    const uint8_t *p = step->parameters;
    for (uint32_t i = 0; i < count; i++) {
        output[i] = mw_exponential_smoothing_accept(step->state, input[i], p[0], p[1]);
    }
    return count;
}

static struct mw_plausibility_rule plausibility_rule(const uint8_t *p) {
    struct mw_plausibility_rule rule = {.lowest = mw_read_i32(p),
                                        .highest = mw_read_i32(p + 4),
                                        .largest_change = mw_read_u32(p + 8),
                                        .jumps_to_believe = mw_read_u16(p + 12),
                                        .stuck_after = mw_read_u16(p + 14),
                                        .faults_to_flag = mw_read_u16(p + 16)};
    return rule;
}

static bool check_plausibility(const uint8_t *p, uint32_t length, const struct mw_source *source,
                               struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_plausibility);
    return length == 20 && mw_read_i32(p) <= mw_read_i32(p + 4) && mw_read_u32(p + 8) <= INT32_MAX &&
           mw_read_u16(p + 16) >= 1 && mw_read_u16(p + 18) == 0 && source->is_stream;
}

static uint32_t accept_plausibility(const struct mw_step *step, const int32_t *input, uint32_t count,
                                    int32_t *output) {
    struct mw_plausibility_rule rule = plausibility_rule(step->parameters);
    for (uint32_t i = 0; i < count; i++) {
        output[i] = mw_plausibility_accept(step->state, &rule, input[i]);
    }
    return count;
}

static void end_plausibility(const struct mw_step *step, struct mw_findings *findings) {
    struct mw_plausibility_rule rule = plausibility_rule(step->parameters);
    findings->quality |= mw_plausibility_end_window(step->state, &rule);
}

const struct mw_operation mw_moving_median_operation = {
    .check = check_moving_median, .accept = accept_moving_median, .is_stream = true};
const struct mw_operation mw_exponential_smoothing_operation = {
    .check = check_exponential_smoothing, .accept = accept_exponential_smoothing, .is_stream = true};
const struct mw_operation mw_plausibility_operation = {
    .check = check_plausibility, .accept = accept_plausibility, .end_window = end_plausibility, .is_stream = true};
