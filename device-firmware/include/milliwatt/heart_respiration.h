/*
 * Respiration rate from the ECG (contract/heart.md, respiration rate; io.milliwatt.dsp.fixedpoint.heart.RespirationRate is
 * the twin in Java): breathing turns the heart's axis, so that its QRS complexes grow and shrink, and makes the heart faster
 * and slower (sinus arrhythmia). Each of the two, as a curve at 2 Hz over the last 32 s, is compared with itself a breath
 * later. The rate is told when both are clear and agree, or when only one is clear; else it is unknown.
 */
#ifndef MILLIWATT_HEART_RESPIRATION_H
#define MILLIWATT_HEART_RESPIRATION_H

#include <stdbool.h>
#include <stdint.h>

#define MW_RESPIRATION_VALUES 64

/* The caller's memory, cleared before the first beat. Times are numbers of samples that go on from 0 after 2^32. */
struct mw_respiration {
    uint32_t newest;   /* beat */
    uint32_t next;     /* time of the curves' next value */
    int32_t mean_size; /* of QRS complexes, slow */
    int16_t size;      /* of the newest, Q12 of the mean */
    int16_t interval;  /* before it, in milliseconds */
    uint8_t beats;     /* since the start, up to 2 */
    uint8_t at;
    uint8_t count;
    uint8_t unused;
    int16_t sizes[MW_RESPIRATION_VALUES]; /* rings */
    int16_t intervals[MW_RESPIRATION_VALUES];
};

/* A beat; one that is not later than the one before is left out. `size` is any measure that grows with the QRS complex, such as the QRS detector's energy,
 * 1 .. 2^30. An ectopic beat has another shape: its values are those of the beat before. After 3 s without a beat it starts
 * anew. sample_rate 100 .. 1000. */
void mw_respiration_accept(struct mw_respiration *state, uint32_t sample_rate, uint32_t sample, int32_t size,
                           bool ectopic);

/* The signal was lost. */
void mw_respiration_forget(struct mw_respiration *state);

/* Breaths per minute times 10, of 6 to 40 per minute; 0 for unknown. */
uint32_t mw_respiration_per_minute_times_10(const struct mw_respiration *state, uint32_t sample_rate);

#endif
