#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "milliwatt/qrs.h"
#include "operation.h"

static struct mw_qrs_design design_of(const uint8_t *p) {
    struct mw_qrs_design design;
    design.smoothing = p[0];
    design.slope_lag = p[1];
    design.baseline = mw_read_u16(p + 2);
    design.integration = mw_read_u16(p + 4);
    design.hold = mw_read_u16(p + 6);
    design.slope_window = mw_read_u16(p + 8);
    design.position_back = mw_read_u16(p + 10);
    design.position_ahead = mw_read_u16(p + 12);
    design.t_wave = mw_read_u16(p + 14);
    design.search_back_gap = mw_read_u16(p + 16);
    design.second = mw_read_u16(p + 18);
    design.shortest_interval = mw_read_u16(p + 20);
    design.smallest_excursion = 0;
    return design;
}

static bool check_qrs(const uint8_t *p, uint32_t length, const struct mw_source *source, struct mw_step_needs *needs) {
    if (length != 28) {
        return false;
    }
    struct mw_qrs_design design = design_of(p);
    needs->state_bytes = mw_qrs_state_size(&design);
    return mw_in_range(design.smoothing, 1, 63) && design.smoothing % 2 == 1 && mw_in_range(design.slope_lag, 1, 32) &&
           mw_in_range(design.baseline, 2, 512) && design.baseline % 2 == 0 &&
           mw_in_range(design.integration, 1, 256) && mw_in_range(design.hold, 1, 512) &&
           mw_in_range(design.slope_window, 1, 256) && design.position_back <= design.hold &&
           design.position_ahead <= design.hold - design.position_back && mw_in_range(design.second, 64, 2048) &&
           mw_read_u16(p + 22) == 0 && mw_read_u32(p + 24) <= INT32_MAX && source->is_stream;
}

/* How many samples ago the R wave of the beat just found was: at least 1, and below 2^26, since a beat that is searched back
 * for is at most two intervals old. */
static int32_t age_of_newest(const struct mw_qrs *state) {
    return (int32_t)(state->samples - 1 - state->beat_samples[(state->beats - 1) % MW_QRS_BEATS]);
}

static struct mw_qrs_design design_for(const struct mw_step *step) {
    struct mw_qrs_design design = design_of(step->parameters);
    uint32_t excursion = mw_read_u32(step->parameters + 24) / step->recipe->sensor.nano_units_per_count;
    design.smallest_excursion = (uint16_t)(excursion < UINT16_MAX ? excursion : UINT16_MAX);
    return design;
}

static uint32_t accept_qrs(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    struct mw_qrs *state = step->state;
    struct mw_qrs_design design = design_for(step);
    for (uint32_t i = 0; i < count; i++) {
        enum mw_qrs_found found = mw_qrs_accept(state, &design, mw_saturate_16(input[i]));
        output[i] = found == MW_QRS_NONE ? 0 : age_of_newest(state);
        output[i] = found == MW_QRS_LATE_BEAT ? -output[i] : output[i];
    }
    return count;
}

static void end_qrs(const struct mw_step *step, struct mw_findings *findings) {
    if (!mw_qrs_end_window(step->state, mw_step_values(step, findings))) {
        findings->quality |= MW_QUALITY_WARMING_UP;
    }
}

const struct mw_operation mw_qrs_operation = {
    .check = check_qrs, .accept = accept_qrs, .end_window = end_qrs, .values = MW_QRS_VALUES, .is_stream = true};

static bool is_qrs(const struct mw_recipe *recipe, uint32_t step) {
    return step >= 1 && step <= recipe->section[MW_RECIPE_STEP_COUNT] &&
           recipe->section[recipe->step_offset[step - 1] + MW_STEP_OPERATION] == MW_OPERATION_QRS;
}

const struct mw_qrs *mw_recipe_detector(const struct mw_recipe *recipe, uint32_t step, struct mw_qrs_design *design) {
    if (!is_qrs(recipe, step)) {
        return NULL;
    }
    struct mw_step qrs = mw_step_of(recipe, step - 1);
    *design = design_for(&qrs);
    return qrs.state;
}

bool mw_recipe_next_beat(const struct mw_recipe *recipe, uint32_t step, uint32_t *number, struct mw_qrs_beat *beat) {
    if (!is_qrs(recipe, step)) {
        return false;
    }
    const struct mw_qrs *state = mw_step_of(recipe, step - 1).state;
    uint32_t waiting = state->beats - *number;
    if (waiting == 0) {
        return false;
    }
    beat->number = waiting > MW_QRS_BEATS ? state->beats - MW_QRS_BEATS : *number;
    beat->sample = state->beat_samples[beat->number % MW_QRS_BEATS];
    *number = beat->number + 1;
    return true;
}
