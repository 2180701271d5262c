#include "irregularity.h"

#include "milliwatt/dsp.h"
#include "ratio.h"

#include <stdbool.h>

#define WINDOW MW_IRREGULARITY_WINDOW
#define CELLS 25
#define LONGEST 4095

static struct mw_intervals_view view_of(const struct mw_irregularity *irregularity) {
    return (struct mw_intervals_view)MW_RING_VIEW(irregularity->ring, irregularity->values);
}

void mw_irregularity_add(struct mw_irregularity *irregularity, int32_t interval_millis) {
    mw_ring_add(&irregularity->ring, irregularity->values, WINDOW + 3, interval_millis);
}

int32_t mw_irregularity_difference_q10(const struct mw_irregularity *irregularity) {
    struct mw_intervals_view view = view_of(irregularity);
    int16_t room[WINDOW];
    int32_t used = (int32_t)mw_min(WINDOW, (int32_t)irregularity->ring.count - 1);
    if (used < 1) {
        return 0;
    }
    for (uint32_t i = 0; i < (uint32_t)used; i++) {
        room[i] = (int16_t)mw_magnitude(mw_ring_newest(&view, i) - mw_ring_newest(&view, i + 1));
    }
    int32_t median = mw_rank_of(room, (uint32_t)used, ((uint32_t)used + 1) / 2);
    return mw_ratio_q10(median, mw_ring_percentile_of_newest(&view, WINDOW, 50, room));
}

int32_t mw_irregularity_nearest_millis(const struct mw_irregularity *irregularity, int32_t interval_millis, uint32_t skipped) {
    struct mw_intervals_view view = view_of(irregularity);
    int32_t nearest = LONGEST;
    for (uint32_t i = skipped; i < skipped + 8 && i < irregularity->ring.count; i++) {
        nearest = (int32_t)mw_min(nearest, mw_magnitude(interval_millis - mw_ring_newest(&view, i)));
    }
    return nearest;
}

/* Neither the origin nor a pair of before. */
static bool is_new(const int8_t *cells, int32_t pair) {
    if (cells[pair] == 0 && cells[pair + 1] == 0) {
        return false;
    }
    for (int32_t i = 0; i < pair; i++) {
        if (cells[i] == cells[pair] && cells[i + 1] == cells[pair + 1]) {
            return false;
        }
    }
    return true;
}

static int32_t of_three(const struct mw_intervals_view *view, uint32_t back) {
    int64_t first = mw_ring_newest(view, back);
    int64_t second = mw_ring_newest(view, back + 1);
    int64_t third = mw_ring_newest(view, back + 2);
    return (int32_t)mw_max(mw_min(first, second), mw_min(mw_max(first, second), third));
}

static int32_t distinct_pairs(const struct mw_intervals_view *view, int32_t differences, bool filtered, uint32_t step) {
    int16_t room[WINDOW];
    int8_t cells[WINDOW];
    if (differences < 2) {
        return 0;
    }
    int32_t cell = mw_ring_percentile_of_newest(view, WINDOW, 50, room) * 256 / CELLS;
    cell = cell < 1 ? 1 : cell;
    for (uint32_t i = 0; i < (uint32_t)differences; i++) {
        int32_t difference = filtered ? of_three(view, i) - of_three(view, i + step)
                                      : mw_ring_newest(view, i) - mw_ring_newest(view, i + step);
        cells[i] = (int8_t)mw_clamp(mw_floor_divide(difference * 256 + cell / 2, cell), -127, 127);
    }
    int32_t distinct = 0;
    for (int32_t i = 0; i + 1 < differences; i++) {
        distinct += is_new(cells, i) ? 1 : 0;
    }
    return distinct * WINDOW / (differences - 1);
}

int32_t mw_irregularity_score_32(const struct mw_irregularity *irregularity) {
    struct mw_intervals_view view = view_of(irregularity);
    int32_t differences = (int32_t)mw_min(WINDOW, (int32_t)irregularity->ring.count - 3);
    return distinct_pairs(&view, differences, true, 1);
}

int32_t mw_irregularity_alternating_score_32(const struct mw_irregularity *irregularity) {
    struct mw_intervals_view view = view_of(irregularity);
    int32_t differences = (int32_t)mw_min(WINDOW, (int32_t)irregularity->ring.count - 2);
    return distinct_pairs(&view, differences, false, 2);
}
