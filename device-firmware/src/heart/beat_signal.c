#include "beat_signal.h"

#include "milliwatt/dsp.h"

#define LIMIT 16383
#define BASELINE (2 * MW_SIGNAL_DELAY + 1)
#define NANO_MILLIVOLT_PER_MICROVOLT 1000000

static int32_t boxcar(const struct mw_beat_sensor *sensor) {
    return (sensor->sample_rate + 30) / 60;
}

/* Headroom: at most 17 raw samples add up to 2^20; times 120 and times nano-units per count, below 2^30, is below 2^57. */
static int32_t microvolt(const struct mw_beat_signal *signal, const struct mw_beat_sensor *sensor) {
    int64_t sum = (int64_t)signal->raw_sum * (MW_SIGNAL_RATE - signal->phase) +
                  (int64_t)signal->raw_sum_before * signal->phase;
    int64_t value = sum * sensor->nano_millivolt_per_count /
                    ((int64_t)NANO_MILLIVOLT_PER_MICROVOLT * MW_SIGNAL_RATE * boxcar(sensor));
    return (int32_t)mw_clamp(value, -LIMIT, LIMIT);
}

/* As if the first sample had always been there. */
static void prime(struct mw_beat_signal *signal, const struct mw_beat_sensor *sensor, int16_t sample) {
    signal->primed = true;
    for (int32_t i = 0; i < boxcar(sensor); i++) {
        signal->raw[i] = sample;
    }
    signal->raw_sum = sample * boxcar(sensor);
    signal->raw_sum_before = signal->raw_sum;
    int32_t value = microvolt(signal, sensor);
    for (int i = 0; i < MW_SIGNAL_SMOOTH; i++) {
        signal->smooth[i] = (int16_t)value;
    }
    signal->baseline_sum = BASELINE * value;
    signal->tick = UINT32_MAX;
}

/* Headroom: 121 values of 14 bits add up to 2^21. */
static void add_tick(struct mw_beat_signal *signal, int32_t value) {
    signal->tick++;
    uint32_t at = signal->tick & (MW_SIGNAL_SMOOTH - 1);
    signal->baseline_sum += value - signal->smooth[(at - BASELINE) & (MW_SIGNAL_SMOOTH - 1)];
    signal->smooth[at] = (int16_t)value;
    int32_t centred = signal->smooth[(at - MW_SIGNAL_DELAY) & (MW_SIGNAL_SMOOTH - 1)] - signal->baseline_sum / BASELINE;
    signal->values[(signal->tick - MW_SIGNAL_DELAY) & (MW_SIGNAL_HELD - 1)] = (int16_t)mw_clamp(centred, -LIMIT, LIMIT);
}

void mw_signal_accept(struct mw_beat_signal *signal, const struct mw_beat_sensor *sensor, int16_t sample) {
    if (!signal->primed) {
        prime(signal, sensor, sample);
    }
    signal->raw_sum_before = signal->raw_sum;
    signal->raw_sum += sample - signal->raw[signal->raw_at];
    signal->raw[signal->raw_at] = sample;
    signal->raw_at = (uint8_t)(signal->raw_at + 1 == boxcar(sensor) ? 0 : signal->raw_at + 1);
    signal->phase += MW_SIGNAL_RATE;
    while (signal->phase >= sensor->sample_rate) {
        signal->phase -= sensor->sample_rate;
        add_tick(signal, microvolt(signal, sensor));
    }
}

/* Headroom: 2 * 120 * 65 535 is below 2^24. */
uint32_t mw_signal_tick_of(const struct mw_beat_signal *signal, const struct mw_beat_sensor *sensor, int32_t age) {
    int32_t delayed = 2 * (MW_SIGNAL_RATE * age - signal->phase) - MW_SIGNAL_RATE * (boxcar(sensor) - 1) + sensor->sample_rate;
    return signal->tick - (uint32_t)mw_floor_divide(delayed, 2 * sensor->sample_rate);
}

void mw_signal_copy(const struct mw_beat_signal *signal, uint32_t from, int16_t *values, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        values[i] = (int16_t)mw_signal_at(signal, from + i);
    }
}
