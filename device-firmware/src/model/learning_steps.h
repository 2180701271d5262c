/* The arithmetic of learning, one step each; learning.c says when. */
#ifndef MILLIWATT_MODEL_LEARNING_STEPS_H
#define MILLIWATT_MODEL_LEARNING_STEPS_H

#include "milliwatt/learning.h"

/* numerator / denominator, rounded half up; |numerator| < 2^61, denominator 1 .. 2^61. */
int64_t mw_rounded_division(int64_t numerator, int64_t denominator);

/* Adds a window to a cluster's count and sums. */
void mw_learning_add(struct mw_learning *learning, uint32_t cluster, const int16_t *inputs);

/* Forgets half of a cluster's windows. Its count is at least 2. */
void mw_learning_halve(struct mw_learning *learning, uint32_t cluster);

/* Writes the centroid of a cluster whose count is not 0 into the body, and the number of clusters. */
void mw_learning_place(struct mw_learning *learning, uint32_t cluster);

/* Ends a phase that summed squares: squares become deviations from the clusters' means, and the body gets its spreads. */
void mw_learning_find_spreads(struct mw_learning *learning);

/* Counts a distance of the threshold's phase. */
void mw_learning_count_distance(struct mw_learning *learning, uint16_t distance);

/* The threshold from the distances counted, into the body too. */
void mw_learning_find_threshold(struct mw_learning *learning);

/* Puts the threshold into the body. */
void mw_learning_set_threshold(struct mw_learning *learning, uint16_t threshold);

#endif
