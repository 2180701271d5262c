#include "milliwatt/heart_atrial.h"
#include "milliwatt/heart_rate.h"
#include "milliwatt/heart_rhythm.h"
#include "test.h"

#include <string.h>

/* 1000 Hz, so that samples are milliseconds. */
static const struct mw_rhythm_limits limits = MW_RHYTHM_DEFAULT_LIMITS(1000);

static struct mw_rhythm rules;
static uint32_t now;
static struct mw_rhythm_event last[MW_RHYTHM_CLASSES][2]; /* onset, end */
static int told[MW_RHYTHM_CLASSES][2];

static void fetch(void) {
    struct mw_rhythm_event event;
    while (mw_rhythm_next_event(&rules, &limits, &event)) {
        last[event.event_class][event.ended ? 1 : 0] = event;
        told[event.event_class][event.ended ? 1 : 0]++;
    }
}

static void signal_at(uint32_t sample, uint32_t quality) {
    struct mw_rhythm_signal signal = {.sample = sample, .quality = quality};
    mw_rhythm_advance(&rules, &limits, &signal);
    fetch();
}

static void start(uint32_t at) {
    memset(&rules, 0, sizeof rules);
    memset(last, 0, sizeof last);
    memset(told, 0, sizeof told);
    now = at;
    signal_at(now, 0);
}

static void beat(uint32_t interval, uint8_t beat_class) {
    now += interval;
    mw_rhythm_detected(&rules, &limits, now);
    fetch();
    mw_rhythm_classed(&rules, &limits, now, beat_class, true);
    fetch();
}

static void beats(int count, uint32_t interval, const char *classes) {
    for (int i = 0; i < count; i++) {
        char letter = classes[(size_t)i % strlen(classes)];
        beat(interval, (uint8_t)(letter == 'V' ? MW_BEAT_VENTRICULAR
                                 : letter == 'S' ? MW_BEAT_SUPRAVENTRICULAR : MW_BEAT_NORMAL));
    }
}

TEST(four_seconds_without_a_beat_are_asystole_and_less_are_not) {
    start(0);
    beats(5, 800, "N");
    signal_at(now + 3999, 0);
    CHECK_EQUAL(0, told[MW_RHYTHM_ASYSTOLE][0]);
    CHECK_EQUAL(1, told[MW_RHYTHM_PAUSE][0]);
    signal_at(now + 4000, 0);
    CHECK_EQUAL(1, told[MW_RHYTHM_ASYSTOLE][0]);
    CHECK_EQUAL(now, last[MW_RHYTHM_ASYSTOLE][0].onset);
    beat(6000, MW_BEAT_NORMAL);
    CHECK_EQUAL(1, told[MW_RHYTHM_ASYSTOLE][1]);
    CHECK_EQUAL(now, last[MW_RHYTHM_ASYSTOLE][1].sample);
    CHECK_EQUAL(1, told[MW_RHYTHM_PAUSE][1]);
}

TEST(a_lead_that_is_off_is_no_asystole) {
    start(0);
    beats(5, 800, "N");
    signal_at(now + 1000, MW_HEART_SIGNAL_LEAD_OFF);
    signal_at(now + 9000, MW_HEART_SIGNAL_LEAD_OFF);
    CHECK_EQUAL(1, told[MW_RHYTHM_LEAD_OFF][0]);
    signal_at(now + 10000, 0);
    signal_at(now + 13999, 0);
    CHECK_EQUAL(1, told[MW_RHYTHM_LEAD_OFF][1]);
    CHECK_EQUAL(0, told[MW_RHYTHM_ASYSTOLE][0]);
    signal_at(now + 14000, 0);
    CHECK_EQUAL(1, told[MW_RHYTHM_ASYSTOLE][0]);
    CHECK_EQUAL(now + 10000, last[MW_RHYTHM_ASYSTOLE][0].onset);
}

TEST(a_signal_that_gets_lost_ends_what_stands) {
    start(0);
    beats(20, 400, "V");
    CHECK_EQUAL(1, told[MW_RHYTHM_VENTRICULAR_TACHYCARDIA][0]);
    signal_at(now + 100, MW_HEART_SIGNAL_CANNOT_TELL);
    CHECK_EQUAL(1, told[MW_RHYTHM_VENTRICULAR_TACHYCARDIA][1]);
    CHECK_EQUAL(20, last[MW_RHYTHM_VENTRICULAR_TACHYCARDIA][1].beats);
    CHECK_EQUAL(150, last[MW_RHYTHM_VENTRICULAR_TACHYCARDIA][1].heart_rate);
    CHECK_EQUAL(1, told[MW_RHYTHM_POOR_SIGNAL][0]);
    beats(20, 400, "V");
    CHECK_EQUAL(1, told[MW_RHYTHM_VENTRICULAR_TACHYCARDIA][0]);
}

TEST(rates_across_the_wrap_of_the_sample_counter) {
    start(UINT32_MAX - 5000);
    beats(4, 1539, "N");
    CHECK_EQUAL(0, told[MW_RHYTHM_EXTREME_BRADYCARDIA][0]);
    beats(1, 1539, "N");
    CHECK_EQUAL(1, told[MW_RHYTHM_EXTREME_BRADYCARDIA][0]);
    CHECK_EQUAL(39, last[MW_RHYTHM_EXTREME_BRADYCARDIA][0].heart_rate);
    CHECK_EQUAL(5, last[MW_RHYTHM_EXTREME_BRADYCARDIA][0].beats);
    beats(17, 425, "N");
    CHECK_EQUAL(1, told[MW_RHYTHM_EXTREME_BRADYCARDIA][1]);
    CHECK_EQUAL(1, told[MW_RHYTHM_EXTREME_TACHYCARDIA][0]);
}

TEST(runs_of_ventricular_beats_by_length_and_rate) {
    start(0);
    beats(12, 590, "NNVVNNVVVN");
    CHECK_EQUAL(1, told[MW_RHYTHM_VENTRICULAR_COUPLET][1]);
    CHECK_EQUAL(1, told[MW_RHYTHM_VENTRICULAR_RUN][1]);
    CHECK_EQUAL(3, last[MW_RHYTHM_VENTRICULAR_RUN][1].beats);
    beats(5, 590, "V");
    CHECK_EQUAL(1, told[MW_RHYTHM_VENTRICULAR_TACHYCARDIA][0]);
    beats(2, 590, "N");
    beats(6, 600, "V");
    CHECK_EQUAL(1, told[MW_RHYTHM_VENTRICULAR_TACHYCARDIA][0]);
    CHECK_EQUAL(2, told[MW_RHYTHM_VENTRICULAR_RUN][0]);
}

TEST(patterns_of_three_cycles) {
    start(0);
    beats(5, 700, "VN");
    CHECK_EQUAL(1, told[MW_RHYTHM_BIGEMINY][0]);
    CHECK_EQUAL(5, last[MW_RHYTHM_BIGEMINY][0].beats);
    beats(7, 700, "NNV");
    CHECK_EQUAL(1, told[MW_RHYTHM_BIGEMINY][1]);
    CHECK_EQUAL(1, told[MW_RHYTHM_TRIGEMINY][0]);
    CHECK_EQUAL(417, mw_rhythm_ventricular_share(&rules));
    beats(3, 700, "S");
    CHECK_EQUAL(1, told[MW_RHYTHM_TRIGEMINY][1]);
    CHECK_EQUAL(1, told[MW_RHYTHM_SUPRAVENTRICULAR_RUN][0]);
}

TEST(limits_out_of_range_are_refused) {
    struct mw_rhythm_limits wrong = limits;
    CHECK(mw_rhythm_limits_valid(&wrong));
    wrong.tachycardia = wrong.bradycardia;
    CHECK(!mw_rhythm_limits_valid(&wrong));
    wrong = limits;
    wrong.pause_milliseconds = 5000;
    CHECK(!mw_rhythm_limits_valid(&wrong));
}

TEST(the_rhythm_rules_fit_their_memory) {
    CHECK(sizeof(struct mw_rhythm) <= 1024);
    CHECK(sizeof(struct mw_heart_rate) <= 256);
}

TEST(a_heart_rate_of_pairs_is_that_of_both_intervals) {
    struct mw_heart_rate rate = {0};
    uint32_t at = 0;
    for (int i = 0; i < 30; i++) {
        at += i % 2 == 0 ? 1000 : 500;
        mw_heart_rate_accept(&rate, at);
    }
    CHECK_EQUAL(800, mw_heart_rate_per_minute_times_10(&rate, 1000, at + 100));
    CHECK_EQUAL(500, mw_heart_rate_last_interval(&rate, 1000));
    CHECK_EQUAL(0, mw_heart_rate_per_minute_times_10(&rate, 1000, at + 4000));
    mw_heart_rate_forget(&rate);
    CHECK_EQUAL(0, mw_heart_rate_per_minute_times_10(&rate, 1000, at + 100));
}

TEST(irregular_beats_are_atrial_fibrillation_and_ectopic_ones_leave_it_unknown) {
    struct mw_atrial atrial = {0};
    uint32_t at = 0;
    uint32_t random = 1;
    for (int i = 0; i < 120; i++) {
        random = random * 1664525u + 1013904223u;
        at += 500 + (random >> 16) % 400;
        mw_atrial_accept(&atrial, at, false);
    }
    CHECK_EQUAL(MW_ATRIAL_YES, mw_atrial_state(&atrial));
    CHECK(atrial.episode);
    CHECK(atrial.since < 30000);
    for (int i = 0; i < 64; i++) {
        at += 800;
        mw_atrial_accept(&atrial, at, i % 2 == 0);
    }
    CHECK_EQUAL(MW_ATRIAL_UNKNOWN, mw_atrial_state(&atrial));
    for (int i = 0; i < 70; i++) {
        at += 800;
        mw_atrial_accept(&atrial, at, false);
    }
    CHECK_EQUAL(MW_ATRIAL_NO, mw_atrial_state(&atrial));
    CHECK(!atrial.episode);
    mw_atrial_forget(&atrial);
    CHECK_EQUAL(MW_ATRIAL_UNKNOWN, mw_atrial_state(&atrial));
}
