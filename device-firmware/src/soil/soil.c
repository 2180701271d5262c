#include "milliwatt/soil.h"

#include "../dsp/recipe_layout.h"
#include "milliwatt/decision.h"
#include "milliwatt/dsp.h"
#include "milliwatt/error.h"
#include "soil_parts.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static_assert(sizeof(struct mw_soil_state) <= MW_SOIL_STATE_BYTES, "state of operation 31");

enum { MOST_MISSED_DAYS = 8, MOST_RAIN_DAYS_GONE = 2, UNITS_PER_TENTH_MILLIMETRE = 1000, MOST_RAIN = 255 };
enum { LARGEST_LATITUDE = 9000, LARGEST_OFFSET = 900, CLASSES = 3 };
#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_MINUTE 60
#define HOURS_PER_DAY 24
#define MOST UINT16_MAX
#define QUALITY_MASK_OFFSET 4U

bool mw_soil_is_watched(const struct mw_bundle *bundle) { return mw_decision_forecasts_soil(bundle); }

bool mw_soil_fits(const struct mw_bundle *bundle) {
    return bundle->recipe.bytes[MW_RECIPE_HEADER_BYTES + MW_STEP_OPERATION] == MW_OPERATION_SOIL_DAYS &&
           bundle->inputs == MW_SOIL_FEATURES && bundle->classes == CLASSES;
}

static bool line_holds(int32_t line) { return line >= MW_SOIL_NO_LINE && line <= MW_SOIL_LARGEST_LINE; }

static bool settings_hold(const struct mw_soil_settings *settings) {
    bool holds = settings->count >= 1 && settings->count <= MW_SOIL_DEPTHS && settings->root_millimetres >= 1 &&
                 settings->root_millimetres <= INT16_MAX &&
                 mw_magnitude(settings->latitude_centidegrees) <= LARGEST_LATITUDE &&
                 mw_magnitude(settings->utc_offset_minutes) <= LARGEST_OFFSET;
    uint32_t above = 0;
    for (uint32_t i = 0; holds && i < settings->count; i++) {
        const struct mw_soil_depth_settings *depth = &settings->depths[i];
        holds = depth->millimetres > above && depth->millimetres <= INT16_MAX && line_holds(depth->refill) &&
                line_holds(depth->full) && line_holds(depth->saturated) &&
                (depth->full == MW_SOIL_NO_LINE || depth->refill <= depth->full);
        above = depth->millimetres;
    }
    return holds;
}

/* A probe that was moved to another depth is another probe. */
static bool is_about(const struct mw_soil_state *state, const struct mw_soil_settings *settings) {
    bool same = state->set_up;
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS; i++) {
        same = same && state->depths[i].millimetres == (i < settings->count ? settings->depths[i].millimetres : 0);
    }
    return same;
}

static void begin(struct mw_soil *soil) {
    struct mw_soil_state *state = soil->state;
    memset(state, 0, sizeof *state);
    state->set_up = true;
    state->refill_tenths = -1;
    mw_site_history_begin(&state->site);
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS; i++) {
        mw_depth_history_begin(&state->depths[i].history);
        state->depths[i].millimetres = i < soil->settings->count ? soil->settings->depths[i].millimetres : 0;
    }
}

/* A state may have been filled before a restart, under other settings. */
static void begin_unless_known(struct mw_soil *soil) {
    if (!is_about(soil->state, soil->settings)) {
        begin(soil);
    }
}

void mw_soil_forget(struct mw_soil *soil) {
    int16_t lines[MW_SOIL_DEPTHS][2];
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS; i++) {
        lines[i][0] = soil->state->depths[i].refill;
        lines[i][1] = soil->state->depths[i].full;
    }
    begin(soil);
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS; i++) {
        soil->state->depths[i].refill = lines[i][0];
        soil->state->depths[i].full = lines[i][1];
    }
}

int mw_soil_start(struct mw_soil *soil, const struct mw_model *model, const struct mw_soil_settings *settings, void *state) {
    if (!settings_hold(settings)) {
        return MW_ERROR_ARGUMENT;
    }
    soil->model = model;
    soil->settings = settings;
    soil->state = state;
    soil->limits = model->bundle->recipe.bytes + MW_RECIPE_HEADER_BYTES + MW_STEP_PARAMETERS;
    soil->rule = model->bundle->decision.bytes;
    begin_unless_known(soil);
    return MW_OK;
}

static int64_t hour_at(const struct mw_soil *soil, int64_t seconds) {
    return mw_floor_divide(seconds + (int64_t)soil->settings->utc_offset_minutes * SECONDS_PER_MINUTE, SECONDS_PER_HOUR);
}

static int64_t day_at(const struct mw_soil *soil, int64_t seconds) {
    return mw_floor_divide(hour_at(soil, seconds), HOURS_PER_DAY);
}

bool mw_soil_excludes(const struct mw_soil *soil, uint16_t flags) {
    return (flags & mw_u16(soil->rule + QUALITY_MASK_OFFSET)) != 0;
}

/* Hours go by, and rain falls. Returns the rain of the last day. */
static int32_t rain_falls(struct mw_soil_state *state, int64_t passed, uint16_t rain) {
    uint32_t by = (uint32_t)mw_min(MW_SOIL_HOURS, passed);
    memmove(state->hourly_rain + by, state->hourly_rain, MW_SOIL_HOURS - by);
    memset(state->hourly_rain, 0, by);
    state->hourly_rain[0] = (uint8_t)mw_min(MOST_RAIN, state->hourly_rain[0] + rain);
    int32_t sum = 0;
    for (uint32_t hour = 0; hour < MW_SOIL_HOURS; hour++) {
        sum += state->hourly_rain[hour];
    }
    return sum;
}

static void add_to_site(struct mw_site_day *day, uint16_t rain, int16_t air) {
    day->rain = (uint16_t)mw_min(MOST, day->rain + rain);
    if (!mw_soil_known(air) || day->air_count == MOST) {
        return;
    }
    day->air_lowest = day->air_count == 0 ? air : (int16_t)mw_min(day->air_lowest, air);
    day->air_highest = day->air_count == 0 ? air : (int16_t)mw_max(day->air_highest, air);
    day->air_sum += air;
    day->air_count++;
}

static void add_water(struct mw_depth_day *day, int16_t water, uint8_t hour) {
    if (day->count == MOST) {
        return;
    }
    day->sum += water;
    day->count++;
    if (day->newest_hour != hour + 1) {
        day->hours++;
        day->newest_hour = (uint8_t)(hour + 1);
    }
}

static void add_soil(struct mw_depth_day *day, int16_t soil) {
    if (mw_soil_known(soil) && day->soil_count < MOST) {
        day->soil_sum += soil;
        day->soil_count++;
    }
}

static int16_t mean_of(int32_t sum, uint32_t count) {
    return count == 0 ? (int16_t)MW_SOIL_MISSING : (int16_t)mw_floor_divide(sum, count);
}

static void end_day(struct mw_soil *soil, int64_t day, bool known) {
    struct mw_soil_state *state = soil->state;
    struct mw_site_day site = state->day;
    int16_t water[MW_SOIL_DEPTHS];
    int16_t uppermost = MW_SOIL_MISSING;
    for (uint32_t i = 0; i < soil->settings->count; i++) {
        struct mw_soil_depth_state *depth = &state->depths[i];
        bool enough = known && depth->day.hours >= mw_soil_limit(soil->limits, LIMIT_HOURS_OF_DAY);
        water[i] = enough ? mean_of(depth->day.sum, depth->day.count) : (int16_t)MW_SOIL_MISSING;
        depth->soil = known ? mean_of(depth->day.soil_sum, depth->day.soil_count) : (int16_t)MW_SOIL_MISSING;
        uppermost = mw_soil_known(uppermost) ? uppermost : depth->soil;
        memset(&depth->day, 0, sizeof depth->day);
    }
    memset(&state->day, 0, sizeof state->day);
    int32_t range = site.air_count == 0 ? MW_SOIL_MISSING : (int32_t)mw_min(INT16_MAX, site.air_highest - site.air_lowest);
    mw_site_history_end_day(&state->site, soil->settings->latitude_centidegrees, mw_day_of_year(day), site.rain,
                            mean_of(site.air_sum, site.air_count), (int16_t)range, uppermost);
    for (uint32_t i = 0; i < soil->settings->count; i++) {
        mw_depth_history_end_day(&state->depths[i].history, water[i], &state->site);
    }
}

/* After a long silence the first of the days told is not the one that was under way; its readings are too old to matter. */
static void end_days(struct mw_soil *soil, int64_t old_day, int64_t new_day) {
    int64_t missed = mw_min(MOST_MISSED_DAYS, new_day - old_day);
    for (int64_t day = new_day - missed; day < new_day; day++) {
        end_day(soil, day, day == old_day);
    }
}

static int32_t others_moved(const struct mw_soil *soil, uint32_t index) {
    int32_t most = 0;
    for (uint32_t other = 0; other < soil->settings->count; other++) {
        int32_t moved = other == index ? 0 : mw_depth_history_moved(&soil->state->depths[other].history);
        most = (int32_t)mw_max(most, moved);
    }
    return most;
}

static void judge(struct mw_soil *soil, const struct mw_soil_sample *sample, int64_t passed, bool gap, int32_t rain_of_day) {
    struct mw_soil_state *state = soil->state;
    uint8_t hour = (uint8_t)(hour_at(soil, sample->epoch_seconds) - HOURS_PER_DAY * day_at(soil, sample->epoch_seconds));
    for (uint32_t i = 0; i < sample->count; i++) {
        const struct mw_soil_depth_settings *settings = &soil->settings->depths[i];
        struct mw_soil_depth_state *depth = &state->depths[i];
        const struct mw_soil_surroundings around = {
            .hours_passed = passed,
            .rain_of_day = rain_of_day,
            .new_rain = sample->rain_tenths,
            .others_moved = others_moved(soil, i),
            .saturated = settings->saturated == MW_SOIL_NO_LINE ? mw_soil_limit(soil->limits, LIMIT_SATURATED)
                                                                : settings->saturated,
            .depth_millimetres = settings->millimetres,
            .soil = sample->soil[i],
            .gap = gap,
            .low_battery = sample->battery_millivolts > 0 &&
                           sample->battery_millivolts < mw_soil_limit(soil->limits, LIMIT_LOW_BATTERY)};
        depth->flags =
            mw_depth_quality_accept(&depth->quality, soil->limits, sample->water[i], &around, &depth->history);
        if (mw_soil_known(sample->water[i]) && !mw_soil_excludes(soil, depth->flags)) {
            add_water(&depth->day, sample->water[i], hour);
        }
        add_soil(&depth->day, sample->soil[i]);
    }
}

static void features_of(const struct mw_soil *soil, uint32_t index, const uint16_t *rain, int16_t inputs[MW_SOIL_FEATURES]) {
    const struct mw_soil_depth_state *depths = soil->state->depths;
    mw_soil_features(inputs, soil->settings->depths[index].millimetres, &depths[index],
                     index > 0 ? &depths[index - 1] : NULL, index + 1U < soil->settings->count ? &depths[index + 1] : NULL,
                     &soil->state->site, rain);
}

static void changes_of(const struct mw_soil *soil, const int16_t inputs[MW_SOIL_FEATURES], int16_t changes[MW_SOIL_HORIZONS]) {
    struct mw_soil_rule rule = mw_soil_rule_of(soil->rule);
    int16_t scores[CLASSES];
    mw_model_score(soil->model, inputs, scores);
    for (uint32_t i = 0; i < MW_SOIL_HORIZONS; i++) {
        changes[i] = mw_saturate_16(mw_rounding_shift((int64_t)scores[i] * rule.multipliers[i], rule.shift));
    }
}

static int32_t middle(const struct mw_soil_settings *settings, uint32_t index) {
    return (settings->depths[index].millimetres + settings->depths[index + 1].millimetres) / 2;
}

/* Millimetres of soil that a depth stands for. */
static int32_t thickness(const struct mw_soil_settings *settings, uint32_t index) {
    int32_t top = index == 0 ? 0 : middle(settings, index - 1);
    int32_t bottom = index + 1U == settings->count ? settings->root_millimetres : middle(settings, index);
    return (int32_t)mw_max(0, mw_min(bottom, settings->root_millimetres) - top);
}

/* As set, or a share of the range between the driest and the wettest day. */
static int32_t line(int32_t set_later, int32_t set, const struct mw_depth_history *history, int32_t share_q8) {
    if (set_later > 0) {
        return set_later - 1;
    }
    return set != MW_SOIL_NO_LINE ? set : history->driest + ((history->wettest - history->driest) * share_q8 >> 8);
}

static void conclude(struct mw_soil *soil) {
    static const uint16_t dry[MW_SOIL_RAIN_DAYS];
    struct mw_soil_state *state = soil->state;
    struct mw_soil_rule rule = mw_soil_rule_of(soil->rule);
    int64_t now = 0;
    int64_t refill = 0;
    int64_t missing = 0;
    int64_t later[MW_SOIL_HORIZONS] = {0, 0, 0};
    bool any = false;
    for (uint32_t i = 0; i < soil->settings->count; i++) {
        const struct mw_soil_depth_settings *settings = &soil->settings->depths[i];
        const struct mw_soil_depth_state *depth = &state->depths[i];
        int64_t millimetres = thickness(soil->settings, i);
        if (!mw_depth_history_ready(&depth->history) || millimetres == 0) {
            continue;
        }
        int16_t inputs[MW_SOIL_FEATURES];
        int16_t changes[MW_SOIL_HORIZONS];
        int32_t water = depth->history.days[0];
        features_of(soil, i, dry, inputs);
        changes_of(soil, inputs, changes);
        any = true;
        now += water * millimetres;
        refill += line(depth->refill, settings->refill, &depth->history, rule.refill_share_q8) * millimetres;
        for (uint32_t h = 0; h < MW_SOIL_HORIZONS; h++) {
            later[h] += (water + changes[h]) * millimetres;
        }
        int32_t full = line(depth->full, settings->full, &depth->history, rule.full_share_q8);
        missing += mw_max(0, full - water) * millimetres;
    }
    state->refill_tenths = any ? mw_days_to_refill(now, later, refill) : (int16_t)-1;
    bool due = any && state->refill_tenths <= rule.lead_tenths;
    state->need_tenths = due ? (uint16_t)mw_min(MOST, missing / UNITS_PER_TENTH_MILLIMETRE) : 0;
}

bool mw_soil_accept(struct mw_soil *soil, const struct mw_soil_sample *sample, struct mw_soil_status *status) {
    struct mw_soil_state *state = soil->state;
    begin_unless_known(soil);
    if ((state->begun && sample->epoch_seconds <= state->last_seconds) || sample->count != soil->settings->count) {
        return false;
    }
    int64_t passed = 0;
    bool gap = false;
    status->day_ended = false;
    if (state->begun) {
        int64_t new_day = day_at(soil, sample->epoch_seconds);
        int64_t old_day = day_at(soil, state->last_seconds);
        passed = hour_at(soil, sample->epoch_seconds) - hour_at(soil, state->last_seconds);
        gap = sample->epoch_seconds - state->last_seconds >
              (int64_t)mw_soil_limit(soil->limits, LIMIT_GAP_MINUTES) * SECONDS_PER_MINUTE;
        status->day_ended = new_day > old_day;
        if (status->day_ended) {
            end_days(soil, old_day, new_day);
        }
    }
    state->last_seconds = sample->epoch_seconds;
    state->begun = true;
    int32_t rain_of_day = rain_falls(state, passed, sample->rain_tenths);
    add_to_site(&state->day, sample->rain_tenths, sample->air);
    judge(soil, sample, passed, gap, rain_of_day);
    if (status->day_ended) {
        conclude(soil);
    }
    struct mw_soil_rule rule = mw_soil_rule_of(soil->rule);
    status->reasons = mw_soil_reporting(state, &rule, sample);
    status->report = status->reasons != 0;
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS; i++) {
        status->flags[i] = i < sample->count ? state->depths[i].flags : 0;
    }
    status->refill_tenths = state->refill_tenths;
    status->need_tenths = state->need_tenths;
    return true;
}

void mw_soil_expect_rain(struct mw_soil *soil, const uint16_t tenths[MW_SOIL_RAIN_DAYS], int64_t first_day) {
    soil->state->rain_known = tenths != NULL;
    soil->state->rain_from = first_day;
    if (tenths != NULL) {
        memcpy(soil->state->rain, tenths, sizeof soil->state->rain);
    }
    conclude(soil);
}

void mw_soil_set_lines(struct mw_soil *soil, uint32_t depth, int16_t refill, int16_t full) {
    soil->state->depths[depth].refill = (int16_t)(refill + 1);
    soil->state->depths[depth].full = (int16_t)(full + 1);
    conclude(soil);
}

bool mw_soil_inputs(const struct mw_soil *soil, uint32_t depth, int16_t inputs[MW_SOIL_FEATURES]) {
    const struct mw_soil_state *state = soil->state;
    if (depth >= soil->settings->count || !mw_depth_history_ready(&state->depths[depth].history)) {
        return false;
    }
    /* The newest day that ended is yesterday; rain counts from the day after it, today, on. */
    int64_t gone = day_at(soil, state->last_seconds) - state->rain_from;
    uint16_t rain[MW_SOIL_RAIN_DAYS] = {0};
    bool known = state->rain_known && gone >= 0 && gone <= MOST_RAIN_DAYS_GONE;
    for (uint32_t i = 0; known && i + (uint32_t)gone < MW_SOIL_RAIN_DAYS; i++) {
        rain[i] = state->rain[i + (uint32_t)gone];
    }
    features_of(soil, depth, known ? rain : NULL, inputs);
    return true;
}

bool mw_soil_forecast(const struct mw_soil *soil, uint32_t depth, int16_t changes[MW_SOIL_HORIZONS]) {
    int16_t inputs[MW_SOIL_FEATURES];
    if (!mw_soil_inputs(soil, depth, inputs)) {
        return false;
    }
    changes_of(soil, inputs, changes);
    return true;
}

int16_t mw_soil_refill_tenths(const struct mw_soil *soil) { return soil->state->refill_tenths; }

uint16_t mw_soil_need_tenths(const struct mw_soil *soil) { return soil->state->need_tenths; }

int64_t mw_soil_last_seconds(const struct mw_soil *soil) {
    return soil->state->begun ? soil->state->last_seconds : 0;
}
