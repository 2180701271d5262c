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

/* Median of |difference of successive intervals| to the median interval, Q10. */
int32_t mw_irregularity_difference_q10(const struct mw_irregularity *irregularity);

/* The smallest difference of an interval from any of eight before it, in milliseconds; the newest `skipped` are not looked at. */
int32_t mw_irregularity_nearest_millis(const struct mw_irregularity *irregularity, int32_t interval_millis, uint32_t skipped);

/* The fibrillation score of intervals freed of single outliers by a running median of three, in 32nds. */
int32_t mw_irregularity_score_32(const struct mw_irregularity *irregularity);

/* The same of raw intervals and their differences to the last but one, which alternation leaves alone. */
int32_t mw_irregularity_alternating_score_32(const struct mw_irregularity *irregularity);

#endif
