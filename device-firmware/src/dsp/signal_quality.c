#include "milliwatt/dsp.h"
#include "milliwatt/recipe.h"

#include <string.h>

void mw_signal_quality_accept(struct mw_signal_quality *state, const struct mw_quality_thresholds *thresholds,
                              int16_t sample) {
    if (mw_magnitude(sample) >= thresholds->clip_level_counts) {
        state->clipped_samples++;
    }
    if (state->started == 0) {
        state->started = 1;
        state->lowest = sample;
        state->highest = sample;
    }
    state->lowest = (int32_t)mw_min(state->lowest, sample);
    state->highest = (int32_t)mw_max(state->highest, sample);
}

uint16_t mw_signal_quality_end_window(struct mw_signal_quality *state, const struct mw_quality_thresholds *thresholds,
                                      int32_t level, uint32_t nano_units_per_count, uint32_t shaft_speed_millihertz) {
    int64_t level_nano_units = (int64_t)level * nano_units_per_count >> thresholds->level_fraction_bits;
    unsigned flags = 0;
    if (state->clipped_samples >= thresholds->clipped_samples) {
        flags |= MW_QUALITY_CLIPPED;
    }
    if (state->highest - state->lowest <= thresholds->flat_range_counts) {
        flags |= MW_QUALITY_FLAT;
    }
    if (level_nano_units < thresholds->stopped_below_nano_units ||
        shaft_speed_millihertz < thresholds->stopped_below_millihertz) {
        flags |= MW_QUALITY_STOPPED;
    }
    memset(state, 0, sizeof *state);
    return (uint16_t)flags;
}
