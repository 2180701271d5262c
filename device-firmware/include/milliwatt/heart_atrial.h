/*
 * Atrial fibrillation from the irregularity of RR intervals (contract/heart.md, atrial fibrillation;
 * io.milliwatt.dsp.fixedpoint.heart.AtrialFibrillation is the twin in Java).
 *
 * Successive differences of the last 64 intervals, as cells of 3 % of their median, are points of a plane, each difference
 * against the one before; a heart whose atria fibrillate fills many cells of it, another few (after Sarkar et al. 2008, Lorenz
 * plots). Intervals that touch an ectopic beat are left out; where too few are left the state is unknown.
 */
#ifndef MILLIWATT_HEART_ATRIAL_H
#define MILLIWATT_HEART_ATRIAL_H

#include <stdbool.h>
#include <stdint.h>

#define MW_ATRIAL_INTERVALS 66

enum mw_atrial_state { MW_ATRIAL_NO = 0, MW_ATRIAL_YES = 1, MW_ATRIAL_UNKNOWN = 2 };

/* The caller's memory, cleared before the first beat. Times are numbers of samples that go on from 0 after 2^32. */
struct mw_atrial {
    uint32_t newest; /* beat */
    uint32_t since;  /* the beat at which the episode under way began, or the last one ended */
    uint32_t beats;  /* since then */
    uint16_t intervals[MW_ATRIAL_INTERVALS]; /* a ring, in samples; bit 15: touches an ectopic beat */
    uint8_t count;   /* of intervals in the ring */
    uint8_t at;
    bool started;    /* there was a beat */
    bool ectopic;    /* the newest */
    bool episode;    /* goes on through an unknown state of less than 64 beats */
    uint8_t doubt;   /* beats on end in an unknown state, up to 64 */
    uint8_t unused[2];
};

/* A beat whose class is known; one that is not later than the one before is left out. `ectopic` for every class but N, and for a beat of unknown class. An interval of
 * 2^15 samples or more starts anew. */
void mw_atrial_accept(struct mw_atrial *state, uint32_t sample, bool ectopic);

/* The signal was lost: what was learnt is void, and an episode is over. */
void mw_atrial_forget(struct mw_atrial *state);

/* What the intervals around the 33rd last beat say. */
enum mw_atrial_state mw_atrial_state(const struct mw_atrial *state);

#endif
