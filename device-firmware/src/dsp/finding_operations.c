#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "operation.h"

#include <string.h>

static bool check_energy(const uint8_t *p, uint32_t length, const struct mw_source *source,
                         struct mw_step_needs *needs) {
    (void)p;
    needs->state_bytes = sizeof(struct mw_energy);
    return length == 0 && source->is_stream;
}

static uint32_t accept_energy(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    mw_energy_accept(step->state, input, count);
    return 0;
}

static void end_energy(const struct mw_step *step, struct mw_findings *findings) {
    mw_energy_end_window(step->state, mw_step_samples(step), mw_step_values(step, findings));
}

static bool check_moments(const uint8_t *p, uint32_t length, const struct mw_source *source,
                          struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_moments);
    return length == 4 && p[0] <= 7 && mw_all_zero(p + 1, 3) && source->is_stream;
}

static uint32_t accept_moments(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    (void)output;
    mw_moments_accept(step->state, input, count, step->parameters[0]);
    return 0;
}

static void end_moments(const struct mw_step *step, struct mw_findings *findings) {
    mw_moments_end_window(step->state, mw_step_samples(step), mw_step_values(step, findings));
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

static bool check_signal_quality(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                 struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_signal_quality);
    return length == 16 && mw_in_range(mw_read_u16(p), 1, 32768) && mw_read_u16(p + 2) >= 1 && p[6] <= 30 &&
           p[7] == 0 && mw_read_u32(p + 8) <= INT32_MAX && mw_read_u32(p + 12) <= 1000000 && source->values > 0;
}

static uint32_t accept_signal_quality(const struct mw_step *step, const int32_t *input, uint32_t count,
                                      int32_t *output) {
    (void)output;
    struct mw_quality_thresholds thresholds = quality_thresholds(step->parameters);
    mw_signal_quality_accept(step->state, &thresholds, input, count);
    return 0;
}

static void end_signal_quality(const struct mw_step *step, struct mw_findings *findings) {
    const struct mw_recipe *recipe = step->recipe;
    struct mw_quality_thresholds thresholds = quality_thresholds(step->parameters);
    int32_t level = mw_step_input_values(step, findings)[0];
    uint16_t flags = mw_signal_quality_end_window(step->state, &thresholds, level, recipe->sensor.nano_units_per_count,
                                                  recipe->shaft_speed_millihertz);
    mw_step_values(step, findings)[0] = flags;
    findings->quality |= flags;
}

static bool check_baseline_anomaly(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                   struct mw_step_needs *needs) {
    if (length != 16) {
        return false;
    }
    needs->state_bytes = 20 + 4 * (uint32_t)p[1];
    return p[0] < source->values && mw_in_range(p[1], 4, 64) && mw_read_u16(p + 2) >= 1 &&
           mw_read_u16(p + 4) <= 32767 && mw_in_range(mw_read_u16(p + 6), 1, 32767) &&
           mw_read_u32(p + 8) <= 8388607 && mw_all_zero(p + 14, 2);
}

static void end_baseline_anomaly(const struct mw_step *step, struct mw_findings *findings) {
    const uint8_t *p = step->parameters;
    struct mw_baseline_anomaly *state = step->state;
    struct mw_baseline_rule rule = {.smallest_spread = mw_read_u16(p + 2),
                                    .drift_q8 = mw_read_u16(p + 4),
                                    .score_limit_q8 = mw_read_u16(p + 6),
                                    .cumulative_limit_q8 = mw_read_i32(p + 8),
                                    .windows_to_learn = p[1],
                                    .unlearnable_flags = p[12],
                                    .unjudgeable_flags = p[13]};
    int32_t value = mw_step_input_values(step, findings)[p[0]];
    findings->quality = mw_baseline_anomaly_end_window(state, &rule, value, findings->quality);
    mw_step_values(step, findings)[0] = state->cumulative_q8;
    mw_step_values(step, findings)[1] = state->score_q8;
}

static void forget_baseline_anomaly(const struct mw_step *step) {
    memset(step->state, 0, sizeof(struct mw_baseline_anomaly));
}

const struct mw_operation mw_energy_operation = {
    .check = check_energy, .accept = accept_energy, .end_window = end_energy, .values = MW_ENERGY_VALUES};
const struct mw_operation mw_moments_operation = {
    .check = check_moments, .accept = accept_moments, .end_window = end_moments, .values = MW_MOMENTS_VALUES};
const struct mw_operation mw_signal_quality_operation = {
    .check = check_signal_quality,
    .accept = accept_signal_quality,
    .end_window = end_signal_quality,
    .values = 1,
    .takes_raw = true};
const struct mw_operation mw_baseline_anomaly_operation = {
    .check = check_baseline_anomaly,
    .end_window = end_baseline_anomaly,
    .forget = forget_baseline_anomaly,
    .values = 2};
