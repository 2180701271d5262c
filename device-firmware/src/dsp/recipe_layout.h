/* The recipe section's layout (contract/recipe.md) and what a check of it finds out. */
#ifndef MILLIWATT_DSP_RECIPE_LAYOUT_H
#define MILLIWATT_DSP_RECIPE_LAYOUT_H

#include "milliwatt/recipe.h"

#include <stdbool.h>
#include <stdint.h>

/* Numbers that steps reading others must tell apart; the others stand in the tables of *_operations.c only. */
enum {
    MW_OPERATION_QRS = 24,
    MW_OPERATION_DEGREE_DAYS = 28,
    MW_OPERATION_BEAT_FEATURES = 30,
    MW_OPERATION_SOIL_DAYS = 31,
    MW_OPERATION_LOG_SPECTRUM = 32,
    MW_OPERATION_LOCAL_FLOOR = 33,
    MW_OPERATION_POWER_SPECTRUM = 36
};

/* Offsets in the header. */
enum {
    MW_RECIPE_FORMAT = 0,
    MW_RECIPE_ID = 2,
    MW_RECIPE_VERSION = 4,
    MW_RECIPE_UNIT = 6,
    MW_RECIPE_WARM_UP_WINDOWS = 7,
    MW_RECIPE_SAMPLE_RATE = 8,
    MW_RECIPE_WINDOW_LENGTH = 12,
    MW_RECIPE_LENGTH = 16,
    MW_RECIPE_STEP_COUNT = 20,
    MW_RECIPE_OUTPUT_COUNT = 21,
    MW_RECIPE_RESERVED = 22,
    MW_RECIPE_HEADER_BYTES = 24
};

/* Set in the sample rate's field: the other bits are the sample period in milliseconds. */
#define MW_RECIPE_SLOW 0x80000000u

/* The codes of units, 1 .. this. */
#define MW_RECIPE_LAST_UNIT 6

/* Offsets in a step. */
enum { MW_STEP_OPERATION = 0, MW_STEP_INPUT = 1, MW_STEP_LENGTH = 2, MW_STEP_PARAMETERS = 4 };

/* Offsets in an output. */
enum {
    MW_OUTPUT_STEP = 0,
    MW_OUTPUT_VALUE = 1,
    MW_OUTPUT_FLAGS = 2,
    MW_OUTPUT_SHIFT = 3,
    MW_OUTPUT_MULTIPLIER = 4,
    MW_OUTPUT_DIVISOR = 8,
    MW_OUTPUT_NAME_LENGTH = 12,
    MW_OUTPUT_UNIT_LENGTH = 13,
    MW_OUTPUT_TEXT = 14
};

#define MW_RECIPE_FORMAT_VERSION 0x0100
#define MW_RECIPE_MAX_DECIMATION 256
#define MW_STEP_MAX_VALUES 4

/* A whole output entry, with its padding. */
static inline uint32_t mw_output_length(const uint8_t *output) {
    return (uint32_t)(MW_OUTPUT_TEXT + output[MW_OUTPUT_NAME_LENGTH] + output[MW_OUTPUT_UNIT_LENGTH] + 3) & ~3u;
}

/* Where everything lies; index 0 of the arrays is step 1. */
struct mw_recipe_plan {
    uint32_t state_bytes;
    uint32_t outputs_offset;
    uint16_t step_offset[MW_RECIPE_MAX_STEPS];
    uint32_t state_offset[MW_RECIPE_MAX_STEPS];
    uint32_t decimation[MW_RECIPE_MAX_STEPS];
    uint16_t array_length[MW_RECIPE_MAX_STEPS];
};

/* 0, or a negative error; fills the plan. */
int mw_recipe_plan(const uint8_t *section, uint32_t length, struct mw_recipe_plan *plan);

#endif
