#include "milliwatt/dsp.h"
#include "soil_parts.h"

#include <string.h>

#define MOST UINT16_MAX

static int32_t limit(const uint8_t *limits, enum mw_soil_limit which) { return mw_soil_limit(limits, which); }

static void advance(struct mw_depth_quality *quality, const struct mw_soil_surroundings *around) {
    int64_t passed = around->hours_passed;
    quality->held_rain = (uint16_t)mw_min(MOST, quality->held_rain + around->new_rain);
    if (passed == 0) {
        return;
    }
    quality->break_hours = (uint8_t)mw_max(0, quality->break_hours - passed);
    quality->held_hours = (uint16_t)mw_min(MOST, quality->held_hours + passed);
    if (passed >= MW_SOIL_HOURS) {
        quality->filled = 0;
        quality->outside = 0;
        return;
    }
    for (int64_t hour = 0; hour < passed && quality->filled > 0; hour++) {
        memmove(quality->hours + 1, quality->hours, (MW_SOIL_HOURS - 1) * sizeof quality->hours[0]);
        quality->filled = (uint8_t)mw_min(MW_SOIL_HOURS, quality->filled + 1);
    }
}

static void extremes(const struct mw_depth_quality *quality, int32_t *low, int32_t *high) {
    *low = quality->hours[0];
    *high = quality->hours[0];
    for (uint32_t hour = 1; hour < quality->filled; hour++) {
        *low = (int32_t)mw_min(*low, quality->hours[hour]);
        *high = (int32_t)mw_max(*high, quality->hours[hour]);
    }
}

/* Spike, break, rise without rain; afterwards the hours know the reading if it belongs to them. */
static uint32_t step(struct mw_depth_quality *quality, const uint8_t *limits, int16_t water, bool may_rise) {
    uint32_t flags = 0;
    if (quality->filled == 0) {
        quality->hours[0] = water;
        quality->filled = 1;
        return 0;
    }
    int32_t low;
    int32_t high;
    extremes(quality, &low, &high);
    bool below = water < low - limit(limits, LIMIT_JUMP);
    bool above = water > high + limit(limits, LIMIT_JUMP) && !may_rise;
    if (!below && !above) {
        quality->outside = 0;
    } else {
        quality->outside++;
        if (quality->outside <= limit(limits, LIMIT_READINGS_TO_BREAK)) {
            return MW_SOIL_SPIKE;
        }
        quality->outside = 0;
        quality->break_hours = (uint8_t)limit(limits, LIMIT_BREAK_HOURS);
        quality->fallen = below && low - water > limit(limits, LIMIT_PLATEAU_FALL);
        quality->fallen_from = (int16_t)low;
        flags = above ? MW_SOIL_RISE_WITHOUT_RAIN : 0;
        quality->filled = 1;
    }
    bool risen = quality->filled == MW_SOIL_HOURS && !may_rise &&
                 water - quality->hours[MW_SOIL_HOURS - 1] > limit(limits, LIMIT_RISE);
    quality->hours[0] = water;
    return flags | (quality->break_hours > 0 ? (uint32_t)MW_SOIL_BREAK : 0U) |
           (risen ? (uint32_t)MW_SOIL_RISE_WITHOUT_RAIN : 0U);
}

static bool on_low_plateau(struct mw_depth_quality *quality, const uint8_t *limits, int16_t water,
                           const struct mw_depth_history *history) {
    if (quality->fallen && water > quality->fallen_from - limit(limits, LIMIT_JUMP)) {
        quality->fallen = false;
    }
    int32_t low;
    int32_t high;
    extremes(quality, &low, &high);
    return quality->fallen && history->known > 0 && water < history->driest - limit(limits, LIMIT_PLATEAU_BELOW) &&
           high - low <= limit(limits, LIMIT_PLATEAU_RANGE);
}

static bool is_stuck(struct mw_depth_quality *quality, const uint8_t *limits, int16_t water,
                     const struct mw_soil_surroundings *around) {
    if (mw_magnitude(water - quality->held) > 1) {
        quality->held = water;
        quality->held_hours = 0;
        quality->held_rain = 0;
    }
    bool in_rain = around->depth_millimetres <= limit(limits, LIMIT_NEAR_SURFACE) &&
                   quality->held_hours >= limit(limits, LIMIT_STUCK_HOURS_IN_RAIN) &&
                   quality->held_rain >= limit(limits, LIMIT_STUCK_RAIN);
    return in_rain || (quality->held_hours >= limit(limits, LIMIT_STUCK_HOURS) &&
                       around->others_moved > limit(limits, LIMIT_STUCK_MOVED));
}

/* Headroom: all differences are of 16-bit values; hours and water held stop at 65535. */
uint16_t mw_depth_quality_accept(struct mw_depth_quality *quality, const uint8_t *limits, int16_t water,
                                 const struct mw_soil_surroundings *around, const struct mw_depth_history *history) {
    advance(quality, around);
    if (!mw_soil_known(water)) {
        return MW_SOIL_GAP;
    }
    bool soil_known = mw_soil_known(around->soil);
    uint32_t flags = (around->gap ? (uint32_t)MW_SOIL_GAP : 0U) | (around->low_battery ? (uint32_t)MW_SOIL_BATTERY_BIAS : 0U);
    if (soil_known && around->soil <= limit(limits, LIMIT_FROZEN)) {
        flags |= MW_SOIL_FROZEN;
    }
    if (water < limit(limits, LIMIT_LOWEST) || water > limit(limits, LIMIT_HIGHEST)) {
        return (uint16_t)(flags | MW_SOIL_RANGE);
    }
    bool may_rise = around->rain_of_day >= limit(limits, LIMIT_LEAST_RAIN) ||
                    (soil_known && around->soil <= limit(limits, LIMIT_THAWING));
    flags |= step(quality, limits, water, may_rise);
    flags |= water >= around->saturated ? MW_SOIL_SATURATED : 0;
    flags |= on_low_plateau(quality, limits, water, history) ? MW_SOIL_LOW_PLATEAU : 0;
    flags |= is_stuck(quality, limits, water, around) ? MW_SOIL_STUCK : 0;
    return (uint16_t)flags;
}
