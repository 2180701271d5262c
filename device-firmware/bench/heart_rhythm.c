/*
 * What the heart's other kernels cost: signal quality and the measure of fibrillation per sample at 250 Hz, the rules with rate,
 * atrial fibrillation and respiration per beat of an irregular heart, and how much memory all of them take.
 */
#include "bench.h"
#include "milliwatt/heart_atrial.h"
#include "milliwatt/heart_fibrillation.h"
#include "milliwatt/heart_pacing.h"
#include "milliwatt/heart_quality.h"
#include "milliwatt/heart_rate.h"
#include "milliwatt/heart_respiration.h"
#include "milliwatt/heart_rhythm.h"

enum { RATE = 250, SECONDS = 20, BEATS = 200 };

static struct mw_pacing pacing;
static struct mw_heart_quality quality;
static struct mw_fibrillation fibrillation;
static struct mw_rhythm rules;
static struct mw_heart_rate rate;
static struct mw_atrial atrial;
static struct mw_respiration respiration;

static void bench_samples(void) {
    const struct mw_pacing_design pacing_design = {.sample_rate = RATE, .least_counts = 100};
    const struct mw_fibrillation_design fibrillation_design = {.sample_rate = RATE, .least_counts = 20};
    const struct mw_heart_quality_design quality_design = {.sample_rate = RATE,
                                                           .flat_counts = 2,
                                                           .lowest_rail = INT16_MIN,
                                                           .highest_rail = INT16_MAX,
                                                           .smallest_height = 1000,
                                                           .nanovolt_per_count = 5000};
    uint32_t verdicts = 0;
    bench_begin();
    for (uint32_t i = 0; i < RATE * SECONDS; i++) {
        int16_t raw = (int16_t)(i % 200 < 8 ? 25 * (int)(i % 200) : (int)(i * 2654435761u >> 29));
        int16_t sample = mw_pacing_accept(&pacing, &pacing_design, raw);
        verdicts += mw_heart_quality_accept(&quality, &quality_design, sample, raw * 100, 20000, i / 200) ? 1 : 0;
        mw_fibrillation_accept(&fibrillation, &fibrillation_design, sample);
    }
    bench_end("heart-signal-sample", RATE * SECONDS);
    bench_require(verdicts == SECONDS && quality.signal == MW_HEART_SIGNAL_GOOD, "the signal was not judged as good");
}

static void bench_beats(void) {
    const struct mw_rhythm_limits limits = MW_RHYTHM_DEFAULT_LIMITS(RATE);
    struct mw_rhythm_signal signal = {.quality = MW_HEART_SIGNAL_GOOD};
    struct mw_rhythm_event event;
    uint32_t sample = 0;
    uint32_t events = 0;
    mw_rhythm_advance(&rules, &limits, &signal);
    bench_begin();
    for (int i = 0; i < BEATS; i++) {
        sample += 100 + bench_random() % 128;
        mw_rhythm_detected(&rules, &limits, sample);
        mw_rhythm_classed(&rules, &limits, sample, i % 9 == 0 ? MW_BEAT_VENTRICULAR : MW_BEAT_NORMAL, true);
        mw_heart_rate_accept(&rate, sample);
        mw_atrial_accept(&atrial, sample, i % 9 == 0);
        mw_respiration_accept(&respiration, RATE, sample, 10000, i % 9 == 0);
        while (mw_rhythm_next_event(&rules, &limits, &event)) {
            events++;
        }
    }
    bench_end("heart-rhythm-beat", BEATS);
    bench_require(atrial.episode && events > 0, "the irregular heart raised nothing");
    bench_begin();
    uint32_t breaths = mw_respiration_per_minute_times_10(&respiration, RATE);
    bench_end("heart-respiration-rate", 1);
    bench_require(breaths < 400, "the respiration rate is out of its range");
}

void bench(void) {
    bench_samples();
    bench_beats();
    bench_report("heart-state-bytes",
                 sizeof pacing + sizeof quality + sizeof fibrillation + sizeof rules + sizeof rate + sizeof atrial + sizeof respiration);
}
