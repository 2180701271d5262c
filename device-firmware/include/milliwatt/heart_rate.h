/*
 * Heart rate as a monitor shows it (contract/heart.md, heart rate; io.milliwatt.dsp.fixedpoint.heart.HeartRate is the twin in
 * Java): the mean of as many of the last intervals as fit into 8 s. Their number is even, so that a heart that beats in pairs
 * has the rate of both intervals; eight seconds let a change of rate show within the 11 s of IEC 60601-2-27.
 */
#ifndef MILLIWATT_HEART_RATE_H
#define MILLIWATT_HEART_RATE_H

#include <stdint.h>

#define MW_HEART_RATE_BEATS 41

/* The caller's memory, cleared before the first beat. Times are numbers of samples that go on from 0 after 2^32. */
struct mw_heart_rate {
    uint32_t beats[MW_HEART_RATE_BEATS]; /* a ring */
    uint8_t count;
    uint8_t at;
    uint8_t unused[2];
};

/* A detected beat; one that is not later than the one before is left out. */
void mw_heart_rate_accept(struct mw_heart_rate *state, uint32_t sample);

/* The signal was lost: no interval reaches over the gap. */
void mw_heart_rate_forget(struct mw_heart_rate *state);

/* Beats per minute times 10 at `now`; 0 while there are not two beats, and when the last is 4 s ago. sample_rate 100 .. 1000. */
uint32_t mw_heart_rate_per_minute_times_10(const struct mw_heart_rate *state, uint32_t sample_rate, uint32_t now);

/* The last RR interval in milliseconds, rounded, up to 65 535; 0 while there are not two beats. */
uint32_t mw_heart_rate_last_interval(const struct mw_heart_rate *state, uint32_t sample_rate);

#endif
