#include "milliwatt/heart_respiration.h"

#include "milliwatt/dsp.h"

enum {
    LONGEST_GAP_SECONDS = 3,
    VALUES_PER_SECOND = 2,
    MEAN_SHIFT = 4,
    SIZE_ONE = 4096,
    QUARTER = MW_RESPIRATION_VALUES / 4,
    SHORTEST_LAG = 3, /* 40 breaths per minute */
    LONGEST_LAG = 20, /* 6 */
    CLEAR_Q10 = 563, /* 0.55 */
    FIRST_OF_BEST_Q10 = 768, /* the shortest lag within 75 % of the best: two breaths are as like as one */
    DOUBT_OF_BEST_Q10 = 512, /* a shorter one within 50 %: with two beats to a breath nobody can tell */
    AGREE_PERCENT = 15
};

void mw_respiration_forget(struct mw_respiration *state) {
    state->beats = 0;
    state->count = 0;
    state->mean_size = 0;
}

static int16_t between(int32_t before, int32_t after, uint32_t part, uint32_t whole) {
    return (int16_t)(before + (int64_t)(after - before) * part / whole);
}

/* The curves from the beat before to this one. */
static void draw(struct mw_respiration *state, uint32_t step, uint32_t sample, int16_t size, int16_t interval) {
    uint32_t whole = sample - state->newest;
    for (; (int32_t)(sample - state->next) >= 0; state->next += step) {
        uint32_t part = state->next - state->newest;
        state->sizes[state->at] = between(state->size, size, part, whole);
        state->intervals[state->at] = between(state->interval, interval, part, whole);
        state->at = (uint8_t)((state->at + 1) % MW_RESPIRATION_VALUES);
        state->count = (uint8_t)mw_min(state->count + 1, MW_RESPIRATION_VALUES);
    }
}

void mw_respiration_accept(struct mw_respiration *state, uint32_t sample_rate, uint32_t sample, int32_t size,
                           bool ectopic) {
    uint32_t gap = sample - state->newest;
    if (state->beats > 0 && (int32_t)gap <= 0) {
        return;
    }
    if (state->beats > 0 && gap > LONGEST_GAP_SECONDS * sample_rate) {
        mw_respiration_forget(state);
    }
    bool kept = ectopic && state->beats == 2;
    if (!kept) {
        int32_t mean = state->mean_size == 0 ? size : state->mean_size + ((size - state->mean_size) >> MEAN_SHIFT);
        state->mean_size = (int32_t)mw_max(mean, 1);
    }
    int16_t relative = state->size;
    int16_t interval = state->interval;
    if (!kept) {
        relative = (int16_t)mw_min((int64_t)SIZE_ONE * size / state->mean_size, INT16_MAX);
        interval = (int16_t)(state->beats == 0 ? 0 : (uint64_t)1000 * gap / sample_rate);
    }
    if (state->beats == 2) {
        draw(state, sample_rate / VALUES_PER_SECOND, sample, relative, interval);
    } else {
        state->next = sample;
        state->beats++;
    }
    state->newest = sample;
    state->size = relative;
    state->interval = interval;
}

/* Freed of its mean and of the drift from its first quarter to its last, the oldest first; |value| below 2^17. */
static void level_out(const int16_t *ring, unsigned oldest, int32_t values[MW_RESPIRATION_VALUES]) {
    int32_t sum = 0;
    int32_t drift = 0;
    for (int i = 0; i < MW_RESPIRATION_VALUES; i++) {
        values[i] = ring[(oldest + (unsigned)i) % MW_RESPIRATION_VALUES];
        sum += values[i];
        drift += i < QUARTER ? -values[i] : i >= MW_RESPIRATION_VALUES - QUARTER ? values[i] : 0;
    }
    for (int i = 0; i < MW_RESPIRATION_VALUES; i++) {
        /* The quarters' centres lie 48 values apart: drift / (16 * 48) a value. */
        int64_t line = (int64_t)drift * (2 * i - MW_RESPIRATION_VALUES + 1) / (2 * QUARTER * (MW_RESPIRATION_VALUES - QUARTER));
        values[i] = (int32_t)(values[i] - sum / MW_RESPIRATION_VALUES - line);
    }
}

/* -1 .. 1 in Q10: how like the curve is to itself a lag later. Headroom: 64 squares of 2^17. */
static int32_t likeness(const int32_t values[MW_RESPIRATION_VALUES], int lag) {
    int64_t product = 0;
    int64_t power = 0;
    for (int i = lag; i < MW_RESPIRATION_VALUES; i++) {
        product += (int64_t)values[i] * values[i - lag];
        power += (int64_t)values[i] * values[i] + (int64_t)values[i - lag] * values[i - lag];
    }
    return power == 0 ? 0 : (int32_t)(2048 * product / power);
}

struct breath {
    int32_t likeness;
    int32_t lag_q8; /* with a likeness above 0 */
};

/* The top of the parabola through three values, in 1/256 of a lag from the middle one. */
static int32_t vertex_q8(int32_t before, int32_t here, int32_t after) {
    int32_t bend = 2 * here - before - after;
    return bend <= 0 ? 0 : (after - before) * 128 / bend;
}

static struct breath find_breath(const int16_t *ring, unsigned oldest) {
    int32_t values[MW_RESPIRATION_VALUES];
    int32_t like[LONGEST_LAG + 2];
    struct breath breath = {0, 0};
    level_out(ring, oldest, values);
    for (int lag = SHORTEST_LAG - 1; lag <= LONGEST_LAG + 1; lag++) {
        like[lag] = likeness(values, lag);
    }
    for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
        bool peak = like[lag] > like[lag - 1] && like[lag] >= like[lag + 1];
        breath.likeness = peak && like[lag] > breath.likeness ? like[lag] : breath.likeness;
    }
    for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
        bool peak = like[lag] > like[lag - 1] && like[lag] >= like[lag + 1];
        if (peak && like[lag] > 0 && like[lag] >= (breath.likeness * DOUBT_OF_BEST_Q10) >> 10) {
            bool certain = like[lag] >= (breath.likeness * FIRST_OF_BEST_Q10) >> 10;
            breath.likeness = certain ? breath.likeness : 0;
            breath.lag_q8 = 256 * lag + vertex_q8(like[lag - 1], like[lag], like[lag + 1]);
            break;
        }
    }
    return breath;
}

static uint32_t rate_of(int32_t lag_q8, uint32_t sample_rate) {
    uint32_t step = sample_rate / VALUES_PER_SECOND;
    return (600u * 256u * sample_rate) / (step * (uint32_t)lag_q8);
}

uint32_t mw_respiration_per_minute_times_10(const struct mw_respiration *state, uint32_t sample_rate) {
    if (state->count < MW_RESPIRATION_VALUES) {
        return 0;
    }
    struct breath size = find_breath(state->sizes, state->at);
    struct breath interval = find_breath(state->intervals, state->at);
    bool size_clear = size.likeness >= CLEAR_Q10;
    bool interval_clear = interval.likeness >= CLEAR_Q10;
    if (size_clear && interval_clear) {
        int64_t difference = mw_magnitude((int64_t)size.lag_q8 - interval.lag_q8);
        bool agree = 100 * difference <= (int64_t)AGREE_PERCENT * mw_min(size.lag_q8, interval.lag_q8);
        return agree ? rate_of((size.lag_q8 + interval.lag_q8) / 2, sample_rate) : 0;
    }
    if (size_clear) {
        return rate_of(size.lag_q8, sample_rate);
    }
    return interval_clear ? rate_of(interval.lag_q8, sample_rate) : 0;
}
