#include "milliwatt/heart_pacing.h"

#include "milliwatt/dsp.h"

/* Before a spike the signal moves at most a quarter of its height: hum does not pass for one. */
enum { SLOWEST_RATE = 250, CALM_SHARE = 4 };

uint32_t mw_pacing_delay(const struct mw_pacing_design *design) {
    return design->sample_rate < SLOWEST_RATE ? 0 : (design->sample_rate + 250u) / 500u;
}

static int32_t held(const struct mw_pacing *state, uint32_t back) {
    return state->held[(state->at + 2 * MW_PACING_HELD - 1u - back) % MW_PACING_HELD];
}

static bool is_spike(int32_t earlier, int32_t before, int32_t here, int32_t after, int32_t least) {
    int32_t rise = here - before;
    int32_t fall = here - after;
    bool up = rise >= least && fall >= least;
    bool down = -rise >= least && -fall >= least;
    int64_t height = mw_magnitude(rise);
    return (up || down) && mw_magnitude((int64_t)after - before) < least &&
           CALM_SHARE * mw_magnitude((int64_t)before - earlier) <= height;
}

int16_t mw_pacing_accept(struct mw_pacing *state, const struct mw_pacing_design *design, int16_t sample) {
    uint32_t delay = mw_pacing_delay(design);
    if (delay == 0) {
        return sample;
    }
    /* As if the first sample had always been there. */
    for (; state->count < MW_PACING_HELD; state->count++) {
        state->held[state->count] = sample;
    }
    state->held[state->at] = sample;
    state->at = (uint8_t)((state->at + 1) % MW_PACING_HELD);
    int32_t before = held(state, 2 * delay);
    int32_t after = held(state, 0);
    int32_t here = held(state, delay);
    bool spike = is_spike(held(state, 3 * delay), before, here, after, design->least_counts);
    state->began = spike && !state->in_spike;
    state->in_spike = spike;
    return (int16_t)(spike ? (before + after) / 2 : here);
}
