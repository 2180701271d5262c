/*
 * A beat's RR interval against all that this heart has shown: the recent rhythm, the sinus rhythm, and references so slow
 * that a majority of early beats does not move them. An interval is clean when this and the previous beat have the normal shape.
 */
#ifndef MILLIWATT_HEART_INTERVALS_H
#define MILLIWATT_HEART_INTERVALS_H

#include "irregularity.h"
#include "sinus.h"

#include <stdbool.h>

struct mw_intervals {
    struct mw_interval_ring recent;
    struct mw_interval_ring long_term;
    struct mw_interval_ring clean;
    int16_t recent_values[64];
    int16_t long_term_values[256];
    int16_t clean_values[64];
    uint8_t clean_bins[64]; /* of the slow mode, in the same places */
    struct mw_sinus_tracker sinus;
    struct mw_irregularity irregularity;
    int32_t median; /* of the last 64, ms */
    int32_t mean;
    int32_t slow_mode;
    uint8_t since_late;
    bool next_is_kept;
};

/* The beat to be described next: intervals in ms, 0 .. 4095. */
struct mw_beat_intervals {
    int32_t interval; /* to the beat before */
    int32_t next;     /* to the beat after */
    int32_t before;   /* the interval before this one */
    bool next_is_known;
};

/* Takes the intervals up to that beat, before it is described. */
void mw_intervals_expect(struct mw_intervals *intervals, const struct mw_beat_intervals *beat);

/* Fills in the features that are about intervals. */
void mw_intervals_describe(struct mw_intervals *intervals, const struct mw_beat_intervals *beat, int32_t *features);

/* Learns the interval described last. */
void mw_intervals_learn(struct mw_intervals *intervals, int32_t interval, bool normal_shape, bool is_clean);

/* Whether the beat described last came 13 % sooner than the recent rhythm's, or 15 % sooner than the next one. */
bool mw_intervals_is_premature(const struct mw_intervals *intervals, int32_t interval, int32_t next);

/* Whether it is nearly as long as the slow mode's, or longer. */
bool mw_intervals_is_late(const struct mw_intervals *intervals, int32_t interval);

/* Whether it is shorter than the slow mode's by more than 13 %. */
bool mw_intervals_is_early(const struct mw_intervals *intervals, int32_t interval);

/* Whether it is early, and at more than 100 a minute. */
bool mw_intervals_is_hurried(const struct mw_intervals *intervals, int32_t interval);

#endif
