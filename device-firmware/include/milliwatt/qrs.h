/*
 * QRS complexes of an ECG, sample by sample, in integers: every heart beat's R position as soon as it is certain
 * (contract/recipe.md, operation 24; io.milliwatt.dsp.fixedpoint.QrsDetector is the twin in Java).
 *
 * After Pan and Tompkins (1985): the signal is smoothed, freed of its baseline, differentiated and integrated; a peak of
 * that energy is a beat when it exceeds thresholds that follow the heights of earlier beats, of noise, and the rhythm. All
 * filters are moving sums, so that no multiplication or division is needed for a sample.
 */
#ifndef MILLIWATT_QRS_H
#define MILLIWATT_QRS_H

#include "milliwatt/recipe.h"

#include <stdbool.h>
#include <stdint.h>

/* Times in samples. */
struct mw_qrs_design {
    uint8_t smoothing;          /* 1 .. 63, odd: samples in the smoothing sum */
    uint8_t slope_lag;          /* 1 .. 32: distance of the two values of a difference */
    uint16_t baseline;          /* 2 .. 512, even: values in the mean that is taken off */
    uint16_t integration;       /* 1 .. 256: differences added up */
    uint16_t hold;              /* 1 .. 512: a peak is one when nothing exceeds it for so long; the refractory time */
    uint16_t slope_window;      /* 1 .. 256: before a peak, in which the steepest slope is looked for */
    uint16_t position_back;     /* 0 .. hold: from a peak back to the earliest R position */
    uint16_t position_ahead;    /* 0 .. hold - position_back */
    uint16_t t_wave;            /* sooner after a beat than this, a peak with a lesser slope is a T wave */
    uint16_t search_back_gap;   /* a beat found by searching back comes at least so long after the one before */
    uint16_t second;            /* 64 .. 2048: samples in a second */
    uint16_t shortest_interval; /* a shorter RR interval does not count for the rhythm */
    uint16_t smallest_excursion;/* counts: sum of rise and fall below which nothing is a beat */
};

/* In which the levels are learnt and no beat is found. */
#define MW_QRS_LEARNT_SECONDS 8

/* Beats held until they are asked for. */
#define MW_QRS_BEATS 8

struct mw_qrs_beat {
    uint32_t number; /* 0 for the first since the start */
    uint32_t sample; /* of the R wave, 0 for the first value the step has taken; both go on from 0 after 2^32 */
};

/* The next beat that a QRS step of a running recipe has found: `*number` is that of the beat wanted, 0 at first, and is put
 * one beyond the beat given. False when there is none yet, or the step is of another kind. A jump of the number tells that
 * beats were lost because nobody asked; asking after every MW_QRS_BEATS * hold samples, 1.7 s, loses none. */
bool mw_recipe_next_beat(const struct mw_recipe *recipe, uint32_t step, uint32_t *number, struct mw_qrs_beat *beat);

/* The detector of a QRS step of a running recipe, and its design; NULL for a step of another kind. */
struct mw_qrs;
const struct mw_qrs *mw_recipe_detector(const struct mw_recipe *recipe, uint32_t step, struct mw_qrs_design *design);

/* Sample numbers and ages stop counting here, 4.6 h at 1 kHz without a beat; sample numbers themselves wrap at 2^32. */
#define MW_QRS_LONGEST (1 << 24)

/* The caller's memory: mw_qrs_state_size bytes, aligned to 8, cleared before the first sample. */
struct mw_qrs {
    int64_t second_sum;
    uint32_t samples; /* taken so far */
    int32_t smoothed_sum;  /* of the newest samples */
    int32_t centre_sum;    /* of those in the middle of the baseline */
    int32_t oldest_sum;    /* of those that leave the baseline */
    int32_t baseline_sum;
    int32_t energy;
    int32_t second_lowest;
    int32_t steady; /* what the last whole second says of steady noise: heights below are no beats */
    int32_t peak;
    int32_t peak_age;
    int32_t since_beat; /* since the energy's peak of the beat before, or since the levels are known */
    int32_t level;      /* of beats' heights */
    int32_t heights[8];
    int32_t noises[8];
    int32_t intervals[8];
    int32_t interval; /* the rhythm's RR */
    int32_t last_slope;
    int32_t kept_height; /* the best peak since then that was not taken for a beat; 0 for none */
    int32_t kept_slope;
    int32_t kept_age;
    uint32_t kept_sample;
    uint32_t beats;
    uint32_t beat_samples[MW_QRS_BEATS];
    uint32_t window_from;      /* the beat before the first RR interval of the window */
    uint32_t window_beats;
    uint32_t window_intervals;
    uint16_t second_at;
    uint16_t raw_at;
    uint16_t filtered_at;
    uint8_t learnt_seconds; /* 8 when the levels are known */
    uint8_t falling;        /* waiting for the energy to turn up again */
    uint8_t height_at;
    uint8_t noise_at;
    uint8_t interval_at;
    uint8_t unused[5];
    int16_t memory[]; /* raw[smoothing + baseline]; of filtered values their upper 16 bits, and as bytes the lower 8 */
};

enum { MW_QRS_WINDOW_BEATS, MW_QRS_MEAN_INTERVAL, MW_QRS_LAST_INTERVAL, MW_QRS_SINCE_BEAT, MW_QRS_VALUES };

uint32_t mw_qrs_state_size(const struct mw_qrs_design *design);

/* What a sample has made certain. */
enum mw_qrs_found {
    MW_QRS_NONE,
    MW_QRS_BEAT,     /* the newest of the ring */
    MW_QRS_LATE_BEAT /* the same, found by searching back */
};

/* Takes a sample. */
enum mw_qrs_found mw_qrs_accept(struct mw_qrs *state, const struct mw_qrs_design *design, int16_t sample);

/* The energy of the newest beat, clipped at twice the level; with the first beat it is that. */
static inline int32_t mw_qrs_newest_height(const struct mw_qrs *state) {
    return state->heights[(state->height_at + 7u) & 7u];
}

/* False while the levels are not known. */
bool mw_qrs_end_window(struct mw_qrs *state, int32_t values[MW_QRS_VALUES]);

#endif
