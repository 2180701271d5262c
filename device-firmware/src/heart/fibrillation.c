#include "milliwatt/dsp.h"
#include "milliwatt/heart_fibrillation.h"

/* Chosen on record 207 against the other records of DS1 of the MIT-BIH Arrhythmia Database. */
enum {
    WINDOW_SECONDS = 4,
    BASELINE_SHIFT = 3,
    BEGIN_LEAKAGE = 500,
    BEGIN_SHARE = 500,
    /* A ventricular rhythm so fast and broad that no beats can be told: less like a sine, but never quiet. */
    BROAD_LEAKAGE = 565,
    BROAD_SHARE = 690,
    END_LEAKAGE = 620,
    END_SHARE = 400,
    LOWEST_TENTH_HERTZ = 18,
    HIGHEST_TENTH_HERTZ = 105,
    END_SECONDS = 2 /* an end shows when half of the window is over */
};

static unsigned smoothing(const struct mw_fibrillation_design *design) {
    return (design->sample_rate + 25u) / 50u;
}

static unsigned block_length(const struct mw_fibrillation_design *design) {
    unsigned length = (design->sample_rate + 30u) / 60u;
    return length < 2 ? 2 : length;
}

static unsigned window_length(const struct mw_fibrillation_design *design) {
    return WINDOW_SECONDS * design->sample_rate / block_length(design);
}

/* 0 is the oldest of the window. */
static int32_t value(const struct mw_fibrillation *state, unsigned window, unsigned index) {
    return state->values[(state->value_at + window - state->value_count + index) % window];
}

struct shape {
    uint32_t size;        /* sum of magnitudes: 300 * 2^15 */
    uint32_t way;         /* sum of steps: 300 * 2^16 */
    uint32_t mean_height; /* of the window's quarters */
};

static struct shape measure(const struct mw_fibrillation *state, unsigned window) {
    struct shape shape = {0, 0, 0};
    uint32_t heights = 0;
    int32_t highest = 0;
    for (unsigned i = 0; i < window; i++) {
        int32_t here = value(state, window, i);
        int32_t magnitude = here < 0 ? -here : here;
        shape.size += (uint32_t)magnitude;
        if (i > 0) {
            shape.way += (uint32_t)mw_magnitude((int64_t)here - value(state, window, i - 1));
        }
        highest = magnitude > highest ? magnitude : highest;
        if ((i + 1) * WINDOW_SECONDS / window > i * WINDOW_SECONDS / window) {
            heights += (uint32_t)highest;
            highest = 0;
        }
    }
    shape.mean_height = heights / WINDOW_SECONDS;
    return shape;
}

/* pi * size / way: of a sine, half its period. */
static unsigned half_period(const struct shape *shape, unsigned window) {
    uint64_t half = shape->way == 0 ? window : (355u * (uint64_t)shape->size + 56u * (uint64_t)shape->way) / (113u * (uint64_t)shape->way);
    return half < 1 ? 1 : half >= window ? window - 1 : (unsigned)half;
}

static void measure_window(struct mw_fibrillation *state, unsigned window, unsigned half, const struct shape *shape) {
    uint32_t left = 0;
    uint32_t both = 0;
    uint32_t far = 0;
    for (unsigned i = 0; i < window; i++) {
        int32_t here = value(state, window, i);
        far += mw_magnitude(here) * 5 > (int64_t)shape->mean_height ? 1 : 0;
        if (i >= half) {
            int32_t before = value(state, window, i - half);
            left += (uint32_t)mw_magnitude((int64_t)here + before);
            both += (uint32_t)(mw_magnitude(here) + mw_magnitude(before));
        }
    }
    state->leakage = (uint16_t)(both == 0 ? 1000 : (uint64_t)1000 * left / both);
    state->share = (uint16_t)(1000 * far / window);
}

static void judge(struct mw_fibrillation *state, const struct mw_fibrillation_design *design) {
    unsigned window = window_length(design);
    if (state->value_count < window) {
        return;
    }
    struct shape shape = measure(state, window);
    unsigned half = half_period(&shape, window);
    measure_window(state, window, half, &shape);
    uint32_t tenth_hertz = 5u * design->sample_rate / (block_length(design) * half);
    bool possible = shape.mean_height >= design->least_counts && tenth_hertz >= LOWEST_TENTH_HERTZ &&
                    tenth_hertz <= HIGHEST_TENTH_HERTZ;
    if (state->stands) {
        state->stands = possible && state->leakage < END_LEAKAGE && state->share >= END_SHARE;
        state->since = state->stands ? state->since : state->samples - END_SECONDS * design->sample_rate;
        state->suspected = state->stands;
    } else {
        bool suspected = possible && ((state->leakage < BEGIN_LEAKAGE && state->share >= BEGIN_SHARE) ||
                                      (state->leakage < BROAD_LEAKAGE && state->share >= BROAD_SHARE));
        state->stands = suspected && state->suspected;
        state->since = state->stands ? state->samples - WINDOW_SECONDS * design->sample_rate : state->since;
        state->suspected = suspected;
    }
}

/* The mean of a block of smoothed samples, freed of its baseline. */
static void take_value(struct mw_fibrillation *state, const struct mw_fibrillation_design *design, int32_t mean) {
    unsigned window = window_length(design);
    bool first = state->value_count == 0;
    state->mean_q8 = first ? mean * 256 : state->mean_q8 + ((mean * 256 - state->mean_q8) >> BASELINE_SHIFT);
    state->values[state->value_at] = mw_saturate_16((int64_t)mean - (state->mean_q8 >> 8));
    state->value_at = (uint16_t)((state->value_at + 1u) % window);
    state->value_count = (uint16_t)(state->value_count < window ? state->value_count + 1u : window);
}

/* Headroom: 20 samples of 2^15 sum to less than 2^20, 17 of those to less than 2^25. */
bool mw_fibrillation_accept(struct mw_fibrillation *state, const struct mw_fibrillation_design *design,
                            int16_t sample) {
    unsigned held = smoothing(design);
    unsigned length = block_length(design);
    state->smoothed += sample - state->samples_held[state->sample_at];
    state->samples_held[state->sample_at] = sample;
    state->sample_at = (uint8_t)((state->sample_at + 1u) % held);
    state->samples++;
    state->block += state->smoothed;
    state->block_at++;
    if (state->block_at == length) {
        take_value(state, design, state->block / (int32_t)(held * length));
        state->block = 0;
        state->block_at = 0;
    }
    state->second_at++;
    if (state->second_at < design->sample_rate) {
        return false;
    }
    state->second_at = 0;
    judge(state, design);
    return true;
}
