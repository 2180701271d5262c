#include "milliwatt/dsp.h"
#include "operation.h"

static bool check_absolute_value(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                 struct mw_step_needs *needs) {
    (void)p;
    (void)needs;
    return length == 0 && source->is_stream;
}

static uint32_t accept_absolute_value(const struct mw_step *step, const int32_t *input, uint32_t count,
                                      int32_t *output) {
    (void)step;
    for (uint32_t i = 0; i < count; i++) {
        output[i] = mw_absolute_value(input[i]);
    }
    return count;
}

static bool check_envelope(const uint8_t *p, uint32_t length, const struct mw_source *source,
                           struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_envelope);
    return length == 4 && p[0] <= 15 && p[1] <= 15 && mw_all_zero(p + 2, 2) && source->is_stream;
}

static uint32_t accept_envelope(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    for (uint32_t i = 0; i < count; i++) {
        output[i] = mw_envelope_accept(step->state, input[i], step->parameters[0], step->parameters[1]);
    }
    return count;
}

static bool check_moving(const uint8_t *p, uint32_t length, const struct mw_source *source,
                         struct mw_step_needs *needs, uint32_t most_fraction_bits) {
    if (length != 4 || !mw_in_range(p[0], 1, 10)) {
        return false;
    }
    needs->state_bytes = (uint32_t)sizeof(struct mw_moving_sum) + ((uint32_t)4 << p[0]);
    return p[1] <= most_fraction_bits && mw_all_zero(p + 2, 2) && source->is_stream;
}

static bool check_moving_average(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                 struct mw_step_needs *needs) {
    return check_moving(p, length, source, needs, 0);
}

static uint32_t accept_moving_average(const struct mw_step *step, const int32_t *input, uint32_t count,
                                      int32_t *output) {
    for (uint32_t i = 0; i < count; i++) {
        output[i] = mw_moving_average_accept(step->state, input[i], step->parameters[0]);
    }
    return count;
}

static bool check_moving_rms(const uint8_t *p, uint32_t length, const struct mw_source *source,
                             struct mw_step_needs *needs) {
    return check_moving(p, length, source, needs, 8);
}

static uint32_t accept_moving_rms(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    for (uint32_t i = 0; i < count; i++) {
        output[i] = mw_moving_rms_accept(step->state, input[i], step->parameters[0], step->parameters[1]);
    }
    return count;
}

const struct mw_operation mw_absolute_value_operation = {
    .check = check_absolute_value, .accept = accept_absolute_value, .is_stream = true};
const struct mw_operation mw_envelope_operation = {
    .check = check_envelope, .accept = accept_envelope, .is_stream = true};
const struct mw_operation mw_moving_average_operation = {
    .check = check_moving_average, .accept = accept_moving_average, .is_stream = true};
const struct mw_operation mw_moving_rms_operation = {
    .check = check_moving_rms, .accept = accept_moving_rms, .is_stream = true};
