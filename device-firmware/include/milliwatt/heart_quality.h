/*
 * How far the beats of an ECG can be trusted, second by second, and when they cannot: "cannot tell" (contract/heart.md, signal
 * quality; io.milliwatt.dsp.fixedpoint.heart.HeartSignalQuality is the twin in Java). It looks at the samples and at the energy
 * in which the QRS detector finds its beats (qrs.h): between two beats there is little of it, in noise there is always some.
 */
#ifndef MILLIWATT_HEART_QUALITY_H
#define MILLIWATT_HEART_QUALITY_H

#include "milliwatt/qrs.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether beats can be told. */
enum mw_heart_signal {
    MW_HEART_SIGNAL_GOOD = 0,
    MW_HEART_SIGNAL_LEARNING = 1, /* the detector sets its levels: nothing is judged, and nothing is wrong */
    MW_HEART_SIGNAL_LEAD_OFF = 2,
    MW_HEART_SIGNAL_CANNOT_TELL = 3
};

struct mw_heart_quality_design {
    uint16_t sample_rate;   /* Hz, 100 .. 1000 */
    uint16_t flat_counts;   /* a second within so many counts, 10 uV, is flat */
    int16_t lowest_rail;    /* counts at and beyond the rails are clipped */
    int16_t highest_rail;
    int32_t smallest_height; /* energy of the QRS detector's smallest beat, 0.12 mV of rise and fall; 1 .. 2^26 */
    int32_t nanovolt_per_count;   /* 1 .. 2^30 */
};

#define MW_HEART_QUALITY_PARTS 16
#define MW_HEART_QUALITY_SECONDS 8

/* The caller's memory, cleared before the first sample. */
struct mw_heart_quality {
    int64_t sum;        /* of the second's samples */
    int32_t reference;  /* slow level of beats' energy; 0 before there was one */
    int32_t highest_energy; /* of the second */
    int32_t energies[MW_HEART_QUALITY_PARTS]; /* of the second */
    int32_t quiet_energy;                     /* of the last second */
    uint32_t beats;                           /* at the last call */
    uint16_t ratios[MW_HEART_QUALITY_SECONDS]; /* quiet energy to reference, Q10, a ring */
    int16_t means[MW_HEART_QUALITY_SECONDS];   /* of samples, a ring */
    uint16_t second_at;      /* samples in the second */
    uint16_t clipped;        /* of them */
    uint16_t ratio;          /* mean of the ring */
    int16_t lowest;
    int16_t highest;
    uint8_t ring_at;
    uint8_t seconds;         /* whose means are held, up to 8 */
    uint8_t judged;          /* seconds whose ratios are held, up to 8 */
    uint8_t unheard_seconds; /* without a beat, with an energy that a beat could have; up to 2 */
    uint8_t dead_seconds;    /* flat, or at a rail for most of the time; up to 2 */
    uint8_t signal;          /* enum mw_heart_signal */
    bool noisy;
    bool clips; /* in the last second */
    uint8_t unused[6];
};

/* The design of a chain whose samples are counts of a converter with these rails. */
struct mw_heart_quality_design mw_heart_quality_design(const struct mw_qrs_design *qrs, uint32_t nanovolt_per_count,
                                                       int16_t lowest_rail, int16_t highest_rail);

/* After the QRS detector has taken the sample: its energy, its level of beats (0 while it learns) and how many beats it has
 * found. True if that ended a second and the verdict is new. */
bool mw_heart_quality_accept(struct mw_heart_quality *state, const struct mw_heart_quality_design *design,
                             int16_t sample, int32_t energy, int32_t level, uint32_t beats);

/* 0 (cannot tell, lead off) .. 100 of the last seconds; 50 is the limit of what can be told. */
uint32_t mw_heart_quality_index(const struct mw_heart_quality *state);

/* Peak to peak of the last eight seconds' means, in microvolt. */
uint32_t mw_heart_quality_baseline_wander(const struct mw_heart_quality *state,
                                          const struct mw_heart_quality_design *design);

/* In the band of QRS complexes between beats, in microvolt rms, estimated from the energy. */
uint32_t mw_heart_quality_noise(const struct mw_heart_quality *state, const struct mw_heart_quality_design *design);

#endif
