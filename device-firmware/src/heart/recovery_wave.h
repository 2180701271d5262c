/* The T wave, 125 .. 400 ms after the R wave, beside that of normal beats. */
#ifndef MILLIWATT_HEART_RECOVERY_WAVE_H
#define MILLIWATT_HEART_RECOVERY_WAVE_H

#include "beat_signal.h"

/* Ticks from the R wave to the last of the T wave. */
#define MW_RECOVERY_LAST 48
#define MW_RECOVERY_FROM 15
#define MW_RECOVERY_LENGTH (MW_RECOVERY_LAST - MW_RECOVERY_FROM + 1)

struct mw_recovery_wave {
    int16_t normal[MW_RECOVERY_LENGTH];
    int16_t learnt;
};

/* `level` is the signal's before the QRS complex, `height` that of the normal complex. */
void mw_recovery_describe(const struct mw_recovery_wave *recovery, const struct mw_beat_signal *signal, uint32_t beat,
                          int32_t level, int32_t height, int32_t *features);

void mw_recovery_learn(struct mw_recovery_wave *recovery, const struct mw_beat_signal *signal, uint32_t beat, int32_t level);

#endif
