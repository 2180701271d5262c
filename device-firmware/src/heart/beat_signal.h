/*
 * The ECG as beats are described in: 120 Hz, microvolt, free of baseline, whatever the recorder's rate and gain. A boxcar of
 * a sixtieth of a second takes out 60 Hz mains and what 120 Hz could not show; linear interpolation hits the 120 Hz ticks;
 * the mean of the second around a tick is its baseline. The last 512 ticks, 4.3 s, are held.
 */
#ifndef MILLIWATT_HEART_BEAT_SIGNAL_H
#define MILLIWATT_HEART_BEAT_SIGNAL_H

#include <stdbool.h>
#include <stdint.h>

#define MW_SIGNAL_RATE 120
#define MW_SIGNAL_HELD 512
#define MW_SIGNAL_SMOOTH 128
#define MW_SIGNAL_LARGEST_BOXCAR 17

/* Ticks from a sample to the one whose baseline is known. */
#define MW_SIGNAL_DELAY 60

/* What does not change while a recipe runs. */
struct mw_beat_sensor {
    int32_t sample_rate;              /* Hz, 100 .. 1000 */
    int32_t nano_millivolt_per_count; /* 1 .. 2^30 - 1 */
};

struct mw_beat_signal {
    int32_t raw_sum;
    int32_t raw_sum_before;
    int32_t phase;
    int32_t baseline_sum;
    uint32_t tick; /* the newest, 2^32 - 1 before the first: its value without baseline is known 60 ticks later */
    uint8_t raw_at;
    bool primed;
    int16_t raw[MW_SIGNAL_LARGEST_BOXCAR];
    int16_t smooth[MW_SIGNAL_SMOOTH];
    int16_t values[MW_SIGNAL_HELD];
};

void mw_signal_accept(struct mw_beat_signal *signal, const struct mw_beat_sensor *sensor, int16_t sample);

/* The tick at which a raw sample lies that was taken `age` samples ago, 0 .. 65 535. */
uint32_t mw_signal_tick_of(const struct mw_beat_signal *signal, const struct mw_beat_sensor *sensor, int32_t age);

/* Microvolt at a tick whose baseline is known and that is still held. */
static inline int32_t mw_signal_at(const struct mw_beat_signal *signal, uint32_t tick) {
    return signal->values[tick & (MW_SIGNAL_HELD - 1)];
}

/* Copies `length` values from a tick on. */
void mw_signal_copy(const struct mw_beat_signal *signal, uint32_t from, int16_t *values, uint32_t length);

#endif
