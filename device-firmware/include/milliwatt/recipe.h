/*
 * The feature recipe: samples in, feature vectors out, as the recipe section of a bundle says
 * (contract/recipe.md is normative; io.milliwatt.dsp.fixedpoint gives the same bytes in Java).
 *
 * Memory is the caller's: ask mw_recipe_state_size, hand over that many bytes aligned to 8, keep them and
 * the recipe section unchanged while the recipe is in use. No heap, no floating point, no recursion.
 */
#ifndef MILLIWATT_RECIPE_H
#define MILLIWATT_RECIPE_H

#include <stdbool.h>
#include <stdint.h>

/* Limits of the format, so that a node can size its memory without a recipe at hand. */
#define MW_RECIPE_MAX_STEPS 32
#define MW_RECIPE_MAX_VALUES 16

/* Quality flags, as in kind 2 of contract/frame.md. */
enum mw_quality {
    MW_QUALITY_CLIPPED = 1 << 0,
    MW_QUALITY_FLAT = 1 << 1,
    MW_QUALITY_STOPPED = 1 << 2,
    MW_QUALITY_SPEED = 1 << 3,
    MW_QUALITY_WARMING_UP = 1 << 4,
    MW_QUALITY_SENSOR_FAULT = 1 << 5,
    MW_QUALITY_CANNOT_TELL = 1 << 6
};

/* What a recipe cannot know: the sensor and the machine it is bolted to. */
struct mw_sensor {
    uint32_t nano_units_per_count; /* 1 .. 2^30 - 1; the unit is the recipe's (vibration: g) */
    /* Fault frequencies in multiples of the shaft's, Q16, each below 64; 0 where a machine has none. */
    uint32_t outer_race_order_q16;   /* BPFO */
    uint32_t inner_race_order_q16;   /* BPFI */
    uint32_t ball_defect_order_q16;  /* 2 x BSF */
    uint32_t cage_order_q16;         /* FTF */
};

/* The values of one window, in the order of the recipe's output table; each fits int16. */
struct mw_features {
    int32_t values[MW_RECIPE_MAX_VALUES];
    uint16_t quality; /* enum mw_quality bits */
    uint8_t count;    /* values in use; 0: no window ended */
};

struct mw_operation; /* of the interpreter's own */

struct mw_recipe {
    const uint8_t *section;
    uint8_t *state;
    struct mw_sensor sensor;
    uint32_t shaft_speed_millihertz;
    uint32_t sample_index;  /* within the window */
    uint32_t windows_ended; /* stops at the warm-up windows */
    uint32_t state_length;
    uint32_t outputs_offset; /* in the section */
    uint16_t step_offset[MW_RECIPE_MAX_STEPS];  /* of a step in the section */
    uint32_t state_offset[MW_RECIPE_MAX_STEPS]; /* of a step's state in `state` */
    uint32_t decimation[MW_RECIPE_MAX_STEPS];   /* raw samples per value of a step */
    uint16_t array_length[MW_RECIPE_MAX_STEPS]; /* 0: the step gives no array */
    const struct mw_operation *operation[MW_RECIPE_MAX_STEPS];
    bool one_by_one; /* samples go through the steps singly */
};

/* Checks a recipe section completely and returns the bytes of state it needs, or a negative error:
 * MW_ERROR_TRUNCATED, MW_ERROR_VERSION, MW_ERROR_FORMAT, MW_ERROR_UNSUPPORTED. */
int32_t mw_recipe_state_size(const uint8_t *section, uint32_t length);

/* Prepares `recipe`; clears the state. `state` is aligned to 8. The section needs no alignment.
 * Returns 0, an error of mw_recipe_state_size, MW_ERROR_MEMORY when `state_length` is too small, or
 * MW_ERROR_ARGUMENT when a sensor value is out of range. The shaft speed starts at 0: set it. */
int mw_recipe_start(struct mw_recipe *recipe, const uint8_t *section, uint32_t length, void *state,
                    uint32_t state_length, const struct mw_sensor *sensor);

/* As after mw_recipe_start: clears the state; the shaft's speed stays. */
void mw_recipe_restart(struct mw_recipe *recipe);

/* The shaft's speed from now on, 0 .. 1 000 000 mHz; 0: it stands still. The speed at the end of a window counts. */
int mw_recipe_set_shaft_speed(struct mw_recipe *recipe, uint32_t millihertz);

/* Takes samples up to the end of the current window, at most `count`, and returns how many it took. When that ended
 * the window, features->count is not 0. Call again with the rest:
 *
 *     while (count > 0) {
 *         uint32_t taken = mw_recipe_accept(&recipe, samples, count, &features);
 *         if (features.count > 0) { ... }
 *         samples += taken;
 *         count -= taken;
 *     }
 */
uint32_t mw_recipe_accept(struct mw_recipe *recipe, const int16_t *samples, uint32_t count,
                          struct mw_features *features);

/* Degree-days are counted anew from here on, as at sowing; the day under way goes on. */
void mw_recipe_start_season(struct mw_recipe *recipe);

/* The array that a step, 1 .. the number of steps, has given at the end of the last window; valid until the next sample is
 * taken. NULL and a count of 0 for a step without, and for soil days (31). Before the first window's end it holds nothing of meaning. */
const int32_t *mw_recipe_array(const struct mw_recipe *recipe, uint32_t step, uint32_t *count);

/* How many values the array of `step` has; 0 for a step without, or a section that mw_recipe_state_size refuses. */
uint32_t mw_recipe_array_length(const uint8_t *section, uint32_t length, uint32_t step);

/* Lets every baseline anomaly learn its machine anew; filters go on. Returns how many there are. */
uint32_t mw_recipe_forget_baselines(struct mw_recipe *recipe);

/* sizeof(struct mw_recipe), for callers in other languages. */
uint32_t mw_recipe_object_size(void);

/* Identity as a bundle's header names it. The section is one that mw_recipe_state_size accepted. */
uint16_t mw_recipe_id(const uint8_t *section);
uint16_t mw_recipe_version(const uint8_t *section);
/* Of a slow sensor's recipe rounded down, but not below 1. */
uint32_t mw_recipe_sample_rate_millihertz(const uint8_t *section);
/* Of a slow sensor's recipe; 0 for one that says the rate. */
uint32_t mw_recipe_sample_period_milliseconds(const uint8_t *section);
uint32_t mw_recipe_window_length(const uint8_t *section);
uint8_t mw_recipe_value_count(const uint8_t *section);

#endif
