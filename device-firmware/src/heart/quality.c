#include "milliwatt/heart_quality.h"

#include "../dsp/qrs_filter.h"
#include "milliwatt/dsp.h"

#include <string.h>

/* Chosen on DS1 of the MIT-BIH Arrhythmia Database, clean and with electrode motion added (contract/heart.md). */
enum {
    QUIET_RANK = 5,   /* of the second's sixteen energies sorted upwards: between beats */
    NOISY_Q10 = 164,  /* quiet energy to beats' energy: 16 % */
    QUIET_Q10 = 143,  /* 14 % */
    REFERENCE_FALL_SHIFT = 6,
    LEAST_REFERENCE = 3, /* times the smallest height: a weak heart in little noise is told */
    LOUD = 5,            /* times the smallest height: what a beat might be */
    UNHEARD_SECONDS = 2,
    DEAD_SECONDS = 2,
    FLAT_NANOVOLT = 10000,
    NANOVOLT_PER_MICROVOLT = 1000
};

struct mw_heart_quality_design mw_heart_quality_design(const struct mw_qrs_design *qrs, uint32_t nanovolt_per_count,
                                                       int16_t lowest_rail, int16_t highest_rail) {
    uint32_t flat = (uint32_t)FLAT_NANOVOLT / nanovolt_per_count;
    return (struct mw_heart_quality_design){.sample_rate = qrs->second,
                                            .flat_counts = (uint16_t)(flat > UINT16_MAX ? UINT16_MAX : flat),
                                            .lowest_rail = lowest_rail,
                                            .highest_rail = highest_rail,
                                            .smallest_height = (int32_t)mw_max(1, mw_qrs_smallest_height(qrs)),
                                            .nanovolt_per_count = (int32_t)nanovolt_per_count};
}

static int32_t rank(const int32_t values[MW_HEART_QUALITY_PARTS], int wanted) {
    int32_t ordered[MW_HEART_QUALITY_PARTS];
    memcpy(ordered, values, sizeof ordered);
    for (int i = 1; i < MW_HEART_QUALITY_PARTS; i++) {
        int32_t value = ordered[i];
        int place = i;
        for (; place > 0 && ordered[place - 1] > value; place--) {
            ordered[place] = ordered[place - 1];
        }
        ordered[place] = value;
    }
    return ordered[wanted];
}

/* The detector's level, which falls when no beat comes; a stopped heart's noise is still compared with the beats it had. */
static void follow_reference(struct mw_heart_quality *state, const struct mw_heart_quality_design *design,
                             int32_t level, bool beatless) {
    int64_t fallen = state->reference - (state->reference >> REFERENCE_FALL_SHIFT);
    int64_t reference = beatless ? mw_max(level, fallen) : level;
    state->reference = (int32_t)mw_max(reference, (int64_t)LEAST_REFERENCE * design->smallest_height);
}

/* Of the noise between beats to the beats, over the last seconds. */
static void follow_ratio(struct mw_heart_quality *state) {
    int64_t ratio = ((int64_t)state->quiet_energy << 10) / state->reference;
    uint32_t sum = 0;
    state->ratios[state->ring_at] = (uint16_t)mw_min(ratio, 1024);
    state->judged = (uint8_t)mw_min(state->judged + 1, MW_HEART_QUALITY_SECONDS);
    for (uint32_t i = 0; i < state->judged; i++) {
        sum += state->ratios[(state->ring_at + MW_HEART_QUALITY_SECONDS - i) % MW_HEART_QUALITY_SECONDS];
    }
    state->ratio = (uint16_t)(sum / state->judged);
    state->noisy = state->ratio >= (state->noisy ? QUIET_Q10 : NOISY_Q10);
}

/* For seconds something as large as a beat, and no beat: the levels are still those of an artefact. */
static void follow_silence(struct mw_heart_quality *state, const struct mw_heart_quality_design *design,
                           uint32_t beats) {
    bool unheard = beats == state->beats && state->highest_energy >= (int64_t)LOUD * design->smallest_height;
    state->unheard_seconds = (uint8_t)(unheard ? mw_min(state->unheard_seconds + 1, UNHEARD_SECONDS) : 0);
    state->beats = beats;
}

static uint8_t verdict(const struct mw_heart_quality *state, int32_t level) {
    bool deaf = state->unheard_seconds == UNHEARD_SECONDS;
    if (state->dead_seconds == DEAD_SECONDS) {
        return MW_HEART_SIGNAL_LEAD_OFF;
    }
    if (level == 0) {
        return MW_HEART_SIGNAL_LEARNING;
    }
    return state->noisy || state->clips || deaf ? MW_HEART_SIGNAL_CANNOT_TELL : MW_HEART_SIGNAL_GOOD;
}

static void end_second(struct mw_heart_quality *state, const struct mw_heart_quality_design *design, int32_t level,
                       uint32_t beats) {
    bool flat = state->highest - state->lowest <= design->flat_counts;
    bool railed = 2 * state->clipped > design->sample_rate;
    state->dead_seconds = (uint8_t)(flat || railed ? mw_min(state->dead_seconds + 1, DEAD_SECONDS) : 0);
    state->clips = 10 * state->clipped > design->sample_rate;
    state->quiet_energy = rank(state->energies, QUIET_RANK);
    state->means[state->ring_at] = (int16_t)(state->sum / design->sample_rate);
    state->seconds = (uint8_t)mw_min(state->seconds + 1, MW_HEART_QUALITY_SECONDS);
    if (level > 0) {
        follow_reference(state, design, level, beats == state->beats);
        follow_ratio(state);
        follow_silence(state, design, beats);
    }
    state->ring_at = (uint8_t)((state->ring_at + 1) % MW_HEART_QUALITY_SECONDS);
    state->signal = verdict(state, level);
    state->sum = 0;
    state->clipped = 0;
    state->highest_energy = 0;
}

bool mw_heart_quality_accept(struct mw_heart_quality *state, const struct mw_heart_quality_design *design,
                             int16_t sample, int32_t energy, int32_t level, uint32_t beats) {
    bool first = state->second_at == 0;
    state->lowest = first || sample < state->lowest ? sample : state->lowest;
    state->highest = first || sample > state->highest ? sample : state->highest;
    state->sum += sample;
    if (sample <= design->lowest_rail || sample >= design->highest_rail) {
        state->clipped++;
    }
    state->highest_energy = energy > state->highest_energy ? energy : state->highest_energy;
    state->energies[(uint32_t)state->second_at * MW_HEART_QUALITY_PARTS / design->sample_rate] = energy;
    state->second_at++;
    if (state->second_at < design->sample_rate) {
        return false;
    }
    state->second_at = 0;
    end_second(state, design, level, beats);
    return true;
}

uint32_t mw_heart_quality_index(const struct mw_heart_quality *state) {
    if (state->signal == MW_HEART_SIGNAL_LEAD_OFF || state->signal == MW_HEART_SIGNAL_LEARNING || state->clips) {
        return 0;
    }
    uint32_t lost = state->ratio * 50u / NOISY_Q10;
    return lost >= 100 ? 0 : 100 - lost;
}

static uint32_t microvolt(int64_t counts, const struct mw_heart_quality_design *design) {
    return (uint32_t)mw_min(counts * design->nanovolt_per_count / NANOVOLT_PER_MICROVOLT, INT32_MAX);
}

uint32_t mw_heart_quality_baseline_wander(const struct mw_heart_quality *state,
                                          const struct mw_heart_quality_design *design) {
    int32_t lowest = INT16_MAX;
    int32_t highest = INT16_MIN;
    for (uint32_t i = 0; i < state->seconds; i++) {
        lowest = state->means[i] < lowest ? state->means[i] : lowest;
        highest = state->means[i] > highest ? state->means[i] : highest;
    }
    return state->seconds == 0 ? 0 : microvolt(highest - lowest, design);
}

/* The smallest beat rises and falls by 120 uV together; noise of the same energy has a third of that as its rms. */
uint32_t mw_heart_quality_noise(const struct mw_heart_quality *state, const struct mw_heart_quality_design *design) {
    return (uint32_t)mw_min((int64_t)state->quiet_energy * 40 / design->smallest_height, INT32_MAX);
}
