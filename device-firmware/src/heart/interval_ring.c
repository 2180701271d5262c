#include "interval_ring.h"

#include <string.h>

#define HALF_BITS 6U
#define HALVES (1U << HALF_BITS)

void mw_ring_add(struct mw_interval_ring *ring, int16_t *values, uint16_t length, int32_t interval_millis) {
    values[ring->at] = (int16_t)interval_millis;
    ring->at = (uint16_t)(ring->at + 1 == length ? 0 : ring->at + 1);
    ring->count = (uint16_t)(ring->count < length ? ring->count + 1 : length);
}

/* Which of the counted halves holds the rank, which then is the one within it. */
static uint32_t half_of(const uint16_t counts[HALVES], uint32_t *rank) {
    uint32_t half = 0;
    while (counts[half] < *rank) {
        *rank -= counts[half];
        half++;
    }
    return half;
}

/* By the values' upper six bits first, then by the lower six of those that share the upper: two passes, nothing is moved. */
int32_t mw_rank_of(const int16_t *values, uint32_t count, uint32_t rank) {
    uint16_t counts[HALVES];
    memset(counts, 0, sizeof counts);
    for (uint32_t i = 0; i < count; i++) {
        counts[(uint32_t)values[i] >> HALF_BITS & (HALVES - 1)]++;
    }
    uint32_t upper = half_of(counts, &rank);
    memset(counts, 0, sizeof counts);
    for (uint32_t i = 0; i < count; i++) {
        if ((uint32_t)values[i] >> HALF_BITS == upper) {
            counts[(uint32_t)values[i] & (HALVES - 1)]++;
        }
    }
    return (int32_t)(upper << HALF_BITS | half_of(counts, &rank));
}

int32_t mw_ring_median(const struct mw_intervals_view *view) {
    uint32_t count = view->ring->count;
    return count == 0 ? 0 : mw_rank_of(view->values, count, (count + 1) / 2);
}

int32_t mw_ring_percentile(const struct mw_intervals_view *view, uint32_t percent) {
    uint32_t count = view->ring->count;
    return count == 0 ? 0 : mw_rank_of(view->values, count, (percent * count + 99) / 100);
}

int32_t mw_ring_percentile_of_newest(const struct mw_intervals_view *view, uint32_t last, uint32_t percent, int16_t *room) {
    uint32_t used = last < view->ring->count ? last : view->ring->count;
    for (uint32_t i = 0; i < used; i++) {
        room[i] = (int16_t)mw_ring_newest(view, i);
    }
    return used == 0 ? 0 : mw_rank_of(room, used, (percent * used + 99) / 100);
}
