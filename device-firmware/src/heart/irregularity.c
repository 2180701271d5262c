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

/* The middle one. */
static int32_t of_three(int32_t first, int32_t second, int32_t third) {
    int32_t low = first < second ? first : second;
    int32_t high = first < second ? second : first;
    int32_t lower = high < third ? high : third;
    return low > lower ? low : lower;
}

/* floor(value / divisor), divisor above 0, in words. */
static int32_t floor_quotient(int32_t value, int32_t divisor) {
    int32_t quotient = value / divisor;
    return quotient * divisor > value ? quotient - 1 : quotient;
}

/* `differences` of them, each in cells of a width in 256ths of a millisecond. */
static int32_t distinct_pairs(const int16_t *values, int32_t differences, int32_t step, int32_t cell) {
    int8_t cells[WINDOW];
    if (differences < 2) {
        return 0;
    }
    for (int32_t i = 0; i < differences; i++) {
        int32_t number = floor_quotient((values[i] - values[i + step]) * 256 + cell / 2, cell);
        cells[i] = (int8_t)(number < -127 ? -127 : number > 127 ? 127 : number);
    }
    int32_t distinct = 0;
    for (int32_t i = 0; i + 1 < differences; i++) {
        distinct += is_new(cells, i) ? 1 : 0;
    }
    return distinct * WINDOW / (differences - 1);
}

static int32_t difference_to_median_q10(const int16_t *newest, int32_t differences, int32_t median) {
    int16_t sizes[WINDOW];
    if (differences < 1) {
        return 0;
    }
    for (int32_t i = 0; i < differences; i++) {
        sizes[i] = (int16_t)(newest[i] < newest[i + 1] ? newest[i + 1] - newest[i] : newest[i] - newest[i + 1]);
    }
    return mw_ratio_q10(mw_rank_of(sizes, (uint32_t)differences, ((uint32_t)differences + 1) / 2), median);
}

static int32_t at_most(int32_t value, int32_t most) {
    return value < most ? value : most;
}

struct mw_irregularity_scores mw_irregularity_measure(const struct mw_irregularity *irregularity) {
    struct mw_intervals_view view = view_of(irregularity);
    int16_t newest[WINDOW + 3];
    int16_t filtered[WINDOW + 1];
    int32_t count = irregularity->ring.count;
    for (int32_t i = 0; i < count; i++) {
        newest[i] = (int16_t)mw_ring_newest(&view, (uint32_t)i);
    }
    for (int32_t i = 0; i + 2 < count; i++) {
        filtered[i] = (int16_t)of_three(newest[i], newest[i + 1], newest[i + 2]);
    }
    uint32_t used = (uint32_t)at_most(count, WINDOW);
    int32_t median = used == 0 ? 0 : mw_rank_of(newest, used, (50 * used + 99) / 100);
    int32_t cell = median * 256 / CELLS < 1 ? 1 : median * 256 / CELLS;
    return (struct mw_irregularity_scores){
        .difference_q10 = difference_to_median_q10(newest, at_most(count - 1, WINDOW), median),
        .score_32 = distinct_pairs(filtered, at_most(count - 3, WINDOW), 1, cell),
        .alternating_score_32 = distinct_pairs(newest, at_most(count - 2, WINDOW), 2, cell)};
}
