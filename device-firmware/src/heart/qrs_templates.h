/*
 * The shapes of QRS complexes that this heart has shown, up to eight, learnt without labels. The normal one is that which
 * keeps coming in time: a premature beat earns its shape nothing, so that even of a bigeminy the sinus beat is the normal one.
 */
#ifndef MILLIWATT_HEART_QRS_TEMPLATES_H
#define MILLIWATT_HEART_QRS_TEMPLATES_H

#include "wave_match.h"

#include <stdbool.h>
#include <stdint.h>

#define MW_QRS_SHAPES 8
#define MW_QRS_SHAPE_REACH 18 /* ticks before and after the R wave */
#define MW_QRS_SHAPE_LAGS 10  /* ticks that a beat may be told off its shape */
#define MW_QRS_SHAPE_LENGTH (2 * MW_QRS_SHAPE_REACH + 1)

struct mw_qrs_templates {
    int32_t scores[MW_QRS_SHAPES];
    int32_t interval_ratios[MW_QRS_SHAPES];
    int16_t counts[MW_QRS_SHAPES];
    int16_t idle[MW_QRS_SHAPES];
    int32_t accepted_correlation; /* the largest of the beat looked for last with any accepted shape, Q15 */
    int16_t shapes[MW_QRS_SHAPES][MW_QRS_SHAPE_LENGTH];
    uint8_t normal;
    uint8_t current;    /* of the beat looked for last */
    int8_t current_lag; /* of its R wave after its own shape, in ticks after where it was told */
    bool joined;        /* it had a shape known before */
};

/* Looks for the beat's shape; a new one takes the place of the one not seen for longest. */
void mw_templates_find(struct mw_qrs_templates *templates, const struct mw_beat_signal *signal, uint32_t beat);

/* Learns the beat that was looked for last. `interval_ratio_q8` is its RR interval to the median one. A *hurried* one came at the rate of
 * a tachycardia, unlike normal beats; then another shape earns but an eighth, so that a long tachycardia does not become what is normal. */
void mw_templates_learn(struct mw_qrs_templates *templates, const struct mw_beat_signal *signal, uint32_t beat,
                        bool premature, bool hurried, int32_t interval_ratio_q8);

/* Whether the beat looked for last has the normal shape. */
static inline bool mw_templates_is_normal(const struct mw_qrs_templates *templates) {
    return templates->current == templates->normal;
}

#endif
