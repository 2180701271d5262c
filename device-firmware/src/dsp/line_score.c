#include "milliwatt/spectrum.h"

#define LINE_BYTES 4

struct line {
    int64_t base_q16; /* harmonic times the base order: moves with the slip */
    int64_t sideband_q16;
};

static struct line line_at(const uint8_t *bytes, const int64_t *orders_q16) {
    struct line line;
    line.base_q16 = bytes[1] * orders_q16[bytes[0]];
    line.sideband_q16 = (int8_t)bytes[3] * orders_q16[bytes[2]];
    return line;
}

/* Headroom: a slip is at most 6.25 times its base of 2^29, so an order is below 2^32.1 and, with 2^30, the product below
 * 2^62.1. */
static int64_t bin_of(const struct line *line, int32_t step, const struct mw_line_search *search,
                      int64_t bins_per_order_q16) {
    int64_t slipped_q16 = line->base_q16 + (line->base_q16 * step * search->slip_step_q20 >> 20);
    return mw_rounding_shift((slipped_q16 + line->sideband_q16) * bins_per_order_q16, 32);
}

static bool is_usable(const struct line *line, const struct mw_line_search *search,
                      const struct mw_local_floor *local_floor) {
    int64_t bin = bin_of(line, 0, search, local_floor->bins_per_order_q16);
    return line->base_q16 > 0 && bin >= 1 && bin < local_floor->top_bin;
}

static int32_t highest_near(const struct mw_floor_view *view, uint32_t bins, int64_t bin) {
    int32_t centre = (int32_t)mw_clamp(bin, 1, (int64_t)bins - 2);
    int32_t highest = mw_local_floor_excess(view, centre - 1);
    highest = (int32_t)mw_max(highest, mw_local_floor_excess(view, centre));
    return (int32_t)mw_max(highest, mw_local_floor_excess(view, centre + 1));
}

/* One slip for all lines of a fault: that tells its comb from chance peaks. */
int32_t mw_line_score(const struct mw_local_floor *local_floor, const int32_t *spectrum, uint32_t bins,
                      const struct mw_line_search *search, const int64_t orders_q16[MW_ORDER_REFERENCES]) {
    if (local_floor->points == 0) {
        return 0;
    }
    uint32_t usable = 0; /* a bit per line; a recipe has at most 32 */
    int32_t used = 0;
    for (uint32_t i = 0; i < search->count; i++) {
        struct line line = line_at(search->lines + LINE_BYTES * i, orders_q16);
        if (is_usable(&line, search, local_floor)) {
            usable |= (uint32_t)1 << i;
            used++;
        }
    }
    struct mw_floor_view view = mw_local_floor_view(local_floor, spectrum);
    int32_t best = INT32_MIN;
    for (int32_t step = -search->slip_steps; step <= search->slip_steps; step++) {
        int32_t sum = 0;
        for (uint32_t i = 0; i < search->count; i++) {
            if ((usable >> i & 1) != 0) {
                struct line line = line_at(search->lines + LINE_BYTES * i, orders_q16);
                sum += highest_near(&view, bins, bin_of(&line, step, search, local_floor->bins_per_order_q16));
            }
        }
        best = (int32_t)mw_max(best, sum);
    }
    return used == 0 ? 0 : best / used;
}
