/*
 * Whether the beats found last come fast and evenly, as those of a tachycardia do (contract/heart.md, "The chain";
 * io.milliwatt.dsp.fixedpoint.heart.EvenBeats is the twin in Java). Its broad complexes leave no quiet between them, and signal quality
 * takes that for noise; but beats found in noise do not come evenly.
 */
#ifndef MILLIWATT_HEART_EVEN_BEATS_H
#define MILLIWATT_HEART_EVEN_BEATS_H

#include "milliwatt/qrs.h"

/* Whether a beat was found within the last two seconds of `sample_rate` samples. */
bool mw_beats_are_recent(const struct mw_qrs *detector, uint16_t sample_rate);

/* Whether the last intervals, above 100/min together, differ from their mean by no more than an eighth. Where the signal is `good`
 * fewer intervals will do. */
bool mw_beats_are_fast(const struct mw_qrs *detector, uint16_t sample_rate, bool good);

#endif
