#include "milliwatt/dsp.h"
#include "milliwatt/slow.h"

/* Rounded down, as an arithmetic right shift. */
static int64_t half(int64_t sum) {
    return sum >> 1;
}

static int64_t cut(int64_t value, const struct mw_degree_day_rule *rule) {
    return mw_clamp(value, rule->base, rule->upper);
}

/* The day that has just ended, in degrees above the base (McMaster and Wilhelm 1997, methods 2 and 1, and the mean over the
 * readings that they approximate). */
static int64_t day_of(const struct mw_degree_days *state, const struct mw_degree_day_rule *rule) {
    switch (rule->method) {
    case MW_DEGREE_DAYS_EXTREMES_CUT:
        return half(cut(state->highest, rule) + cut(state->lowest, rule)) - rule->base;
    case MW_DEGREE_DAYS_EXTREMES:
        return cut(half((int64_t)state->highest + state->lowest), rule) - rule->base;
    default:
        return state->sum / rule->values_per_day;
    }
}

/* Headroom: values and thresholds are within 24 bits, so a day's value is below 2^25 and 65 535 of them sum to less than
 * 2^41; the total stops at its largest. */
void mw_degree_days_accept(struct mw_degree_days *state, const struct mw_degree_day_rule *rule, int32_t value) {
    int32_t reading = mw_saturate_24(value);
    bool first = state->count == 0;
    state->lowest = first ? reading : (int32_t)mw_min(state->lowest, reading);
    state->highest = first ? reading : (int32_t)mw_max(state->highest, reading);
    state->sum += cut(reading, rule) - rule->base;
    state->count++;
    if (state->count == rule->values_per_day) {
        int64_t day = day_of(state, rule);
        state->last_day = (int32_t)day;
        state->total = mw_saturate_32(state->total + day);
        state->days += state->days < INT32_MAX ? 1 : 0;
        state->count = 0;
        state->sum = 0;
    }
}

void mw_degree_days_end_window(const struct mw_degree_days *state, int32_t values[MW_DEGREE_DAYS_VALUES]) {
    values[MW_DEGREE_DAYS_TOTAL] = state->total;
    values[MW_DEGREE_DAYS_LAST_DAY] = state->last_day;
    values[MW_DEGREE_DAYS_DAYS] = state->days;
}

void mw_degree_days_start_season(struct mw_degree_days *state) {
    state->total = 0;
    state->last_day = 0;
    state->days = 0;
}
