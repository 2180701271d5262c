/*
 * What the interpreter knows of an operation of contract/recipe.md. Operations stand in families, one file each
 * (*_operations.c); operations.c lists them by number.
 */
#ifndef MILLIWATT_DSP_OPERATION_H
#define MILLIWATT_DSP_OPERATION_H

#include "milliwatt/recipe.h"
#include "recipe_layout.h"

#include <stdbool.h>
#include <stdint.h>

/* Which operations this firmware runs: a bit for each number. A node of one domain leaves the others' out, and then refuses
 * recipes with them as unsupported. */
#ifndef MW_RECIPE_OPERATIONS
#define MW_RECIPE_OPERATIONS UINT64_MAX
#endif
#define MW_HAS_OPERATION(number) (((uint64_t)(MW_RECIPE_OPERATIONS) >> (number) & 1U) != 0)

/* The window being finished: what its steps have found so far. */
struct mw_findings {
    int32_t values[MW_RECIPE_MAX_STEPS][MW_STEP_MAX_VALUES];
    uint16_t quality;
};

/* A step of a running recipe. */
struct mw_step {
    const struct mw_recipe *recipe;
    const uint8_t *parameters;
    void *state;
    const int32_t *source; /* while it takes values: the stream of its input; steps that take raw samples may read it too */
    uint32_t index; /* its number less one */
    uint32_t input; /* number of the step it reads, 0 for the raw samples */
};

/* What a step is to read, while its recipe is checked. */
struct mw_source {
    unsigned operation; /* 0: the raw samples */
    bool is_stream;     /* raw samples are one */
    uint32_t values;    /* at the end of a window */
    uint32_t samples;   /* of its stream per window */
    uint32_t array;     /* length of its array, 0 for none */
    uint32_t decimation; /* raw samples per value of its stream */
    uint32_t sample_rate_millihertz; /* of the raw samples */
};

/* What a step that passed its check needs and gives. */
struct mw_step_needs {
    uint32_t state_bytes; /* rounded up to 8 by the caller */
    uint32_t array;       /* length of the array it gives, 0 for none */
    uint32_t factor;      /* values of its input per value of its stream */
};

struct mw_operation {
    /* Whether the parameters and the source are right; fills `needs`, which is zero at first, its factor 1. */
    bool (*check)(const uint8_t *parameters, uint32_t length, const struct mw_source *source,
                  struct mw_step_needs *needs);
    /* Takes values of its input, returns how many it put into `output`, never more than `count`; NULL: takes none. */
    uint32_t (*accept)(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output);
    /* NULL: nothing to do. */
    void (*end_window)(const struct mw_step *step, struct mw_findings *findings);
    /* Lets it learn its machine anew; NULL: it has no baseline. */
    void (*forget)(const struct mw_step *step);
    /* The array it has given at the end of the last window; NULL for operations without. */
    const int32_t *(*array)(const struct mw_step *step);
    uint8_t values; /* at the end of a window, 0 .. MW_STEP_MAX_VALUES */
    bool is_stream;
    bool takes_raw; /* whatever its input is */
    bool one_by_one; /* it needs much stack itself: samples go through the recipe one by one */
};

/* NULL for a number that is not in use or left out. */
const struct mw_operation *mw_operation_of(unsigned number);

/* `index` is the step's number less one. */
struct mw_step mw_step_of(const struct mw_recipe *recipe, uint32_t index);

/* Values of the step's input per window. */
uint32_t mw_step_samples(const struct mw_step *step);

static inline int32_t *mw_step_values(const struct mw_step *step, struct mw_findings *findings) {
    return findings->values[step->index];
}

/* The step must read one with values. */
static inline const int32_t *mw_step_input_values(const struct mw_step *step, const struct mw_findings *findings) {
    return findings->values[step->input - 1];
}

/* One by one, so that a linker keeps only those that operations.c lists. */
extern const struct mw_operation mw_mean_removal_operation, mw_biquads_operation, mw_whitening_operation,
    mw_square_operation, mw_decimating_fir_operation, mw_absolute_value_operation, mw_envelope_operation,
    mw_moving_average_operation, mw_moving_rms_operation, mw_moving_median_operation,
    mw_exponential_smoothing_operation, mw_plausibility_operation, mw_energy_operation, mw_moments_operation,
    mw_signal_quality_operation, mw_baseline_anomaly_operation, mw_mean_and_deviation_operation,
    mw_extremes_operation, mw_zero_crossings_operation, mw_window_statistics_operation, mw_qrs_operation, mw_beat_features_operation,
    mw_slope_operation, mw_window_slope_operation, mw_day_operation, mw_degree_days_operation, mw_level_operation,
    mw_log_spectrum_operation, mw_local_floor_operation, mw_line_score_operation, mw_shaft_speed_operation,
    mw_power_spectrum_operation, mw_magnitudes_operation, mw_log_bands_operation, mw_elements_operation,
    mw_history_operation, mw_soil_days_operation;

/*
 * For the checks
 * --------------
 */

static inline bool mw_in_range(uint32_t value, uint32_t lowest, uint32_t highest) {
    return lowest <= value && value <= highest;
}

static inline bool mw_all_zero(const uint8_t *bytes, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

#endif
