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

uint32_t mw_qrs_state_size(const struct mw_qrs_design *design) {
    uint32_t words = (uint32_t)(design->smoothing + design->baseline + history(design));
    return (uint32_t)sizeof(struct mw_qrs) + 4 * words;
}

static uint16_t next(uint16_t at, int32_t length) {
    return (uint16_t)(at + 1 == length ? 0 : at + 1);
}

/* The filtered values: a ring, looked at from its newest. */
struct past {
    const int32_t *values;
    int32_t length;
    int32_t newest;
    int32_t lag; /* of a slope */
};

static struct past past_of(const struct mw_qrs *state, const struct mw_qrs_design *design) {
    struct past past = {.values = state->memory + design->smoothing + design->baseline,
                        .length = history(design),
                        .newest = state->filtered_at,
                        .lag = design->slope_lag};
    return past;
}

static int32_t value_at(const struct past *past, int32_t ago) {
    int32_t at = past->newest - ago;
    return past->values[at < 0 ? at + past->length : at];
}

static int32_t slope_at(const struct past *past, int32_t ago) {
    int32_t difference = value_at(past, ago) - value_at(past, ago + past->lag);
    return difference < 0 ? -difference : difference;
}

/* As if the first sample had always been there: no jump from zero. */
static void prime(struct mw_qrs *state, const struct mw_qrs_design *design, int32_t sample) {
    state->smoothed_sum = sample * design->smoothing;
    state->baseline_sum = state->smoothed_sum * design->baseline;
    for (int32_t i = 0; i < design->smoothing; i++) {
        state->memory[i] = sample;
    }
    for (int32_t i = 0; i < design->baseline; i++) {
        state->memory[design->smoothing + i] = state->smoothed_sum;
    }
}

void mw_qrs_filter(struct mw_qrs *state, const struct mw_qrs_design *design, int16_t sample) {
    int32_t *raw = state->memory;
    int32_t *smoothed = raw + design->smoothing;
    if (state->samples == 0) {
        prime(state, design, sample);
    }
    state->smoothed_sum += sample - raw[state->raw_at];
    raw[state->raw_at] = sample;
    state->raw_at = next(state->raw_at, design->smoothing);

    state->baseline_sum += state->smoothed_sum - smoothed[state->smoothed_at];
    smoothed[state->smoothed_at] = state->smoothed_sum;
    int32_t centre = state->smoothed_at - design->baseline / 2;
    centre = centre < 0 ? centre + design->baseline : centre;
    state->smoothed_at = next(state->smoothed_at, design->baseline);
    int32_t value = (smoothed[centre] * design->baseline - state->baseline_sum) >> gain_shift(design);

    struct past past = past_of(state, design);
    int32_t leaving = slope_at(&past, design->integration - 1);
    past.newest = next(state->filtered_at, past.length);
    state->filtered_at = (uint16_t)past.newest;
    state->memory[design->smoothing + design->baseline + past.newest] = value;
    state->energy += slope_at(&past, 0) - leaving;
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
