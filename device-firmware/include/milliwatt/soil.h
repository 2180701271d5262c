/*
 * Soil water watched, reading by reading: quality, days, forecast, days to the refill line, need, and when to speak
 * (contract/soil.md is normative; io.milliwatt.runtime.soil is the twin in Java, bit for bit).
 *
 *     reading -> quality flags -> hours -> days -> 48 inputs of each depth -> network -> change in 1, 3, 7 days -> need
 *
 * The bundle says how: its recipe begins with soil days (operation 31), its model takes the 48 inputs and gives three scores, its
 * decision rule is "soil". Water contents are in 0.01 % by volume, temperatures in 0.01 degrees, rain in 0.1 mm.
 */
#ifndef MILLIWATT_SOIL_H
#define MILLIWATT_SOIL_H

#include "milliwatt/frame.h"
#include "milliwatt/model.h"
#include "milliwatt/recipe.h"

#include <stdbool.h>
#include <stdint.h>

#define MW_SOIL_MISSING INT16_MIN /* of water content and temperature */
#define MW_SOIL_FEATURES 48
#define MW_SOIL_RAIN_DAYS 7
#define MW_SOIL_STATE_BYTES 1024U /* at most, as operation 31 announces it */
#define MW_SOIL_NO_LINE (-1)
#define MW_SOIL_LARGEST_LINE 10000

/* A depth as it is set up. Field order without holes: Java writes these structs by offset. */
struct mw_soil_depth_settings {
    uint16_t millimetres; /* 1 .. 32767, each deeper than the one before */
    int16_t refill;       /* lines, 0 .. MW_SOIL_LARGEST_LINE, or MW_SOIL_NO_LINE */
    int16_t full;
    int16_t saturated;
};

struct mw_soil_settings {
    struct mw_soil_depth_settings depths[MW_SOIL_DEPTHS];
    int16_t latitude_centidegrees; /* north positive, -9000 .. 9000 */
    int16_t utc_offset_minutes;    /* of the standard time by which days end, -900 .. 900 */
    uint16_t root_millimetres;     /* down to which water counts, 1 .. 32767 */
    uint8_t count;                 /* of depths, 1 .. MW_SOIL_DEPTHS */
    uint8_t unused;
};

/* What the sensors say at one moment. */
struct mw_soil_sample {
    int64_t epoch_seconds; /* UTC */
    int16_t water[MW_SOIL_DEPTHS];
    int16_t soil[MW_SOIL_DEPTHS]; /* temperature */
    int16_t air;
    uint16_t rain_tenths;         /* since the sample before, irrigation among it */
    uint16_t battery_millivolts;  /* 0: unknown */
    uint8_t count;                /* of depths; another than was set up changes nothing */
    uint8_t unused;
};

/* What is known after a reading. */
struct mw_soil_status {
    uint16_t flags[MW_SOIL_DEPTHS]; /* enum mw_soil_quality */
    uint16_t need_tenths;           /* water up to the full line, 0.1 mm; 0 where none is needed within the rule's lead */
    int16_t refill_tenths;          /* of a day if it stays dry, 300: thirty days or more; -1: unknown */
    bool day_ended;                 /* the forecasts are fresh */
    bool report;                    /* the node has something to say, for these reasons */
    uint8_t reasons;                /* enum mw_soil_reason */
};

struct mw_soil_state;

struct mw_soil {
    const struct mw_model *model;
    const struct mw_soil_settings *settings;
    struct mw_soil_state *state;
    const uint8_t *limits; /* parameters of operation 31 */
    const uint8_t *rule;   /* of the decision section */
};

/* Whether the bundle's decision rule is that of a soil. */
bool mw_soil_is_watched(const struct mw_bundle *bundle);

/* Whether recipe and model of such a bundle belong together. The recipe section is one that mw_recipe_state_size accepted. */
bool mw_soil_fits(const struct mw_bundle *bundle);

/* Begins, or goes on in a state that the same settings and recipe filled. `state` has MW_SOIL_STATE_BYTES, aligned to 8, zeros at
 * first. Settings must stay. Returns 0, or MW_ERROR_ARGUMENT for settings out of range. */
int mw_soil_start(struct mw_soil *soil, const struct mw_model *model, const struct mw_soil_settings *settings, void *state);

/* Takes a sample. Returns false, and changes nothing, for one that is not newer than the last or of another number of depths. */
bool mw_soil_accept(struct mw_soil *soil, const struct mw_soil_sample *sample, struct mw_soil_status *status);

/* Rain of seven days, 0.1 mm, from `first_day` on (days since 1970 in the node's standard time); NULL: nothing is known. */
void mw_soil_expect_rain(struct mw_soil *soil, const uint16_t tenths[MW_SOIL_RAIN_DAYS], int64_t first_day);

/* Lines of a depth from now on; both MW_SOIL_NO_LINE: those of the settings again. Need is concluded anew. */
void mw_soil_set_lines(struct mw_soil *soil, uint32_t depth, int16_t refill, int16_t full);

/* Changes of the water content of a depth in 1, 3 and 7 days after the last day that ended, with the rain that is known. Returns
 * false while too few days are known, or the last one is not. */
bool mw_soil_forecast(const struct mw_soil *soil, uint32_t depth, int16_t changes[MW_SOIL_HORIZONS]);

/* The model's inputs of a depth, as mw_soil_forecast gives them to it. */
bool mw_soil_inputs(const struct mw_soil *soil, uint32_t depth, int16_t inputs[MW_SOIL_FEATURES]);

/* Forgets the soil, as for another place, but for the lines that were set: everything begins anew. */
void mw_soil_forget(struct mw_soil *soil);

/* When the newest sample was taken; 0 before the first. */
int64_t mw_soil_last_seconds(const struct mw_soil *soil);

/* What was concluded last: as in struct mw_soil_status. */
int16_t mw_soil_refill_tenths(const struct mw_soil *soil);
uint16_t mw_soil_need_tenths(const struct mw_soil *soil);

/* Whether a reading with such flags takes no part in days and decisions. */
bool mw_soil_excludes(const struct mw_soil *soil, uint16_t flags);

#endif
