#include "milliwatt/dsp.h"
#include "soil_parts.h"

enum { LONGEST_TENTHS = 300, TENTHS = 10, LAST_STRETCH_DAYS = 4 };
#define SECONDS_PER_HOUR 3600

struct mw_soil_rule mw_soil_rule_of(const uint8_t *section) {
    const uint8_t *at = section + MW_SOIL_RULE_OFFSET;
    struct mw_soil_rule rule = {.multipliers = {mw_u16(at), mw_u16(at + 2), mw_u16(at + 4)},
                                .shift = at[6],
                                .heartbeat_hours = at[7],
                                .refill_share_q8 = mw_u16(at + 8),
                                .full_share_q8 = mw_u16(at + 10),
                                .lead_tenths = mw_u16(at + 12),
                                .report_change = mw_u16(at + 14),
                                .report_tenths = mw_u16(at + 16)};
    return rule;
}

int16_t mw_days_to_refill(int64_t now, const int64_t later[MW_SOIL_HORIZONS], int64_t refill) {
    static const int64_t horizons[MW_SOIL_HORIZONS] = {1, 3, 7};
    int64_t from = now;
    int64_t days = 0;
    int64_t drop = 0;
    if (now <= refill) {
        return 0;
    }
    for (uint32_t i = 0; i < MW_SOIL_HORIZONS; i++) {
        /* Without rain a soil does not gain; what the network thinks above that is its error. */
        int64_t to = mw_min(from, later[i]);
        if (to <= refill) {
            return (int16_t)(days * TENTHS + (from - refill) * TENTHS * (horizons[i] - days) / (from - to));
        }
        drop = from - to;
        from = to;
        days = horizons[i];
    }
    if (drop == 0) {
        return LONGEST_TENTHS;
    }
    return (int16_t)mw_min(LONGEST_TENTHS, days * TENTHS + (from - refill) * TENTHS * LAST_STRETCH_DAYS / drop);
}

static uint32_t what_changed(const struct mw_soil_state *state, const struct mw_soil_rule *rule,
                             const struct mw_soil_sample *sample) {
    int32_t now = state->refill_tenths;
    int32_t then = state->told_refill;
    bool need = (now < 0) != (then < 0) || (now == 0) != (then == 0) ||
                mw_magnitude(now - then) >= rule->report_tenths;
    uint32_t reasons = need ? MW_SOIL_NEED_CHANGED : 0;
    for (uint32_t i = 0; i < sample->count; i++) {
        const struct mw_soil_depth_state *depth = &state->depths[i];
        bool both_known = mw_soil_known(sample->water[i]) && mw_soil_known(depth->told_water);
        bool water = both_known && mw_magnitude(sample->water[i] - depth->told_water) >= rule->report_change;
        reasons |= water ? MW_SOIL_WATER_CHANGED : 0;
        reasons |= depth->flags != depth->told_flags ? MW_SOIL_QUALITY_CHANGED : 0;
    }
    return reasons;
}

uint8_t mw_soil_reporting(struct mw_soil_state *state, const struct mw_soil_rule *rule, const struct mw_soil_sample *sample) {
    uint32_t reasons = state->told ? what_changed(state, rule, sample) : MW_SOIL_STARTED;
    if (state->told && sample->epoch_seconds - state->told_seconds >= rule->heartbeat_hours * SECONDS_PER_HOUR) {
        reasons |= MW_SOIL_HEARTBEAT;
    }
    if (reasons == 0) {
        return 0;
    }
    state->told = true;
    state->told_seconds = sample->epoch_seconds;
    state->told_refill = state->refill_tenths;
    for (uint32_t i = 0; i < sample->count; i++) {
        state->depths[i].told_water = sample->water[i];
        state->depths[i].told_flags = state->depths[i].flags;
    }
    return (uint8_t)reasons;
}
