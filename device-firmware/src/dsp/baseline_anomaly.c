#include "milliwatt/dsp.h"
#include "milliwatt/recipe.h"

static int32_t lower_median(const int32_t *values, int32_t count) {
    int32_t rank = (count + 1) / 2;
    int32_t best = INT32_MAX;
    for (int32_t c = 0; c < count; c++) {
        int32_t not_above = 0;
        for (int32_t i = 0; i < count; i++) {
            not_above += values[i] <= values[c] ? 1 : 0;
        }
        if (not_above >= rank) {
            best = (int32_t)mw_min(best, values[c]);
        }
    }
    return best;
}

static void learn(struct mw_baseline_anomaly *state, const struct mw_baseline_rule *rule, int32_t value) {
    state->learnt[state->count] = value;
    state->count++;
    if (state->count == rule->windows_to_learn) {
        state->baseline = lower_median(state->learnt, state->count);
        for (int32_t i = 0; i < state->count; i++) {
            state->learnt[i] = mw_saturate_32(mw_magnitude((int64_t)state->learnt[i] - state->baseline));
        }
        /* 1.4826 makes the median absolute deviation a standard deviation under a normal law. */
        int64_t spread = lower_median(state->learnt, state->count) * (int64_t)1518 >> 10;
        state->spread = mw_saturate_32(mw_max(rule->smallest_spread, spread));
    }
}

/* Headroom: differences of int32 values are formed in 64 bits; scores are clamped before they are summed. */
uint16_t mw_baseline_anomaly_end_window(struct mw_baseline_anomaly *state, const struct mw_baseline_rule *rule,
                                        int32_t value, uint16_t quality) {
    state->score_q8 = 0;
    if (state->count < rule->windows_to_learn) {
        if ((quality & (rule->unlearnable_flags | MW_QUALITY_WARMING_UP)) == 0) {
            learn(state, rule, value);
        }
        return quality | MW_QUALITY_WARMING_UP;
    }
    if ((quality & (rule->unjudgeable_flags | MW_QUALITY_WARMING_UP)) == 0) {
        int64_t score = ((int64_t)value - state->baseline) * 256 / state->spread;
        state->score_q8 = (int32_t)mw_clamp(score, -rule->score_limit_q8, rule->score_limit_q8);
        int64_t cumulative = (int64_t)state->cumulative_q8 + state->score_q8 - rule->drift_q8;
        state->cumulative_q8 = (int32_t)mw_clamp(cumulative, 0, rule->cumulative_limit_q8);
    }
    return quality;
}
