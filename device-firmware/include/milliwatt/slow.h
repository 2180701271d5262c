/*
 * Readings of slow sensors, such as a soil probe's every quarter of an hour: spikes out, trends, days and degree-days.
 * contract/recipe.md defines what each computes; io.milliwatt.dsp.fixedpoint is the twin in Java.
 *
 * A kernel's state is the caller's memory, aligned to 8 and cleared to zero before the first value.
 */
#ifndef MILLIWATT_SLOW_H
#define MILLIWATT_SLOW_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Streams: a value in, a value out
 * --------------------------------
 */

#define MW_MEDIAN_MAX_LENGTH 31

struct mw_moving_median {
    uint32_t at;
    uint32_t primed;
    int32_t past[];
};

/* The median of the last `length` values, 1 .. 31 and odd; before the first value all were like it. */
int32_t mw_moving_median_accept(struct mw_moving_median *state, uint32_t length, int32_t value);

struct mw_exponential_smoothing {
    int64_t mean_q16;
    int32_t primed;
    int32_t unused;
};

int32_t mw_exponential_smoothing_accept(struct mw_exponential_smoothing *state, int32_t value, unsigned settling_shift,
                                        unsigned fraction_bits);

struct mw_plausibility {
    int32_t held;   /* the last plausible value */
    int32_t newest; /* as it came */
    uint32_t same;  /* how often the newest came in a row */
    uint32_t jumps; /* refused in a row for their distance from the held value */
    uint32_t faults; /* in this window */
    uint32_t primed;
};

struct mw_plausibility_rule {
    int32_t lowest;
    int32_t highest;
    uint32_t largest_change;
    uint16_t jumps_to_believe;
    uint16_t stuck_after; /* 0: a steady reading is no fault */
    uint16_t faults_to_flag;
};

/* The value if it is plausible, else the last one that was. */
int32_t mw_plausibility_accept(struct mw_plausibility *state, const struct mw_plausibility_rule *rule, int32_t value);
/* Returns MW_QUALITY_SENSOR_FAULT or 0. */
uint16_t mw_plausibility_end_window(struct mw_plausibility *state, const struct mw_plausibility_rule *rule);

/*
 * Windows: values in, findings at the window's end
 * ------------------------------------------------
 */

#define MW_SLOPE_MAX_LENGTH 64

struct mw_slope {
    uint32_t count; /* values held, at most the length */
    uint32_t at;
    int32_t past[];
};

enum { MW_SLOPE_PER_VALUE, MW_SLOPE_MEAN, MW_SLOPE_VALUES };

void mw_slope_accept(struct mw_slope *state, uint32_t length, int32_t value);
/* False, and zeros, before `length` values have come. */
bool mw_slope_end_window(const struct mw_slope *state, uint32_t length, unsigned fraction_bits,
                         int32_t values[MW_SLOPE_VALUES]);

struct mw_day {
    int64_t sum;
    int32_t count;
    int32_t lowest;
    int32_t highest;
    int32_t ended_lowest;
    int32_t ended_highest;
    int32_t ended_mean;
    int32_t days;
    int32_t unused;
};

enum { MW_DAY_LOWEST, MW_DAY_HIGHEST, MW_DAY_MEAN, MW_DAY_DAYS, MW_DAY_VALUES };

void mw_day_accept(struct mw_day *state, int32_t values_per_day, int32_t value);
/* False, and zeros, before the first day has ended. */
bool mw_day_end_window(const struct mw_day *state, int32_t values[MW_DAY_VALUES]);

enum mw_degree_day_method {
    MW_DEGREE_DAYS_EXTREMES_CUT = 0, /* mean of highest and lowest, each cut at the thresholds first */
    MW_DEGREE_DAYS_EXTREMES = 1,     /* mean of highest and lowest, cut afterwards */
    MW_DEGREE_DAYS_READINGS = 2      /* mean of all readings, each cut at the thresholds */
};

struct mw_degree_day_rule {
    int32_t base;
    int32_t upper;
    uint16_t values_per_day;
    uint8_t method; /* enum mw_degree_day_method */
};

struct mw_degree_days {
    int64_t sum;
    int32_t count;
    int32_t lowest;
    int32_t highest;
    int32_t total;
    int32_t last_day;
    int32_t days;
};

enum { MW_DEGREE_DAYS_TOTAL, MW_DEGREE_DAYS_LAST_DAY, MW_DEGREE_DAYS_DAYS, MW_DEGREE_DAYS_VALUES };

void mw_degree_days_accept(struct mw_degree_days *state, const struct mw_degree_day_rule *rule, int32_t value);
void mw_degree_days_end_window(const struct mw_degree_days *state, int32_t values[MW_DEGREE_DAYS_VALUES]);
/* The total is counted anew; the day under way goes on. */
void mw_degree_days_start_season(struct mw_degree_days *state);

struct mw_level {
    int64_t sum;
    int32_t count;
    int32_t newest;
    int32_t lowest;
    int32_t highest;
};

enum { MW_LEVEL_NEWEST, MW_LEVEL_MEAN, MW_LEVEL_LOWEST, MW_LEVEL_HIGHEST, MW_LEVEL_VALUES };

void mw_level_accept(struct mw_level *state, int32_t value);
void mw_level_end_window(struct mw_level *state, int32_t values[MW_LEVEL_VALUES]);

#endif
