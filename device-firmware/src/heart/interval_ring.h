/* The last so many RR intervals in milliseconds, 0 .. 4095, and values of given ranks among them. */
#ifndef MILLIWATT_HEART_INTERVAL_RING_H
#define MILLIWATT_HEART_INTERVAL_RING_H

#include <stdint.h>

/* Where a ring stands; its values lie with its owner. */
struct mw_interval_ring {
    uint16_t at;
    uint16_t count;
};

/* A ring and its values. */
struct mw_intervals_view {
    const struct mw_interval_ring *ring;
    const int16_t *values;
    uint16_t length;
};

#define MW_RING_VIEW(ring, values) \
    { &(ring), (values), sizeof(values) / sizeof(values)[0] }

void mw_ring_add(struct mw_interval_ring *ring, int16_t *values, uint16_t length, int32_t interval_millis);

/* The one added `back` before the newest, 0 for the newest; back is below the count. */
static inline int32_t mw_ring_newest(const struct mw_intervals_view *view, uint32_t back) {
    int32_t index = view->ring->at - 1 - (int32_t)back;
    return view->values[index < 0 ? index + view->length : index];
}

/* The lower median; 0 before the first. */
int32_t mw_ring_median(const struct mw_intervals_view *view);

/* The value that `percent` of all do not exceed, rank ceil(percent count / 100); 0 before the first. */
int32_t mw_ring_percentile(const struct mw_intervals_view *view, uint32_t percent);

/* The same over the newest `last` only, found through a copy in `room`, which is at least so long. */
int32_t mw_ring_percentile_of_newest(const struct mw_intervals_view *view, uint32_t last, uint32_t percent, int16_t *room);

/* The value with that rank, 1 .. count, in ascending order; values 0 .. 4095, count at least 1. */
int32_t mw_rank_of(const int16_t *values, uint32_t count, uint32_t rank);

#endif
