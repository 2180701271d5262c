/*
 * Any bytes as a chest's signal and as beats of any class at any time: the sanitizers check the claim of every kernel of
 * src/heart that it cannot overflow, and the rhythm rules that no event ends that did not begin.
 */
#include "milliwatt/heart_atrial.h"
#include "milliwatt/heart_fibrillation.h"
#include "milliwatt/heart_pacing.h"
#include "milliwatt/heart_quality.h"
#include "milliwatt/heart_rate.h"
#include "milliwatt/heart_respiration.h"
#include "milliwatt/heart_rhythm.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length);

struct chest {
    struct mw_rhythm rules;
    struct mw_heart_rate rate;
    struct mw_atrial atrial;
    struct mw_respiration respiration;
    struct mw_pacing pacing;
    struct mw_heart_quality quality;
    struct mw_fibrillation fibrillation;
    uint32_t open; /* events that stand, a bit per class */
};

static void fetch(struct chest *chest, const struct mw_rhythm_limits *limits) {
    struct mw_rhythm_event event;
    while (mw_rhythm_next_event(&chest->rules, limits, &event)) {
        uint32_t bit = 1u << event.event_class;
        if (((chest->open & bit) != 0) != event.ended) {
            abort();
        }
        chest->open ^= bit;
    }
}

static void beat(struct chest *chest, const struct mw_rhythm_limits *limits, uint32_t sample, const uint8_t *four) {
    bool certain = four[3] % 8 != 0;
    mw_rhythm_detected(&chest->rules, limits, sample);
    fetch(chest, limits);
    mw_rhythm_classed(&chest->rules, limits, sample, four[3] % 7, certain);
    fetch(chest, limits);
    mw_heart_rate_accept(&chest->rate, sample);
    mw_heart_rate_per_minute_times_10(&chest->rate, limits->sample_rate, sample + four[2] * 16u);
    mw_heart_rate_last_interval(&chest->rate, limits->sample_rate);
    mw_atrial_accept(&chest->atrial, sample, !certain);
    mw_respiration_accept(&chest->respiration, limits->sample_rate, sample, 1 + (four[2] << (four[3] % 22)), !certain);
    mw_respiration_per_minute_times_10(&chest->respiration, limits->sample_rate);
}

static void signal(struct chest *chest, const struct mw_rhythm_limits *limits, uint32_t sample, const uint8_t *four) {
    struct mw_rhythm_signal now = {
        .sample = sample,
        .quality = four[3] % 16 < 13 ? 0u : four[3] % 4u,
        .ventricular = {.stands = chest->fibrillation.stands || four[2] % 32 == 0, .since = sample - four[1] * 64u},
        .atrial = {.stands = chest->atrial.episode,
                   .since = chest->atrial.since,
                   .beats = chest->atrial.beats,
                   .newest = chest->atrial.newest}};
    mw_rhythm_advance(&chest->rules, limits, &now);
    fetch(chest, limits);
}

/* Some hundred samples of one shape, so that a few bytes make seconds. */
static void samples(struct chest *chest, uint16_t rate, const uint8_t *four) {
    const struct mw_pacing_design pacing = {.sample_rate = rate, .least_counts = 100};
    const struct mw_fibrillation_design fibrillation = {.sample_rate = rate, .least_counts = 20};
    const struct mw_heart_quality_design quality = {.sample_rate = rate,
                                                    .flat_counts = 2,
                                                    .lowest_rail = INT16_MIN,
                                                    .highest_rail = INT16_MAX,
                                                    .smallest_height = 1 + (four[3] << (four[2] % 18)),
                                                    .nanovolt_per_count = 1 + (four[3] << (four[1] % 22))};
    for (uint32_t i = 0; i < 500; i++) {
        int32_t wave = i * four[1] / 64 % 2 == 0 ? 1 : -1;
        int16_t raw = (int16_t)(wave * (four[2] * 128 + (int32_t)(i * 2654435761u >> 25)));
        int16_t sample = mw_pacing_accept(&chest->pacing, &pacing, raw);
        int32_t energy = (int32_t)((uint32_t)four[2] << (four[3] % 23));
        mw_heart_quality_accept(&chest->quality, &quality, sample, energy, four[3] << (four[1] % 23), i / 200);
        mw_fibrillation_accept(&chest->fibrillation, &fibrillation, sample);
    }
    mw_heart_quality_index(&chest->quality);
    mw_heart_quality_noise(&chest->quality, &quality);
    mw_heart_quality_baseline_wander(&chest->quality, &quality);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
    if (length < 8) {
        return 0;
    }
    struct chest chest = {0};
    const struct mw_rhythm_limits limits = {.sample_rate = (uint16_t)(100 + data[0] * 3),
                                            .pause_milliseconds = (uint16_t)(1500 + data[1] * 9),
                                            .bradycardia = (uint16_t)(30 + data[2] % 91),
                                            .tachycardia = (uint16_t)(121 + data[3] % 180),
                                            .frequent_ventricular = (uint16_t)(1 + data[4] % 30)};
    if (!mw_rhythm_limits_valid(&limits)) {
        abort();
    }
    uint32_t sample = (uint32_t)data[5] << 24;
    for (size_t at = 6; at + 4 <= length && at < 4000; at += 4) {
        const uint8_t *four = data + at;
        sample += (uint32_t)four[1] * (four[0] >= 240 ? 300u : 4u);
        switch (four[0] % 8) {
        case 0: signal(&chest, &limits, sample, four); break;
        case 1: samples(&chest, limits.sample_rate, four); break;
        case 2:
            if (four[3] > 200) {
                mw_atrial_forget(&chest.atrial);
                mw_heart_rate_forget(&chest.rate);
                mw_respiration_forget(&chest.respiration);
            }
            break;
        default: beat(&chest, &limits, sample, four); break;
        }
    }
    return 0;
}
