/* The parts of a soil's state. All of it is one struct without pointers, which a snapshot takes as it is. */
#ifndef MILLIWATT_SOIL_PARTS_H
#define MILLIWATT_SOIL_PARTS_H

#include "../model/bytes.h"
#include "milliwatt/soil.h"

#include <stdbool.h>
#include <stdint.h>

#define MW_SOIL_HOURS 24
#define MW_SOIL_DAYS_KEPT 8

/* Limits of operation 31, in the order of its parameters. */
enum mw_soil_limit {
    LIMIT_LOWEST,
    LIMIT_HIGHEST,
    LIMIT_SATURATED,
    LIMIT_FROZEN,
    LIMIT_THAWING,
    LIMIT_JUMP,
    LIMIT_RISE,
    LIMIT_LEAST_RAIN,
    LIMIT_READINGS_TO_BREAK,
    LIMIT_BREAK_HOURS,
    LIMIT_PLATEAU_FALL,
    LIMIT_PLATEAU_BELOW,
    LIMIT_PLATEAU_RANGE,
    LIMIT_STUCK_HOURS,
    LIMIT_STUCK_HOURS_IN_RAIN,
    LIMIT_STUCK_RAIN,
    LIMIT_STUCK_MOVED,
    LIMIT_LOW_BATTERY,
    LIMIT_GAP_MINUTES,
    LIMIT_HOURS_OF_DAY,
    LIMIT_NEAR_SURFACE
};

static inline int32_t mw_soil_limit(const uint8_t *limits, enum mw_soil_limit which) {
    return mw_i16(limits + 2U * (uint32_t)which);
}

static inline bool mw_soil_known(int32_t value) { return value != MW_SOIL_MISSING; }

/* Quality control of a depth. */
struct mw_depth_quality {
    int16_t hours[MW_SOIL_HOURS]; /* newest first */
    uint16_t outside;             /* readings in a row */
    uint16_t held_hours;
    uint16_t held_rain;
    int16_t held;
    int16_t fallen_from;
    uint8_t filled; /* hours known */
    uint8_t break_hours;
    bool fallen;
    uint8_t unused;
};

/* Days of a depth. */
struct mw_depth_history {
    int32_t mean_q8;
    int32_t variance_q4;
    int16_t days[MW_SOIL_DAYS_KEPT]; /* newest first */
    int16_t driest;
    int16_t wettest;
    int16_t drying_q16;
    uint8_t known;
    uint8_t unused;
};

/* The day under way at a depth. */
struct mw_depth_day {
    int32_t sum;
    int32_t soil_sum;
    uint16_t count;
    uint16_t soil_count;
    uint8_t hours;
    uint8_t newest_hour; /* of the day and 1; 0: none */
    uint8_t unused[2];
};

struct mw_soil_depth_state {
    struct mw_depth_history history;
    struct mw_depth_day day;
    struct mw_depth_quality quality;
    int16_t soil;       /* mean temperature of the last day */
    int16_t told_water; /* of the last reading told */
    uint16_t told_flags;
    uint16_t flags;
    int16_t refill; /* as set since the start, and 1; 0: as in the settings */
    int16_t full;
    uint16_t millimetres; /* that all of this is about */
};

struct mw_site_history {
    int32_t antecedent_q4;
    int32_t air;
    int32_t air_q8;
    int32_t evapotranspiration;
    int32_t evapotranspiration_q8;
    uint16_t rain[MW_SOIL_RAIN_DAYS]; /* newest first */
    int16_t day_length;
    int16_t day_length_gain;
    uint8_t days_since_rain;
    bool primed;
};

struct mw_site_day {
    int32_t air_sum;
    uint16_t air_count;
    uint16_t rain;
    int16_t air_lowest;
    int16_t air_highest;
};

struct mw_soil_state {
    int64_t last_seconds;
    int64_t told_seconds;
    int64_t rain_from; /* day */
    struct mw_site_history site;
    struct mw_site_day day;
    struct mw_soil_depth_state depths[MW_SOIL_DEPTHS];
    uint16_t rain[MW_SOIL_RAIN_DAYS]; /* that is expected */
    uint16_t need_tenths;
    int16_t refill_tenths;
    int16_t told_refill;
    uint8_t hourly_rain[MW_SOIL_HOURS]; /* newest first */
    bool set_up;
    bool begun;
    bool told;
    bool rain_known;
};

/* What stands around a reading of a depth. */
struct mw_soil_surroundings {
    int64_t hours_passed;
    int32_t rain_of_day;
    int32_t new_rain;
    int32_t others_moved;
    int32_t saturated;
    uint16_t depth_millimetres;
    int16_t soil;
    bool gap;
    bool low_battery;
};

/* Flags of a reading, enum mw_soil_quality. */
uint16_t mw_depth_quality_accept(struct mw_depth_quality *quality, const uint8_t *limits, int16_t water,
                                 const struct mw_soil_surroundings *around, const struct mw_depth_history *history);

void mw_depth_history_begin(struct mw_depth_history *history);
/* Ends a day with its mean, or MW_SOIL_MISSING, after the site's. */
void mw_depth_history_end_day(struct mw_depth_history *history, int16_t water, const struct mw_site_history *site);
bool mw_depth_history_ready(const struct mw_depth_history *history);
int32_t mw_depth_history_change(const struct mw_depth_history *history, uint32_t days);
int32_t mw_depth_history_relative(const struct mw_depth_history *history);
/* Largest less smallest of the days kept. */
int32_t mw_depth_history_moved(const struct mw_depth_history *history);

void mw_site_history_begin(struct mw_site_history *site);
/* Ends a day; its air is `mean` and `range`, or MW_SOIL_MISSING, and `soil` what stands for the air then. */
void mw_site_history_end_day(struct mw_site_history *site, int16_t latitude_centidegrees, uint32_t day_of_year,
                             uint16_t rain, int16_t mean, int16_t range, int16_t soil);

struct mw_sun {
    int32_t day_length_minutes;
    int32_t radiation; /* 0.01 mm a day */
};

/* day of the year 1 .. 366 */
struct mw_sun mw_sun_at(int16_t latitude_centidegrees, uint32_t day_of_year);

/* 1 .. 366, of a day counted from 1970-01-01. */
uint32_t mw_day_of_year(int64_t epoch_day);

/* `above` and `below`: neighbours, or NULL. `rain`: of the next seven days, or NULL where it is unknown. */
void mw_soil_features(int16_t inputs[MW_SOIL_FEATURES], uint16_t depth_millimetres, const struct mw_soil_depth_state *depth,
                      const struct mw_soil_depth_state *above, const struct mw_soil_depth_state *below,
                      const struct mw_site_history *site, const uint16_t *rain);

/* Decision rule 4, in a section that mw_decision_check accepted. */
enum { MW_SOIL_RULE_OFFSET = 16 };

struct mw_soil_rule {
    uint16_t multipliers[MW_SOIL_HORIZONS];
    uint8_t shift;
    uint8_t heartbeat_hours;
    uint16_t refill_share_q8;
    uint16_t full_share_q8;
    uint16_t lead_tenths;
    uint16_t report_change;
    uint16_t report_tenths;
};

struct mw_soil_rule mw_soil_rule_of(const uint8_t *section);

/* Days to the refill line, tenths; `later` after 1, 3, 7 days. */
int16_t mw_days_to_refill(int64_t now, const int64_t later[MW_SOIL_HORIZONS], int64_t refill);

/* Why a reading is to be told, enum mw_soil_reason; if there is a reason it is remembered as told. */
uint8_t mw_soil_reporting(struct mw_soil_state *state, const struct mw_soil_rule *rule, const struct mw_soil_sample *sample);

#endif
