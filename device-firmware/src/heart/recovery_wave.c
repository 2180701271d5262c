#include "recovery_wave.h"

#include "beat_feature.h"
#include "milliwatt/dsp.h"
#include "ratio.h"
#include "wave_match.h"

#define WEIGHT 16
#define LIMIT 16383

void mw_recovery_describe(const struct mw_recovery_wave *recovery, const struct mw_beat_signal *signal, uint32_t beat,
                          int32_t level, int32_t height, int32_t *features) {
    int16_t wave[MW_RECOVERY_LENGTH];
    int32_t highest = INT32_MIN;
    int32_t lowest = INT32_MAX;
    int32_t difference = 0;
    mw_signal_copy(signal, beat + MW_RECOVERY_FROM, wave, MW_RECOVERY_LENGTH);
    for (int32_t i = 0; i < MW_RECOVERY_LENGTH; i++) {
        int32_t value = wave[i] - level;
        highest = value > highest ? value : highest;
        lowest = value < lowest ? value : lowest;
        difference += (int32_t)mw_magnitude(value - recovery->normal[i]);
    }
    features[MW_FEATURE_T_CORRELATION] =
        mw_shapes_correlation_q15(wave, recovery->normal, MW_RECOVERY_LENGTH);
    features[MW_FEATURE_T_HIGHEST] = mw_ratio_q10(highest, height);
    features[MW_FEATURE_T_LOWEST] = mw_ratio_q10(lowest, height);
    features[MW_FEATURE_T_DIFFERENCE] = mw_ratio_q10(difference / MW_RECOVERY_LENGTH, height);
}

void mw_recovery_learn(struct mw_recovery_wave *recovery, const struct mw_beat_signal *signal, uint32_t beat, int32_t level) {
    recovery->learnt = (int16_t)(recovery->learnt < WEIGHT ? recovery->learnt + 1 : WEIGHT);
    for (uint32_t i = 0; i < MW_RECOVERY_LENGTH; i++) {
        int32_t value = (int32_t)mw_clamp(mw_signal_at(signal, beat + MW_RECOVERY_FROM + i) - level, -LIMIT, LIMIT);
        recovery->normal[i] = (int16_t)(recovery->normal[i] + (value - recovery->normal[i]) / recovery->learnt);
    }
}
