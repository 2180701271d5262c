/*
 * A heart watched, sample by sample: beats, their classes, rhythm, vitals (contract/heart.md, "The chain"). All of it is in integers and
 * on the node, so an alarm needs no network; io.milliwatt.runtime.heart is the twin in Java.
 *
 *     samples -> QRS complexes -> features of each beat -> forest -> class -> rhythm rules -> events
 *
 * The bundle says how: its recipe has a QRS step (24) and a beat features step (30) that reads it, windows of one second; its
 * forest takes the array of the latter; its decision rule is "beats".
 */
#ifndef MILLIWATT_HEART_H
#define MILLIWATT_HEART_H

#include "milliwatt/heart_pacing.h"
#include "milliwatt/heart_quality.h"
#include "milliwatt/heart_rhythm.h"
#include "milliwatt/model.h"
#include "milliwatt/recipe.h"

#include <stdbool.h>
#include <stdint.h>

/* The values of a second, as in contract/recipe.md, recipe 2. */
enum mw_heart_value {
    MW_HEART_RATE,           /* per minute times 10; 0 unknown */
    MW_HEART_LAST_INTERVAL,  /* ms; 0 unknown */
    MW_HEART_RESPIRATION,    /* per minute times 10; 0 unknown */
    MW_HEART_BEATS,          /* detected in this second */
    MW_HEART_SIGNAL_QUALITY, /* 0 .. 100 */
    MW_HEART_ATRIAL,         /* fibrillation: 0 no, 1 yes, 2 unknown */
    MW_HEART_VENTRICULAR,    /* share of the last 64 beats, 0.1 % */
    MW_HEART_WANDER,         /* of the baseline, microvolt peak to peak */
    MW_HEART_NOISE,          /* microvolt, root mean square */
    MW_HEART_VALUES
};

/* A beat whose class is final. */
struct mw_heart_beat {
    uint32_t sample;    /* of the R wave, 0 for the first sample taken since the start */
    uint8_t beat_class; /* enum mw_beat_class */
    uint8_t confidence; /* 0 .. 255 */
    uint8_t flags;      /* enum mw_beat_flag */
};

struct mw_heart_event {
    uint8_t event_class; /* enum mw_rhythm_class */
    uint8_t urgency;     /* 0 information .. 3 high */
    bool onset;          /* else an end */
    uint16_t heart_rate; /* in the episode, per minute; 0 unknown */
    uint32_t beats;      /* in the episode so far */
    uint32_t millis;     /* from the episode's onset to `sample`, or to its end */
    uint32_t sample;     /* at which it was told */
};

/* Who is told. Each returns 0, or a negative error that the heart passes on. */
struct mw_heart_listener {
    void *context;
    int (*beat)(void *context, const struct mw_heart_beat *beat);
    int (*event)(void *context, const struct mw_heart_event *event);
    int (*window)(void *context, const struct mw_features *features); /* MW_HEART_VALUES values */
};

/* What may be set for a patient and a sensor. A limit of 0 takes the default of heart_rhythm.h, rails of 0 those of int16. */
struct mw_heart_settings {
    struct mw_rhythm_limits limits; /* the sample rate is the recipe's */
    int16_t lowest_rail;            /* counts at and beyond the rails are clipped */
    int16_t highest_rail;
    bool has_pacemaker; /* its spikes are taken out, and the beats after them marked */
    uint8_t unused;
};

struct mw_heart_state;

struct mw_heart {
    const struct mw_model *model;
    struct mw_recipe *recipe;
    struct mw_heart_state *state;
    const struct mw_heart_listener *listener;
    const struct mw_qrs *detector;
    uint32_t origin; /* number of the first sample since the heart was last begun anew */
    struct mw_rhythm_limits limits;
    struct mw_pacing_design pacing;
    struct mw_heart_quality_design quality;
    uint16_t least_counts; /* of fibrillation */
    uint16_t delay;        /* samples until a beat has been told of, search-back aside */
    uint8_t qrs_step;
    uint8_t beats_step;
};

/* Whether the bundle's decision rule is that of a heart. */
bool mw_heart_is_watched(const struct mw_bundle *bundle);

/* Whether recipe and model of such a bundle belong together. The recipe section is one that mw_recipe_state_size accepted. */
bool mw_heart_fits(const struct mw_bundle *bundle);

/* Bytes of state, aligned to 8, beside the recipe's. */
uint32_t mw_heart_state_size(void);

/* Begins with a recipe just started: nothing is known of this heart. Returns 0, or MW_ERROR_ARGUMENT for settings out of range. */
int mw_heart_start(struct mw_heart *heart, const struct mw_model *model, struct mw_recipe *recipe, void *state,
                   const struct mw_heart_settings *settings, const struct mw_heart_listener *listener);

/* Forgets the patient, as for another one or after electrodes were moved: events that stand end, and the recipe starts anew too.
 * Samples are counted on. Returns 0 or the listener's error. */
int mw_heart_begin_anew(struct mw_heart *heart);

/* Begins anew for a patient who has a pacemaker or none, in the same memory. Returns 0 or the listener's error. */
int mw_heart_next_patient(struct mw_heart *heart, bool has_pacemaker);

/* Takes samples and tells what they bring. The same whatever the chunks. Returns 0 or the listener's error. */
int mw_heart_samples(struct mw_heart *heart, const int16_t *samples, uint32_t count);

#endif
