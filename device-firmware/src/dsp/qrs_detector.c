#include "milliwatt/qrs.h"

#include "milliwatt/dsp.h"
#include "qrs_filter.h"

#include <string.h>

/* Ratios in Q10, those to the RR interval in Q8: found by search on half of the MIT-BIH Arrhythmia Database. */
enum {
    LEARNT_SECONDS = MW_QRS_LEARNT_SECONDS,
    FALLING_FROM_Q10 = 576, /* the threshold right after a beat, of the level */
    FALLING_TO_Q10 = 174,   /* and once FALLING_INTERVALS have passed */
    FALLING_INTERVALS_Q8 = 280,
    NOISE_Q10 = 2732,     /* the threshold over noise */
    NOISE_CAP_Q10 = 780,  /* which is no more than this part of the level */
    NOISE_CLIP_Q10 = 549, /* a single peak of noise counts at most this part of the level */
    HEIGHT_CLIP_Q10 = 2010,
    SEARCH_INTERVALS_Q8 = 384,
    SEARCH_AGE_INTERVALS = 2,
    SEARCH_HEIGHT_Q10 = 225,
    STEADY_SHARE_Q10 = 576, /* no beat is lower than this part of steady noise, such as mains hum */
    STEADY_MEAN_Q10 = 4096,
    STEADY_LOWEST = 9,
    LEFT_Q10 = 940, /* of a beat's energy, `hold` after its peak; steady hum has more */
    T_WAVE_SLOPE_Q10 = 426,
    DECAY_Q10 = 640,   /* of the level, each second without a beat after the second */
    QUIET_SECONDS = 2
};

static int32_t share_q10(int32_t value, int32_t part_q10) {
    return (int32_t)mw_min((int64_t)value * part_q10 >> 10, INT32_MAX);
}

static void sort_eight(const int32_t values[8], int32_t ordered[8]) {
    memcpy(ordered, values, 8 * sizeof *ordered);
    for (int i = 1; i < 8; i++) {
        int32_t value = ordered[i];
        int place = i;
        for (; place > 0 && ordered[place - 1] > value; place--) {
            ordered[place] = ordered[place - 1];
        }
        ordered[place] = value;
    }
}

/* Headroom: the height of a peak stays below 2^30 (qrs_filter.h), so two of them add up within 32 bits. */
static void learn_height(struct mw_qrs *state, int32_t height) {
    int32_t ordered[8];
    state->heights[state->height_at] = (int32_t)mw_min(height, share_q10(state->level, HEIGHT_CLIP_Q10));
    state->height_at = (state->height_at + 1) & 7;
    sort_eight(state->heights, ordered);
    state->level = (ordered[4] + ordered[5]) / 2;
}

static void learn_noise(struct mw_qrs *state, int32_t height) {
    state->noises[state->noise_at] = (int32_t)mw_min(height, share_q10(state->level, NOISE_CLIP_Q10));
    state->noise_at = (state->noise_at + 1) & 7;
}

static int32_t noise_level(const struct mw_qrs *state) {
    int64_t sum = 0;
    for (int i = 0; i < 8; i++) {
        sum += state->noises[i];
    }
    return (int32_t)(sum / 8);
}

/* Headroom: intervals are at most MW_QRS_LONGEST = 2^24. */
static void learn_interval(struct mw_qrs *state, const struct mw_qrs_design *design, int32_t interval) {
    if (interval > design->shortest_interval && 2 * interval < 5 * state->interval) {
        int32_t ordered[8];
        state->intervals[state->interval_at] = interval;
        state->interval_at = (state->interval_at + 1) & 7;
        sort_eight(state->intervals, ordered);
        state->interval = (ordered[2] + ordered[3] + ordered[4] + ordered[5]) / 4;
    }
}

/* A peak that is taken for a beat, `age` samples ago. */
struct peak {
    int32_t height;
    int32_t slope;
    int32_t age;
    uint32_t sample; /* of the R wave */
};

static void take_beat(struct mw_qrs *state, const struct mw_qrs_design *design, const struct peak *peak) {
    if (state->beats > 0) {
        learn_interval(state, design, state->since_beat - peak->age);
        state->window_intervals++;
    }
    if (state->window_beats == 0) {
        state->window_from = state->beats > 0 ? state->beat_samples[(state->beats - 1) % MW_QRS_BEATS] : peak->sample;
    }
    learn_height(state, peak->height);
    state->since_beat = peak->age;
    state->last_slope = peak->slope;
    state->kept_height = 0;
    state->beat_samples[state->beats % MW_QRS_BEATS] = peak->sample;
    state->beats++;
    state->window_beats++;
}

/* Falls from a beat on, so that a T wave is not taken for the next beat, and rises with the noise. */
static int32_t threshold(const struct mw_qrs *state, int32_t since) {
    int32_t span = (int32_t)((int64_t)state->interval * FALLING_INTERVALS_Q8 >> 8);
    int64_t fallen = (int64_t)(FALLING_FROM_Q10 - FALLING_TO_Q10) * mw_min(since, span) / span;
    int32_t falling = share_q10(state->level, (int32_t)(FALLING_FROM_Q10 - fallen));
    int64_t noise = mw_min(share_q10(noise_level(state), NOISE_Q10), share_q10(state->level, NOISE_CAP_Q10));
    return (int32_t)mw_max(falling, noise);
}

/* The energy's peak `hold` samples ago: a beat, or noise of which the best is kept for searching back. */
static bool judge_peak(struct mw_qrs *state, const struct mw_qrs_design *design) {
    int32_t since = state->since_beat - design->hold;
    struct peak peak = {.height = state->peak, .age = design->hold};
    if (peak.height < mw_qrs_smallest_height(design)) {
        return false;
    }
    peak.slope = mw_qrs_steepest_slope(state, design);
    peak.sample = mw_qrs_position(state, design);
    bool t_wave = state->beats > 0 && since < design->t_wave &&
                  peak.slope < share_q10(state->last_slope, T_WAVE_SLOPE_Q10);
    bool stands_out = peak.height > threshold(state, since) &&
                      peak.height > share_q10(state->steady, STEADY_SHARE_Q10) &&
                      state->energy < share_q10(peak.height, LEFT_Q10);
    if (!t_wave && stands_out) {
        take_beat(state, design, &peak);
        return true;
    }
    learn_noise(state, peak.height);
    if (!t_wave && peak.height > state->kept_height && since >= design->search_back_gap) {
        state->kept_height = peak.height;
        state->kept_slope = peak.slope;
        state->kept_age = peak.age;
        state->kept_sample = peak.sample;
    }
    return false;
}

/* No beat for one and a half intervals: the best peak since then may have been one after all. */
static bool search_back(struct mw_qrs *state, const struct mw_qrs_design *design) {
    bool due = state->kept_height > 0 && state->since_beat >= (int64_t)state->interval * SEARCH_INTERVALS_Q8 >> 8;
    bool found = due && state->kept_height > share_q10(state->level, SEARCH_HEIGHT_Q10) &&
                 state->kept_height > share_q10(state->steady, STEADY_SHARE_Q10) &&
                 state->kept_age <= SEARCH_AGE_INTERVALS * state->interval;
    if (found) {
        struct peak peak = {.height = state->kept_height,
                            .slope = state->kept_slope,
                            .age = state->kept_age,
                            .sample = state->kept_sample};
        take_beat(state, design, &peak);
    }
    return found;
}

/* The first levels: from the highest energy in each of the first seconds, of which an artefact in half of them is harmless. */
static void learn_start(struct mw_qrs *state, const struct mw_qrs_design *design) {
    int32_t *highest = state->heights + state->learnt_seconds;
    *highest = state->energy > *highest ? state->energy : *highest;
    if (state->second_at == 0) {
        state->learnt_seconds++;
    }
    if (state->learnt_seconds == LEARNT_SECONDS) {
        int32_t ordered[8];
        sort_eight(state->heights, ordered);
        state->level = (int32_t)mw_max(ordered[3], mw_qrs_smallest_height(design));
        state->interval = design->second * 5 / 6;
        for (int i = 0; i < 8; i++) {
            state->heights[i] = state->level;
            state->noises[i] = state->level / 6;
            state->intervals[i] = state->interval;
        }
        state->falling = 1;
    }
}

/* Headroom: 2048 energies below 2^30 sum to less than 2^41. */
static void end_second(struct mw_qrs *state, const struct mw_qrs_design *design) {
    int64_t steady = mw_min(state->second_sum / design->second * STEADY_MEAN_Q10 >> 10,
                            (int64_t)state->second_lowest * STEADY_LOWEST);
    state->steady = (int32_t)mw_min(steady, INT32_MAX);
    if (state->since_beat >= QUIET_SECONDS * design->second) {
        int64_t lowest = mw_max(state->steady, mw_qrs_smallest_height(design));
        state->level = (int32_t)mw_max(share_q10(state->level, DECAY_Q10), mw_min(state->level, lowest));
        for (int i = 0; i < 8; i++) {
            state->heights[i] = (int32_t)mw_min(state->heights[i], state->level);
        }
    }
    state->second_sum = 0;
    state->second_lowest = INT32_MAX;
}

static bool follow_energy(struct mw_qrs *state, const struct mw_qrs_design *design, int32_t before) {
    bool rises = state->energy > (state->falling ? before : state->peak);
    if (rises) {
        state->falling = 0;
        state->peak = state->energy;
        state->peak_age = 0;
    } else if (!state->falling) {
        state->peak_age++;
        if (state->peak_age == design->hold) {
            state->falling = 1;
            return judge_peak(state, design);
        }
    }
    return false;
}

static int32_t one_older(int32_t age) {
    return age < MW_QRS_LONGEST ? age + 1 : age;
}

enum mw_qrs_found mw_qrs_accept(struct mw_qrs *state, const struct mw_qrs_design *design, int16_t sample) {
    int32_t before = state->energy;
    enum mw_qrs_found found = MW_QRS_NONE;
    mw_qrs_filter(state, design, sample);
    state->second_sum += state->energy;
    state->second_lowest = state->energy < state->second_lowest ? state->energy : state->second_lowest;
    state->second_at = (uint16_t)(state->second_at + 1 == design->second ? 0 : state->second_at + 1);
    if (state->learnt_seconds < LEARNT_SECONDS) {
        learn_start(state, design);
    } else {
        state->since_beat = one_older(state->since_beat);
        state->kept_age = one_older(state->kept_age);
        if (follow_energy(state, design, before)) {
            found = MW_QRS_BEAT;
        } else if (search_back(state, design)) {
            found = MW_QRS_LATE_BEAT;
        }
    }
    if (state->second_at == 0) {
        end_second(state, design);
    }
    state->samples++;
    return found;
}

static int32_t capped(uint32_t samples) {
    return samples > MW_QRS_LONGEST ? MW_QRS_LONGEST : (int32_t)samples;
}

bool mw_qrs_end_window(struct mw_qrs *state, int32_t values[MW_QRS_VALUES]) {
    uint32_t newest = state->beat_samples[(state->beats - 1) % MW_QRS_BEATS];
    uint32_t before = state->beat_samples[(state->beats - 2) % MW_QRS_BEATS];
    uint32_t intervals = state->window_intervals;
    values[MW_QRS_WINDOW_BEATS] = (int32_t)state->window_beats;
    values[MW_QRS_MEAN_INTERVAL] = intervals == 0 ? 0 : capped((newest - state->window_from) / intervals);
    values[MW_QRS_LAST_INTERVAL] = state->beats < 2 ? 0 : capped(newest - before);
    values[MW_QRS_SINCE_BEAT] = capped(state->beats == 0 ? state->samples : state->samples - 1 - newest);
    state->window_beats = 0;
    state->window_intervals = 0;
    return state->learnt_seconds == LEARNT_SECONDS;
}
