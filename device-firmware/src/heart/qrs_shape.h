/* A QRS complex beside the normal one: how like, how large, how broad. */
#ifndef MILLIWATT_HEART_QRS_SHAPE_H
#define MILLIWATT_HEART_QRS_SHAPE_H

#include "qrs_templates.h"

/* A beat beside the normal shape, to which it is aligned; of no use beyond that beat. */
struct mw_qrs_shape {
    int16_t wave[MW_QRS_SHAPE_LENGTH];
    int16_t normal[MW_QRS_SHAPE_LENGTH];
    int32_t correlation; /* with the normal shape, Q15 */
    int32_t normal_base; /* the normal shape's middle value */
    int32_t height;      /* largest distance of the normal shape from its middle value, microvolt, at least 1 */
    int32_t level;       /* of the signal between P wave and QRS complex: the middle of seven values */
    int32_t lag;         /* where the beat lies best over the normal shape, ticks after where it was told; 0 where it does not */
};

void mw_qrs_shape_find(struct mw_qrs_shape *shape, const struct mw_beat_signal *signal, uint32_t beat,
                       const struct mw_qrs_templates *templates);

/* Fills in the features that are about the QRS complex alone. */
void mw_qrs_shape_describe(const struct mw_qrs_shape *shape, int32_t *features);

#endif
