/*
 * Spikes of a pacemaker, found and taken out before beats are looked for, with the overshoot that may follow them (contract/heart.md,
 * pacing spikes; io.milliwatt.dsp.fixedpoint.heart.PacingSpikes is the twin in Java). A spike is at most 2 ms wide, so that only
 * a fast converter sees its shape; here it is what leaves neighbours on both sides by 0.5 mV and more, after a calm, and is no
 * edge of something wider. Below 250 Hz a QRS complex can look like it, and nothing is taken for a spike.
 */
#ifndef MILLIWATT_HEART_PACING_H
#define MILLIWATT_HEART_PACING_H

#include <stdbool.h>
#include <stdint.h>

struct mw_pacing_design {
    uint16_t sample_rate;  /* Hz, 100 .. 1000; 0 for a patient without a pacemaker: samples pass */
    uint16_t least_counts; /* 1 .. 65535: 0.5 mV */
};

#define MW_PACING_HELD 10

/* The caller's memory, cleared before the first sample. */
struct mw_pacing {
    int32_t tail_q8;              /* of the overshoot, Q8 counts */
    int16_t held[MW_PACING_HELD]; /* the newest samples, a ring */
    int16_t level;                /* last given before the spike, and its overshoot */
    uint8_t at;
    uint8_t count;
    bool in_spike; /* the sample given last is of a spike */
    bool began;    /* the first of it */
    uint8_t unused[2];
};

/* Samples by which the output lags: 0 below 250 Hz, else 1 .. 3, more than 2 ms. */
uint32_t mw_pacing_delay(const struct mw_pacing_design *design);

/* Takes a sample and gives the one of mw_pacing_delay before, without spikes; state->began tells of the first of a spike. */
int16_t mw_pacing_accept(struct mw_pacing *state, const struct mw_pacing_design *design, int16_t sample);

#endif
