/*
 * Two references for early beats that early beats do not move. The sinus tracker follows beats of normal shape that come when
 * expected, and creeps after others of that shape. The slow mode is the slowest rhythm among the last 64 clean intervals:
 * where early beats are the majority, the sinus rhythm shows only in the intervals after pauses.
 */
#ifndef MILLIWATT_HEART_SINUS_H
#define MILLIWATT_HEART_SINUS_H

#include "interval_ring.h"

#include <stdbool.h>

#define MW_SINUS_HELD 8

struct mw_sinus_tracker {
    int32_t interval_q8; /* 0 before the first beat; milliseconds, below 2^20 */
    int32_t deviation_q8; /* less its start, so that cleared memory is a start */
    int16_t accepted[MW_SINUS_HELD];
    uint8_t accepted_at;
    uint8_t accepted_count;
};

void mw_sinus_learn(struct mw_sinus_tracker *sinus, int32_t interval_millis, bool normal_shape);

/* The sinus rhythm's interval in milliseconds; `otherwise` before the first beat. */
int32_t mw_sinus_interval_millis(const struct mw_sinus_tracker *sinus, int32_t otherwise);

/* How many mean deviations a beat comes early, Q4, within -30 .. 60. */
int32_t mw_sinus_earliness_q4(const struct mw_sinus_tracker *sinus, int32_t interval_millis);

/* The shortest of the last eight intervals of the sinus rhythm; `otherwise` before the first. */
int32_t mw_sinus_shortest_millis(const struct mw_sinus_tracker *sinus, int32_t otherwise);

struct mw_slow_mode {
    int32_t interval_millis; /* the mean of its intervals; without a slow mode the 85th percentile of all */
    int32_t mass_q8;         /* share of the intervals that are in it */
};

/* The bin of 5 % that an interval falls into. */
uint8_t mw_slow_mode_bin(int32_t interval_millis);

/* Of a ring of at most 64 clean intervals, `bins` being their bins in the same places. */
struct mw_slow_mode mw_slow_mode_of(const struct mw_intervals_view *clean, const uint8_t *bins);

#endif
