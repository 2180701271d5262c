#include "milliwatt/dsp.h"
#include "milliwatt/recipe.h"

#include <string.h>

void mw_signal_quality_accept(struct mw_signal_quality *state, const struct mw_quality_thresholds *thresholds,
                              const int32_t *samples, uint32_t count) {
    if (state->started == 0 && count > 0) {
        state->started = 1;
        state->lowest = samples[0];
        state->highest = samples[0];
    }
    const int32_t clip_level = thresholds->clip_level_counts;
    int32_t lowest = state->lowest;
    int32_t highest = state->highest;
    for (uint32_t i = 0; i < count; i++) {
        int32_t sample = samples[i];
        if (sample >= clip_level || sample <= -clip_level) {
            state->clipped_samples++;
        }
        lowest = sample < lowest ? sample : lowest;
        highest = sample > highest ? sample : highest;
    }
    state->lowest = lowest;
    state->highest = highest;
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
