#include "milliwatt/heart_pacing.h"

#include "milliwatt/dsp.h"

/*
 * Before a spike the signal moves at most a quarter of its height: hum does not pass for one. After it the signal is back to within a
 * third of it. What a spike leaves behind decays within 100 ms.
 */
enum { SLOWEST_RATE = 250, CALM_SHARE = 4, OVERSHOOT_SHARE = 3, TAILS_PER_SECOND = 10, FRACTION = 256 };

uint32_t mw_pacing_delay(const struct mw_pacing_design *design) {
    return design->sample_rate < SLOWEST_RATE ? 0 : design->sample_rate / 500u + 1u;
}

static int32_t held(const struct mw_pacing *state, uint32_t back) {
    uint32_t place = state->at + 2 * MW_PACING_HELD - 1u - back;
    place -= place >= 2 * MW_PACING_HELD ? 2 * MW_PACING_HELD : 0;
    return state->held[place >= MW_PACING_HELD ? place - MW_PACING_HELD : place];
}

static bool is_spike(int32_t earlier, int32_t before, int32_t here, int32_t after, int32_t least) {
    int32_t rise = here - before;
    int32_t fall = here - after;
    bool leaves = (rise >= least && fall >= least) || (-rise >= least && -fall >= least);
    if (!leaves) {
        return false;
    }
    int64_t height = mw_magnitude(rise);
    int64_t rest = mw_magnitude((int64_t)after - before);
    return (rest < least || OVERSHOOT_SHARE * rest <= height) &&
           CALM_SHARE * mw_magnitude((int64_t)before - earlier) <= height;
}

/* What a spike leaves behind is never more than the signal's distance from where it was. Headroom: a tail is below 2^24. */
static int32_t next_tail(int32_t tail_q8, int32_t away, int32_t samples) {
    int32_t decayed = tail_q8 - tail_q8 / samples;
    int32_t most = FRACTION * away;
    if (decayed > 0) {
        most = most > 0 ? most : 0;
        return decayed < most ? decayed : most;
    }
    most = most < 0 ? most : 0;
    return decayed > most ? decayed : most;
}

static int16_t to_int16(int32_t value) {
    return (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
}

int16_t mw_pacing_accept(struct mw_pacing *state, const struct mw_pacing_design *design, int16_t sample) {
    uint32_t delay = mw_pacing_delay(design);
    if (delay == 0) {
        return sample;
    }
    /* As if the first sample had always been there. */
    for (; state->count < MW_PACING_HELD; state->count++) {
        state->held[state->count] = sample;
        state->level = sample;
    }
    state->held[state->at] = sample;
    state->at = (uint8_t)(state->at + 1 == MW_PACING_HELD ? 0 : state->at + 1);
    int32_t here = held(state, delay);
    bool spike = is_spike(held(state, 3 * delay), held(state, 2 * delay), here, held(state, 0), design->least_counts);
    state->began = spike && !state->in_spike;
    if (spike) {
        state->in_spike = true;
        return state->level;
    }
    int32_t away = here - state->level;
    if (state->in_spike) {
        state->tail_q8 = FRACTION * away;
    } else if (state->tail_q8 != 0) {
        state->tail_q8 = next_tail(state->tail_q8, away, design->sample_rate / TAILS_PER_SECOND);
    }
    state->in_spike = false;
    int16_t output = to_int16(here - state->tail_q8 / FRACTION);
    if (state->tail_q8 / FRACTION == 0) {
        state->level = output;
    }
    return output;
}
