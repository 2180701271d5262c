#include "atrial_wave.h"

#include "beat_feature.h"
#include "milliwatt/dsp.h"
#include "ratio.h"
#include "wave_match.h"

#include <string.h>

#define FROM MW_ATRIAL_WAVE_FROM
#define LENGTH MW_ATRIAL_WAVE_LENGTH
#define LAGS MW_ATRIAL_WAVE_LAGS
#define TEMPLATE_WEIGHT 12
#define MEAN_WEIGHT 16

static int32_t size_of(int32_t value) {
    return value < 0 ? -value : value;
}

/* Mean |wave - template|, both without their means, in microvolt. */
static int32_t difference(const int16_t *wave, const int16_t *template) {
    int32_t offset = 0;
    int32_t sum = 0;
    for (int32_t i = 0; i < LENGTH; i++) {
        offset += wave[i] - template[i];
    }
    offset /= LENGTH;
    for (int32_t i = 0; i < LENGTH; i++) {
        sum += size_of(wave[i] - template[i] - offset);
    }
    return sum / LENGTH;
}

/* <wave, template> / <template, template> without means, Q8. */
static int32_t projection(const int16_t *wave, const int16_t *template) {
    struct mw_wave_moments of_template = mw_moments_of(template, LENGTH);
    struct mw_wave_moments of_wave = mw_moments_of(wave, LENGTH);
    int64_t covariance = mw_covariance(wave, of_wave.sum, template, of_template.sum, LENGTH);
    return mw_saturate_16(covariance * 256 / mw_max(1, of_template.energy));
}

static int32_t above_chord(const int16_t *wave, int32_t i) {
    return wave[i] - wave[0] - (wave[LENGTH - 1] - wave[0]) * i / (LENGTH - 1);
}

/* The value that lies farthest from the straight line between the first and the last; of equals the first. */
static int32_t peak_of(const int16_t *wave) {
    int32_t best = -1;
    int32_t peak = 0;
    for (int32_t i = 0; i < LENGTH; i++) {
        int32_t size = size_of(above_chord(wave, i));
        if (size > best) {
            best = size;
            peak = i;
        }
    }
    return peak;
}

void mw_atrial_wave_describe(struct mw_atrial_wave *atrial, const struct mw_beat_signal *signal, uint32_t beat,
                        uint32_t next_beat, int32_t height, int32_t *features) {
    struct mw_wave wave;
    const int16_t *at_lag_0 = wave.values + LAGS;
    mw_wave_take(&wave, signal, next_beat - FROM, LENGTH, LAGS);
    if (!atrial->late_known) {
        mw_signal_copy(signal, beat - FROM, atrial->late, LENGTH);
    }
    if (!atrial->early_known) {
        memcpy(atrial->early, atrial->late, sizeof atrial->early);
    }
    features[MW_FEATURE_P_CORRELATION_AFTER] = mw_wave_match(&wave, atrial->late).correlation_q15;
    mw_wave_take(&wave, signal, beat - FROM, LENGTH, LAGS);
    struct mw_wave_fit early = mw_wave_match(&wave, atrial->early);
    struct mw_wave_fit late = mw_wave_match(&wave, atrial->late);
    int32_t early_difference = difference(at_lag_0 + early.lag, atrial->early);
    int32_t late_difference = difference(at_lag_0 + late.lag, atrial->late);
    int32_t peak = peak_of(at_lag_0);
    atrial->early_correlation = early.correlation_q15;
    atrial->correlation_before = atrial->correlation;
    atrial->correlation = late.correlation_q15;
    features[MW_FEATURE_P_CORRELATION] = late.correlation_q15;
    features[MW_FEATURE_P_DIFFERENCE] = mw_ratio_q10(late_difference, height);
    features[MW_FEATURE_P_PROJECTION] = projection(at_lag_0 + late.lag, atrial->late);
    features[MW_FEATURE_P_HEIGHT] = mw_ratio_q10(above_chord(at_lag_0, peak), height);
    features[MW_FEATURE_P_TEMPLATE_HEIGHT] = mw_ratio_q10(above_chord(atrial->late, peak_of(atrial->late)), height);
    features[MW_FEATURE_P_CORRELATION_BEFORE] = atrial->correlation_before;
    features[MW_FEATURE_EARLY_P_CORRELATION] = early.correlation_q15;
    features[MW_FEATURE_P_CORRELATION_LEAD] = ((late.correlation_q15 - early.correlation_q15) >> 1);
    features[MW_FEATURE_EARLY_P_DIFFERENCE_LEAD] = mw_ratio_q10(early_difference - late_difference, height);
    features[MW_FEATURE_EARLY_P_TEMPLATE_HEIGHT] =
        mw_ratio_q10(above_chord(atrial->early, peak_of(atrial->early)), height);
    features[MW_FEATURE_LATE_BEATS_P] = atrial->late_beats;
    features[MW_FEATURE_EARLY_BEATS_P] = atrial->early_beats;
}

static void follow(int16_t *template, const struct mw_beat_signal *signal, uint32_t from) {
    for (uint32_t i = 0; i < LENGTH; i++) {
        template[i] = (int16_t)(template[i] + (mw_signal_at(signal, from + i) - template[i]) / TEMPLATE_WEIGHT);
    }
}

void mw_atrial_wave_learn(struct mw_atrial_wave *atrial, const struct mw_beat_signal *signal, uint32_t beat, bool is_late) {
    uint32_t from = beat - FROM;
    if (is_late) {
        if (!atrial->late_known) {
            atrial->late_known = true;
            atrial->late_beats = atrial->correlation;
        }
        follow(atrial->late, signal, from);
        atrial->late_beats += (atrial->correlation - atrial->late_beats) / MEAN_WEIGHT;
    } else {
        if (!atrial->early_known) {
            atrial->early_known = true;
            mw_signal_copy(signal, from, atrial->early, LENGTH);
            atrial->early_beats = atrial->early_correlation;
        }
        follow(atrial->early, signal, from);
        atrial->early_beats += (atrial->early_correlation - atrial->early_beats) / MEAN_WEIGHT;
    }
}
