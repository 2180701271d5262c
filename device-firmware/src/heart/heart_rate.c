#include "milliwatt/heart_rate.h"

enum { AVERAGED_SECONDS = 8, ASYSTOLE_SECONDS = 4, LONGEST_MILLISECONDS = 65535 };

void mw_heart_rate_accept(struct mw_heart_rate *state, uint32_t sample) {
    uint32_t newest = state->beats[(state->at + MW_HEART_RATE_BEATS - 1) % MW_HEART_RATE_BEATS];
    if (state->count > 0 && (int32_t)(sample - newest) <= 0) {
        return;
    }
    state->beats[state->at] = sample;
    state->at = (uint8_t)((state->at + 1) % MW_HEART_RATE_BEATS);
    state->count = (uint8_t)(state->count < MW_HEART_RATE_BEATS ? state->count + 1 : MW_HEART_RATE_BEATS);
}

void mw_heart_rate_forget(struct mw_heart_rate *state) {
    state->count = 0;
}

static uint32_t span(const struct mw_heart_rate *state, unsigned intervals) {
    unsigned newest = state->at + MW_HEART_RATE_BEATS - 1u;
    return state->beats[newest % MW_HEART_RATE_BEATS] - state->beats[(newest - intervals) % MW_HEART_RATE_BEATS];
}

/* Two at least, if there are so many, whatever their length. */
static unsigned averaged_intervals(const struct mw_heart_rate *state, uint32_t sample_rate) {
    unsigned available = state->count - 1u;
    unsigned fitting = available < 2 ? available : 2;
    for (unsigned i = 4; i <= available && span(state, i) <= AVERAGED_SECONDS * sample_rate; i += 2) {
        fitting = i;
    }
    return fitting;
}

uint32_t mw_heart_rate_per_minute_times_10(const struct mw_heart_rate *state, uint32_t sample_rate, uint32_t now) {
    if (state->count < 2) {
        return 0;
    }
    uint32_t newest = state->beats[(state->at + MW_HEART_RATE_BEATS - 1) % MW_HEART_RATE_BEATS];
    int32_t since = (int32_t)(now - newest);
    if (since >= (int32_t)(ASYSTOLE_SECONDS * sample_rate)) {
        return 0;
    }
    unsigned intervals = averaged_intervals(state, sample_rate);
    uint64_t length = span(state, intervals);
    return length == 0 ? 0 : (uint32_t)(((uint64_t)600 * sample_rate * intervals + length / 2) / length);
}

uint32_t mw_heart_rate_last_interval(const struct mw_heart_rate *state, uint32_t sample_rate) {
    if (state->count < 2) {
        return 0;
    }
    uint64_t milliseconds = ((uint64_t)span(state, 1) * 1000 + sample_rate / 2) / sample_rate;
    return milliseconds > LONGEST_MILLISECONDS ? LONGEST_MILLISECONDS : (uint32_t)milliseconds;
}
