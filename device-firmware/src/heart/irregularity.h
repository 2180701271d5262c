/*
 * How irregular the last 32 RR intervals are. The fibrillation score counts the different pairs of successive differences, in
 * cells of 4 % of the median interval: a heart in fibrillation hardly repeats one, any regular rhythm repeats few.
 */
#ifndef MILLIWATT_HEART_IRREGULARITY_H
#define MILLIWATT_HEART_IRREGULARITY_H

#include "interval_ring.h"

#define MW_IRREGULARITY_WINDOW 32

struct mw_irregularity {
    struct mw_interval_ring ring;
    int16_t values[MW_IRREGULARITY_WINDOW + 3];
};

void mw_irregularity_add(struct mw_irregularity *irregularity, int32_t interval_millis);

struct mw_irregularity_scores {
    int32_t difference_q10;       /* median of |difference of successive intervals| to the median interval */
    int32_t score_32;             /* of intervals freed of single outliers by a running median of three, in 32nds */
    int32_t alternating_score_32; /* of raw intervals and their differences to the last but one, which alternation leaves alone */
};

struct mw_irregularity_scores mw_irregularity_measure(const struct mw_irregularity *irregularity);

/* The smallest difference of an interval from any of eight before it, in milliseconds; the newest `skipped` are not looked at. */
int32_t mw_irregularity_nearest_millis(const struct mw_irregularity *irregularity, int32_t interval_millis, uint32_t skipped);

#endif
