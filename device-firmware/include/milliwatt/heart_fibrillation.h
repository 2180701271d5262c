/*
 * Ventricular fibrillation and flutter (contract/heart.md, ventricular fibrillation;
 * io.milliwatt.dsp.fixedpoint.heart.FibrillationMeasure is the twin in Java).
 *
 * After Kuo and Dillman (1978): a fibrillating heart gives a signal near a sine, which half a period later is its own
 * negative; what is left of their sum, the leakage, is small. With it, after Arafat et al. (2011): such a signal is away from
 * zero most of the time, while a beating one is near zero between its QRS complexes.
 */
#ifndef MILLIWATT_HEART_FIBRILLATION_H
#define MILLIWATT_HEART_FIBRILLATION_H

#include <stdbool.h>
#include <stdint.h>

#define MW_FIBRILLATION_SMOOTHING 20 /* samples at most */
#define MW_FIBRILLATION_VALUES 300   /* in four seconds at most */

struct mw_fibrillation_design {
    uint16_t sample_rate;  /* Hz, 100 .. 1000 */
    uint16_t least_counts; /* 1 .. 32767: a smaller mean height, 0.1 mV, is no fibrillation but asystole */
};

/* The caller's memory, cleared before the first sample. */
struct mw_fibrillation {
    uint32_t samples;   /* taken so far */
    uint32_t since;     /* sample since which the ventricles fibrillate, or do no longer */
    int32_t mean_q8;    /* the baseline */
    int32_t smoothed;   /* sum over the last samples, which takes out mains of 50 Hz */
    int32_t block;      /* sum of a block, which takes out mains of 60 Hz */
    uint16_t leakage;   /* of the last four seconds, in 0.1 % */
    uint16_t share;     /* of values far from zero, in 0.1 % */
    uint16_t second_at;
    uint16_t value_at;
    uint16_t value_count;
    uint8_t block_at;
    uint8_t sample_at;
    bool suspected; /* a second ago */
    bool stands;
    uint8_t unused[2];
    int16_t samples_held[MW_FIBRILLATION_SMOOTHING];
    int16_t values[MW_FIBRILLATION_VALUES]; /* a ring */
};

/* Takes a sample; true if that ended a second and the verdict is new. Stands after two seconds on end that look like it. */
bool mw_fibrillation_accept(struct mw_fibrillation *state, const struct mw_fibrillation_design *design, int16_t sample);

#endif
