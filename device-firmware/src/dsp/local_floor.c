#include "milliwatt/spectrum.h"

#define ONE_BIN_Q16 65536

/* No order can lie further out than this: 2^14 bins. */
#define LARGEST_BINS_PER_ORDER_Q16 ((int64_t)1 << 30)

/* Headroom: a speed is below 2^20 mHz, a limit below 2^31, a transform below 2^12 and a decimation at most 2^8. */
static int64_t bins_per_order_q16(const struct mw_spectrum_axis *axis, uint32_t shaft_speed_millihertz) {
    int64_t product = (int64_t)shaft_speed_millihertz * axis->length * axis->decimation;
    return mw_min(LARGEST_BINS_PER_ORDER_Q16, product * 65536 / axis->sample_rate_millihertz);
}

static int64_t bin_at(const struct mw_spectrum_axis *axis, int64_t frequency_millihertz) {
    return mw_min(axis->length,
                  frequency_millihertz * axis->length * axis->decimation / axis->sample_rate_millihertz);
}

void mw_local_floor_end_window(struct mw_local_floor *state, const struct mw_floor_grid *grid, const int32_t *spectrum,
                               const struct mw_spectrum_axis *axis, uint32_t shaft_speed_millihertz) {
    int64_t per_order_q16 = bins_per_order_q16(axis, shaft_speed_millihertz);
    state->bins_per_order_q16 = per_order_q16;
    state->points = 0;
    if (per_order_q16 == 0) {
        return;
    }
    int64_t last_bin = axis->length / 2 - 1;
    int64_t top = mw_min(grid->limit_orders * per_order_q16 >> 16, bin_at(axis, grid->limit_millihertz));
    state->top_bin = (int32_t)mw_min(top, last_bin - 1);
    state->step_q16 = mw_max(ONE_BIN_Q16, grid->step_order_q16 * per_order_q16 >> 16);
    int64_t half_q16 = mw_max(grid->minimum_half_width_bins * 65536, grid->half_width_order_q16 * per_order_q16 >> 16);
    state->points = (int32_t)mw_min(grid->points, (int64_t)state->top_bin * 65536 / state->step_q16 + 2);
    for (int32_t j = 0; j < state->points; j++) {
        int64_t centre_q16 = j * state->step_q16;
        int64_t low = mw_max(0, (centre_q16 - half_q16 + 65535) >> 16);
        int64_t high = mw_min(last_bin, (centre_q16 + half_q16) >> 16);
        state->levels[j] = mw_lower_median(spectrum, (int)mw_min(low, high), (int)high);
    }
}

/*
 * floor(bin 2^32 / step) without a division for every bin. Headroom: a bin is below 2^10, a step 2^16 .. 2^38, the reciprocal at
 * most 2^32 and the position below 2^26. The reciprocal is less than one too small, so its product with the bin is less than 2^10
 * too small, the quotient less than 2^-6, and at most one is missing.
 */
static int64_t position_q16(const struct mw_floor_view *view, int32_t bin) {
    int64_t step = view->local_floor->step_q16;
    int64_t position = (int64_t)bin * view->reciprocal_q48 >> 16;
    int64_t rest = ((int64_t)bin << 32) - position * step;
    return rest >= step ? position + 1 : position;
}

static int32_t level_at(const struct mw_floor_view *view, int32_t bin) {
    const struct mw_local_floor *local_floor = view->local_floor;
    uint32_t position = (uint32_t)position_q16(view, bin);
    int32_t index = (int32_t)(position >> 16);
    if (index >= local_floor->points - 1) {
        return local_floor->levels[local_floor->points - 1];
    }
    int32_t level = local_floor->levels[index];
    return level + (int32_t)((int64_t)(local_floor->levels[index + 1] - level) * (int32_t)(position & 0xFFFF) >> 16);
}

struct mw_floor_view mw_local_floor_view(const struct mw_local_floor *state, const int32_t *spectrum) {
    struct mw_floor_view view = {.local_floor = state, .spectrum = spectrum};
    view.reciprocal_q48 = ((int64_t)1 << 48) / state->step_q16;
    return view;
}

int32_t mw_local_floor_excess(const struct mw_floor_view *view, int32_t bin) {
    return view->spectrum[bin] - level_at(view, bin);
}
