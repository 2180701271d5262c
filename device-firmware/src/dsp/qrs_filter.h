/* The filters of the QRS detector and what it looks up in their past. */
#ifndef MILLIWATT_DSP_QRS_FILTER_H
#define MILLIWATT_DSP_QRS_FILTER_H

#include "milliwatt/qrs.h"

/* Takes a sample; state->energy is then the newest energy, 0 .. 2^30. */
void mw_qrs_filter(struct mw_qrs *state, const struct mw_qrs_design *design, int16_t sample);

/* The energy that the smallest excursion makes, below 2^26 for all designs of a heart's signal and never above 2^30. */
int32_t mw_qrs_smallest_height(const struct mw_qrs_design *design);

/* The steepest slope in the window before the energy's peak, which was `hold` samples ago. */
int32_t mw_qrs_steepest_slope(const struct mw_qrs *state, const struct mw_qrs_design *design);

/* The sample of the R wave of that peak: the largest filtered value around it, where one below zero counts three quarters. */
uint32_t mw_qrs_position(const struct mw_qrs *state, const struct mw_qrs_design *design);

#endif
