/*
 * When a sample was taken, to the millisecond. The port tells with each call when the last sample was taken, late by what it was
 * busy with; beats and waveforms want a steady time. So samples are counted on from a known one, and the line gives way to the
 * clock by a millisecond a second, or at once where it is far off.
 */
#ifndef MILLIWATT_NODE_TIMELINE_H
#define MILLIWATT_NODE_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

struct mw_timeline {
    uint64_t anchor_micros;
    uint32_t anchor_sample;
    uint32_t samples; /* taken since the start; goes on from 0 after 2^32 */
    bool set;
};

/* `count` samples were taken, the last of them at `now_millis`. */
void mw_timeline_advance(struct mw_timeline *timeline, uint32_t count, uint32_t rate_millihertz, uint64_t now_millis);

/* When sample `number`, 0 for the first, was taken: within a day of the newest. */
uint64_t mw_timeline_millis(const struct mw_timeline *timeline, uint32_t number, uint32_t rate_millihertz);

#endif
