#include "qrs_templates.h"

#include "milliwatt/dsp.h"

#include <string.h>

#define LENGTH MW_QRS_SHAPE_LENGTH
#define JOIN_LAGS 4
#define JOIN_Q15 29491
#define LARGEST_ENERGY 2
#define SLOWEST_WEIGHT 16
#define SCORE_ONE (1 << 16)
#define SCORE_FADE_SHIFT 8
#define HURRIED_PART 8
#define ACCEPTED_PART 4
#define LEAST_CORRELATION (-32767)
#define RATIO_SHIFT 4

/* The energy between half and twice the template's: ventricular beats that differ from a normal shape by little but their size are a
 * shape of their own. */
static bool alike(const struct mw_qrs_templates *templates, const struct mw_wave *wave, int32_t lag, int template) {
    int64_t energy = wave->energies[lag + wave->lags];
    int64_t of_template = mw_moments_of(templates->shapes[template], LENGTH).energy;
    return energy <= LARGEST_ENERGY * of_template && of_template <= LARGEST_ENERGY * energy;
}

/* Whether a shape comes in time often enough to be a normal one: at least a quarter as often as the most normal. */
static bool is_accepted(const struct mw_qrs_templates *templates, uint8_t template) {
    return template == templates->normal ||
           templates->scores[template] >= templates->scores[templates->normal] / ACCEPTED_PART;
}

static uint8_t oldest(const struct mw_qrs_templates *templates) {
    uint8_t oldest = templates->normal == 0 && templates->counts[0] > 0 ? 1 : 0;
    for (uint8_t i = 0; i < MW_QRS_SHAPES; i++) {
        if (templates->counts[i] == 0) {
            return i;
        }
        if (i != templates->normal && templates->idle[i] > templates->idle[oldest]) {
            oldest = i;
        }
    }
    return oldest;
}

void mw_templates_find(struct mw_qrs_templates *templates, const struct mw_beat_signal *signal, uint32_t beat) {
    struct mw_wave wave;
    int best = -1;
    int32_t best_correlation = JOIN_Q15 - 1;
    mw_wave_take(&wave, signal, beat - MW_QRS_SHAPE_REACH, LENGTH, JOIN_LAGS);
    templates->current_lag = 0;
    templates->accepted_correlation = LEAST_CORRELATION;
    for (uint8_t i = 0; i < MW_QRS_SHAPES; i++) {
        if (templates->counts[i] == 0) {
            continue;
        }
        struct mw_wave_fit fit = mw_wave_match(&wave, templates->shapes[i]);
        if (is_accepted(templates, i)) {
            templates->accepted_correlation = (int32_t)mw_max(templates->accepted_correlation, fit.correlation_q15);
        }
        if (fit.correlation_q15 > best_correlation && alike(templates, &wave, fit.lag, i)) {
            best = i;
            best_correlation = fit.correlation_q15;
            templates->current_lag = (int8_t)fit.lag;
        }
    }
    templates->joined = best >= 0;
    templates->current = templates->joined ? (uint8_t)best : oldest(templates);
    if (!templates->joined) {
        mw_signal_copy(signal, beat - MW_QRS_SHAPE_REACH, templates->shapes[templates->current], LENGTH);
        templates->counts[templates->current] = 0;
        templates->scores[templates->current] = 0;
        templates->interval_ratios[templates->current] = 0;
    }
}

static int16_t counted(int16_t count) {
    return count < INT16_MAX ? (int16_t)(count + 1) : count;
}

void mw_templates_learn(struct mw_qrs_templates *templates, const struct mw_beat_signal *signal, uint32_t beat,
                        bool premature, bool hurried, int32_t interval_ratio_q8) {
    uint8_t current = templates->current;
    int32_t weight = (int32_t)mw_min(templates->counts[current] + 1, SLOWEST_WEIGHT);
    int16_t *shape = templates->shapes[current];
    uint32_t from = beat + (uint32_t)(templates->current_lag - MW_QRS_SHAPE_REACH);
    for (uint32_t i = 0; i < LENGTH; i++) {
        shape[i] = (int16_t)(shape[i] + (mw_signal_at(signal, from + i) - shape[i]) / weight);
    }
    int32_t ratio = interval_ratio_q8 * 256;
    int32_t *mean = &templates->interval_ratios[current];
    *mean = templates->counts[current] == 0 ? ratio : *mean + ((ratio - *mean) >> RATIO_SHIFT);
    templates->counts[current] = counted(templates->counts[current]);
    for (int i = 0; i < MW_QRS_SHAPES; i++) {
        templates->idle[i] = counted(templates->idle[i]);
        templates->scores[i] -= templates->scores[i] >> SCORE_FADE_SHIFT;
    }
    templates->idle[current] = 0;
    int32_t earned = hurried && current != templates->normal ? SCORE_ONE / HURRIED_PART : SCORE_ONE;
    templates->scores[current] += premature ? 0 : earned;
    for (uint8_t i = 0; i < MW_QRS_SHAPES; i++) {
        if (templates->scores[i] > templates->scores[templates->normal]) {
            templates->normal = i;
        }
    }
}
