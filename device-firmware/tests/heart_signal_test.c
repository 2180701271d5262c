#include "milliwatt/heart_fibrillation.h"
#include "milliwatt/heart_pacing.h"
#include "milliwatt/heart_quality.h"
#include "milliwatt/heart_respiration.h"
#include "milliwatt/dsp.h"
#include "test.h"

#include <string.h>

/* Made-up signals at 250 Hz, 5 uV per count: 200 counts are 1 mV. */
enum { RATE = 250 };

static const struct mw_qrs_design qrs_design = {.smoothing = 7,
                                                .slope_lag = 3,
                                                .baseline = 52,
                                                .integration = 18,
                                                .hold = 54,
                                                .slope_window = 38,
                                                .position_back = 35,
                                                .position_ahead = 1,
                                                .t_wave = 99,
                                                .search_back_gap = 78,
                                                .second = RATE,
                                                .shortest_interval = 42,
                                                .smallest_excursion = 24};

static _Alignas(8) uint8_t qrs_memory[1280];
static struct mw_heart_quality quality;
static struct mw_fibrillation fibrillation;
static struct mw_pacing pacing;
static uint32_t spikes;
static uint32_t noise_state;

static void start(void) {
    memset(qrs_memory, 0, sizeof qrs_memory);
    memset(&quality, 0, sizeof quality);
    memset(&fibrillation, 0, sizeof fibrillation);
    memset(&pacing, 0, sizeof pacing);
    spikes = 0;
    noise_state = 1;
}

static int noise(int range) {
    noise_state = noise_state * 1664525u + 1013904223u;
    return (int)(noise_state >> 16) % (2 * range + 1) - range;
}

/* A triangle of 60 ms and 1 mV every 0.8 s. */
static int heart(int i) {
    int phase = i % 200;
    return phase < 8 ? 25 * phase : phase < 16 ? 25 * (16 - phase) : 0;
}

static int sine(int i, uint32_t tenth_hertz, int height) {
    return mw_sine_q15((uint32_t)((uint64_t)(uint32_t)i * tenth_hertz * 0x100000000u / (10 * RATE))) * height / 32768;
}

enum shape { HEART, HEART_AND_NOISE, NOISE, FLAT, RAIL, SINE_OF_5_HZ, HUM, SPIKES };

static int voltage(enum shape shape, int i) {
    switch (shape) {
    case HEART: return heart(i) + noise(2);
    case HEART_AND_NOISE: return heart(i) + noise(150);
    case NOISE: return noise(2);
    case FLAT: return 17;
    case RAIL: return INT16_MAX;
    case SINE_OF_5_HZ: return sine(i, 50, 100) + noise(2);
    case HUM: return sine(i, 500, 200) + noise(2);
    default: return i % 200 == 0 ? 800 : noise(2);
    }
}

/* Returns the beats found. */
static uint32_t feed(enum shape shape, int seconds) {
    struct mw_qrs *qrs = (struct mw_qrs *)qrs_memory;
    struct mw_heart_quality_design design = mw_heart_quality_design(&qrs_design, 5000, INT16_MIN, INT16_MAX);
    const struct mw_fibrillation_design fibrillation_design = {.sample_rate = RATE, .least_counts = 20};
    const struct mw_pacing_design pacing_design = {.sample_rate = RATE, .least_counts = 100};
    uint32_t before = qrs->beats;
    for (int i = 0; i < seconds * RATE; i++) {
        int16_t sample = mw_pacing_accept(&pacing, &pacing_design, (int16_t)voltage(shape, i));
        spikes += pacing.began ? 1 : 0;
        mw_qrs_accept(qrs, &qrs_design, sample);
        int32_t level = qrs->learnt_seconds < 8 ? 0 : qrs->level;
        mw_heart_quality_accept(&quality, &design, sample, qrs->energy, level, qrs->beats);
        mw_fibrillation_accept(&fibrillation, &fibrillation_design, sample);
    }
    return qrs->beats - before;
}

TEST(a_clean_heart_is_a_good_signal) {
    struct mw_heart_quality_design design = mw_heart_quality_design(&qrs_design, 5000, INT16_MIN, INT16_MAX);
    start();
    feed(HEART, 5);
    CHECK_EQUAL(MW_HEART_SIGNAL_LEARNING, quality.signal);
    CHECK_EQUAL(0, mw_heart_quality_index(&quality));
    CHECK(feed(HEART, 30) > 30);
    CHECK_EQUAL(MW_HEART_SIGNAL_GOOD, quality.signal);
    CHECK(mw_heart_quality_index(&quality) > 85);
    CHECK(mw_heart_quality_noise(&quality, &design) < 30);
    CHECK(mw_heart_quality_baseline_wander(&quality, &design) < 100);
    CHECK(!fibrillation.stands);
}

TEST(a_flat_line_and_a_rail_are_a_lead_that_is_off) {
    start();
    feed(HEART, 20);
    feed(FLAT, 3);
    CHECK_EQUAL(MW_HEART_SIGNAL_LEAD_OFF, quality.signal);
    feed(HEART, 12);
    CHECK_EQUAL(MW_HEART_SIGNAL_GOOD, quality.signal);
    feed(RAIL, 3);
    CHECK_EQUAL(MW_HEART_SIGNAL_LEAD_OFF, quality.signal);
    CHECK(quality.clips);
}

TEST(a_stopped_heart_is_a_good_signal_and_hum_and_noise_are_not) {
    start();
    feed(HEART, 20);
    CHECK(feed(NOISE, 20) <= 1);
    CHECK_EQUAL(MW_HEART_SIGNAL_GOOD, quality.signal);
    feed(HEART, 20);
    CHECK(feed(HUM, 20) <= 4);
    CHECK_EQUAL(MW_HEART_SIGNAL_CANNOT_TELL, quality.signal);
    feed(HEART, 20);
    CHECK_EQUAL(MW_HEART_SIGNAL_GOOD, quality.signal);
    feed(HEART_AND_NOISE, 20);
    CHECK_EQUAL(MW_HEART_SIGNAL_CANNOT_TELL, quality.signal);
}

TEST(a_sine_of_five_hertz_is_fibrillation_and_hum_is_not) {
    start();
    feed(HEART, 20);
    feed(SINE_OF_5_HZ, 8);
    CHECK(fibrillation.stands);
    CHECK(fibrillation.since >= 20 * RATE && fibrillation.since <= 23 * RATE);
    feed(HEART, 10);
    CHECK(!fibrillation.stands);
    CHECK(fibrillation.since >= 27 * RATE && fibrillation.since <= 31 * RATE);
    feed(HUM, 20);
    CHECK(!fibrillation.stands);
}

TEST(spikes_of_a_pacemaker_are_no_beats) {
    start();
    feed(HEART, 20);
    CHECK_EQUAL(0, spikes);
    CHECK(feed(SPIKES, 20) <= 1);
    CHECK(spikes >= 24 && spikes <= 26);
}

TEST(breaths_are_told_from_the_height_of_beats) {
    struct mw_respiration respiration = {0};
    uint32_t at = 0;
    for (int i = 0; i < 80; i++) {
        CHECK(i > 40 || mw_respiration_per_minute_times_10(&respiration, RATE) == 0);
        int32_t height = 100000 + sine((int)at, 2, 10000); /* 0.2 Hz */
        at += 200;
        mw_respiration_accept(&respiration, RATE, at, height, false);
    }
    uint32_t rate = mw_respiration_per_minute_times_10(&respiration, RATE);
    CHECK(rate > 115 && rate < 125);
    mw_respiration_forget(&respiration);
    CHECK_EQUAL(0, mw_respiration_per_minute_times_10(&respiration, RATE));
}

TEST(the_signal_kernels_fit_their_memory) {
    CHECK(sizeof(struct mw_heart_quality) <= 160);
    CHECK(sizeof(struct mw_fibrillation) <= 704);
    CHECK(sizeof(struct mw_respiration) <= 288);
    CHECK(sizeof(struct mw_pacing) <= 32);
}
