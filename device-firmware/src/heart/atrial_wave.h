/*
 * P waves: that of beats which come as late as the sinus rhythm lets them, and that of early ones, each a running mean. A beat
 * is told from its P wave being like the one or the other, wherever the majority lies.
 */
#ifndef MILLIWATT_HEART_ATRIAL_WAVE_H
#define MILLIWATT_HEART_ATRIAL_WAVE_H

#include "beat_signal.h"

#include <stdbool.h>

#define MW_ATRIAL_WAVE_FROM 30   /* ticks from the first of the P wave to the R wave: 250 ms */
#define MW_ATRIAL_WAVE_LENGTH 21 /* ticks of the P wave: up to 83 ms before the R wave */
#define MW_ATRIAL_WAVE_LAGS 4    /* ticks that it may lie off */

struct mw_atrial_wave {
    int32_t late_beats; /* running means of correlations, Q15 */
    int32_t early_beats;
    int32_t correlation;
    int32_t correlation_before;
    int32_t early_correlation;
    int16_t late[MW_ATRIAL_WAVE_LENGTH];
    int16_t early[MW_ATRIAL_WAVE_LENGTH];
    bool late_known;
    bool early_known;
};

/* Fills in the features that are about the P wave. `height` is that of the normal QRS complex. */
void mw_atrial_wave_describe(struct mw_atrial_wave *atrial, const struct mw_beat_signal *signal, uint32_t beat,
                        uint32_t next_beat, int32_t height, int32_t *features);

/* Learns the P wave of the beat described last, as one of a late or an early beat. */
void mw_atrial_wave_learn(struct mw_atrial_wave *atrial, const struct mw_beat_signal *signal, uint32_t beat, bool is_late);

#endif
