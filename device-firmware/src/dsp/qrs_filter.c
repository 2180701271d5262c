#include "qrs_filter.h"

#include "milliwatt/dsp.h"

/*
 * Headroom, for B samples smoothed (up to 63), N values of baseline (up to 512), I differences integrated (up to 256):
 * a sample is below 2^15 in magnitude, their sum s below 2^21, N s and the sum of N of them at most 2^30 - 2^24, so their
 * difference fits 32 bits. The shift g leaves 2^g > B N / 16, so a filtered value is below 2 * 2^15 * 16 = 2^20, a difference
 * of two below 2^21 and I of them below 2^29.
 */
static unsigned gain_shift(const struct mw_qrs_design *design) {
    uint32_t gain = (uint32_t)design->smoothing * design->baseline; /* at least 2 */
    int bits = 32 - __builtin_clz(gain) - 4;
    return bits > 0 ? (unsigned)bits : 0;
}

static int32_t larger(int32_t a, int32_t b) {
    return a > b ? a : b;
}

/* Filtered values kept: as many as any of the looks into the past reaches back. */
static int32_t history(const struct mw_qrs_design *design) {
    int32_t peak = design->hold + larger(design->slope_window - 1 + design->slope_lag, design->position_back);
    return larger(peak, design->integration - 1 + design->slope_lag) + 1;
}

static uint32_t raw_length(const struct mw_qrs_design *design) { return (uint32_t)design->smoothing + design->baseline; }

uint32_t mw_qrs_state_size(const struct mw_qrs_design *design) {
    return (uint32_t)sizeof(struct mw_qrs) + 2 * raw_length(design) + 3 * (uint32_t)history(design);
}

static uint16_t next(uint16_t at, int32_t length) {
    return (uint16_t)(at + 1 == length ? 0 : at + 1);
}

/* The filtered values, 24 bits each: a ring, looked at from its newest. */
struct past {
    const int16_t *upper;
    const uint8_t *lower;
    int32_t length;
    int32_t newest;
    int32_t lag; /* of a slope */
};

static struct past past_of(const struct mw_qrs *state, const struct mw_qrs_design *design) {
    const int16_t *upper = state->memory + raw_length(design);
    int32_t length = history(design);
    struct past past = {.upper = upper,
                        .lower = (const uint8_t *)(upper + length),
                        .length = length,
                        .newest = state->filtered_at,
                        .lag = design->slope_lag};
    return past;
}

static int32_t value_at(const struct past *past, int32_t ago) {
    int32_t at = past->newest - ago;
    at += at < 0 ? past->length : 0;
    return past->upper[at] * 256 + past->lower[at];
}

static int32_t slope_at(const struct past *past, int32_t ago) {
    int32_t difference = value_at(past, ago) - value_at(past, ago + past->lag);
    return difference < 0 ? -difference : difference;
}

/* As if the first sample had always been there: no jump from zero. */
static void prime(struct mw_qrs *state, const struct mw_qrs_design *design, int16_t sample) {
    state->smoothed_sum = sample * design->smoothing;
    state->centre_sum = state->smoothed_sum;
    state->oldest_sum = state->smoothed_sum;
    state->baseline_sum = state->smoothed_sum * design->baseline;
    for (uint32_t i = 0; i < raw_length(design); i++) {
        state->memory[i] = sample;
    }
}

/*
 * Smoothed and freed of its baseline. The sums of B samples that end now, N / 2 and N ago follow each other through one ring of
 * samples; the oldest of it, B + N ago, is where the newest goes.
 */
static int32_t filtered(struct mw_qrs *state, const struct mw_qrs_design *design, int16_t sample) {
    int16_t *raw = state->memory;
    int32_t length = (int32_t)raw_length(design);
    int32_t at = state->raw_at;
    int32_t back = at - design->smoothing;
    int32_t centre = at - design->baseline / 2;
    int32_t behind_centre = centre - design->smoothing;
    int32_t oldest = at - design->baseline; /* one whole ring less B samples */
    back += back < 0 ? length : 0;
    centre += centre < 0 ? length : 0;
    behind_centre += behind_centre < 0 ? length : 0;
    oldest += oldest < 0 ? length : 0;
    state->smoothed_sum += sample - raw[back];
    state->centre_sum += raw[centre] - raw[behind_centre];
    state->oldest_sum += raw[oldest] - raw[at];
    raw[at] = sample;
    state->raw_at = next(state->raw_at, length);
    state->baseline_sum += state->smoothed_sum - state->oldest_sum;
    return (state->centre_sum * design->baseline - state->baseline_sum) >> gain_shift(design);
}

void mw_qrs_filter(struct mw_qrs *state, const struct mw_qrs_design *design, int16_t sample) {
    if (state->samples == 0) {
        prime(state, design, sample);
    }
    int32_t value = filtered(state, design, sample);
    struct past past = past_of(state, design);
    int32_t leaving = slope_at(&past, design->integration - 1);
    past.newest = next(state->filtered_at, past.length);
    state->filtered_at = (uint16_t)past.newest;
    int16_t *upper = state->memory + raw_length(design);
    upper[past.newest] = (int16_t)(value >> 8);
    ((uint8_t *)(upper + past.length))[past.newest] = (uint8_t)value;
    int32_t slope = value - value_at(&past, design->slope_lag);
    state->energy += (slope < 0 ? -slope : slope) - leaving;
}

/* Headroom: 2^16 * 2^5 * 2^15 is below 2^37; shifted by g it is below 2^16 * 2^5 * 2^4 = 2^25. */
int32_t mw_qrs_smallest_height(const struct mw_qrs_design *design) {
    int64_t product = (int64_t)design->smallest_excursion * design->slope_lag * design->smoothing * design->baseline;
    return (int32_t)(product >> gain_shift(design));
}

int32_t mw_qrs_steepest_slope(const struct mw_qrs *state, const struct mw_qrs_design *design) {
    struct past past = past_of(state, design);
    int32_t steepest = 0;
    for (int32_t i = 0; i < design->slope_window; i++) {
        steepest = larger(steepest, slope_at(&past, design->hold + i));
    }
    return steepest;
}

uint32_t mw_qrs_position(const struct mw_qrs *state, const struct mw_qrs_design *design) {
    struct past past = past_of(state, design);
    int32_t best = -1;
    int32_t best_ago = 0;
    for (int32_t i = -design->position_ahead; i <= design->position_back; i++) {
        int32_t value = value_at(&past, design->hold + i);
        int32_t size = value < 0 ? -value * 3 / 4 : value;
        if (size > best) {
            best = size;
            best_ago = design->hold + i;
        }
    }
    return state->samples - (uint32_t)(best_ago + (design->smoothing - 1) / 2 + design->baseline / 2);
}
