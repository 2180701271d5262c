/* Bursts, rests and the ledger on the golden race-line bundle: 1 kHz, 100-sample windows, 3 votes of 4 raise an event,
 * the recipe warms up for one window and learns from four. */
#include "../port/host/simulated_flash.h"
#include "../src/node/state.h"
#include "milliwatt/error.h"
#include "milliwatt/journal.h"
#include "milliwatt/ledger.h"
#include "milliwatt/node.h"
#include "test.h"

#include <string.h>

#define START 1793000000000ULL
#define WINDOW 100U
#define INTERVAL_SECONDS 60U
#define INTERVAL_MILLIS 60000U
#define QUIET 100
#define LOUD 2000

static _Alignas(8) uint8_t memory[1 << 17];
static uint8_t bundle[1024];
static uint32_t noise_state;
static uint64_t now;

static int start(struct mw_node **node, uint16_t burst_windows, uint32_t interval_seconds) {
    struct mw_node_configuration chosen;
    memset(&chosen, 0, sizeof chosen);
    chosen.node_id = 4711;
    chosen.boot_id = 1;
    chosen.sensor.nano_units_per_count = 1000000;
    chosen.shaft_speed_millihertz = 25000;
    chosen.ring_bytes = 1 << 16;
    chosen.burst_interval_seconds = interval_seconds;
    chosen.burst_windows = burst_windows;
    chosen.feature_interval_windows = 1;
    chosen.capture_blocks = 1;
    chosen.domain = MW_DOMAIN_VIBRATION;
    chosen.unit = 2;
    chosen.unsigned_bundle_allowed = 1;
    size_t length = test_read_file("contract/vectors/bundle-race-lines-1.0.mwm", bundle, sizeof bundle);
    noise_state = 1;
    now = START;
    return mw_node_start(node, memory, sizeof memory, &chosen, bundle, length, &mw_host_crypto);
}

static struct mw_node *duty_cycled(uint16_t burst_windows) {
    struct mw_node *node = NULL;
    CHECK_EQUAL(MW_OK, start(&node, burst_windows, INTERVAL_SECONDS));
    return node;
}

static uint64_t count_of(const struct mw_node *node, enum mw_ledger_item item) {
    struct mw_ledger ledger;
    mw_node_ledger(node, &ledger);
    return ledger.counts[item];
}

/* Uniform noise of a fixed generator (Numerical Recipes' constants). */
static void feed(struct mw_node *node, uint32_t count, int32_t amplitude) {
    int16_t samples[4 * WINDOW];
    for (uint32_t i = 0; i < count; i++) {
        noise_state = noise_state * 1664525U + 1013904223U;
        samples[i] = (int16_t)((int32_t)(noise_state >> 16) * 2 * amplitude / 65536 - amplitude);
    }
    now += count;
    CHECK_EQUAL(MW_OK, mw_node_samples(node, samples, count, now));
}

/* As a port does: samples until the node may sleep, then sleeps. Returns the windows computed. */
static uint32_t burst(struct mw_node *node, int32_t amplitude) {
    uint64_t before = count_of(node, MW_LEDGER_WINDOWS);
    for (uint32_t i = 0; i < 1000 && mw_node_sleep_millis(node, now) == 0; i++) {
        feed(node, WINDOW, amplitude);
    }
    uint32_t rest = mw_node_sleep_millis(node, now);
    CHECK(rest > 0 && rest < INTERVAL_MILLIS);
    now += rest;
    CHECK_EQUAL(0, mw_node_sleep_millis(node, now));
    return (uint32_t)(count_of(node, MW_LEDGER_WINDOWS) - before);
}

static struct mw_record *event_of(const struct mw_node *node) {
    struct mw_record *record = mw_store_next(&node->store, NULL);
    while (record != NULL && (record->flags & MW_RECORD_EVENT) == 0) {
        record = mw_store_next(&node->store, record);
    }
    return record;
}

static uint16_t newest_verdict(const struct mw_node *node) {
    return node->votes.next == 0 ? 0 : node->votes.verdicts[node->votes.next - 1];
}

static void learn(struct mw_node *node) {
    for (int i = 0; i < 6; i++) {
        burst(node, QUIET);
    }
    CHECK(count_of(node, MW_LEDGER_JUDGED) > 0);
    CHECK(event_of(node) == NULL);
}

/* Loud bursts until a window is judged damaged: the anomaly sums up over windows. */
static void until_suspicious(struct mw_node *node) {
    learn(node);
    for (int i = 0; i < 100 && newest_verdict(node) == 0; i++) {
        now += mw_node_sleep_millis(node, now);
        feed(node, WINDOW, LOUD);
    }
    CHECK(newest_verdict(node) != 0);
}

TEST(a_continuous_node_never_asks_for_sleep) {
    struct mw_node *node = NULL;
    CHECK_EQUAL(MW_OK, start(&node, 0, 0));
    for (int i = 0; i < 50; i++) {
        feed(node, WINDOW, QUIET);
        CHECK_EQUAL(0, mw_node_sleep_millis(node, now));
        CHECK_EQUAL(0, mw_node_sleep_millis(node, now + 3600000));
    }
    CHECK_EQUAL(50, count_of(node, MW_LEDGER_WINDOWS));
    CHECK_EQUAL(0, count_of(node, MW_LEDGER_ASLEEP_MILLIS));
}

TEST(bursts_that_would_judge_nothing_or_never_come_are_refused) {
    struct mw_node *node = NULL;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, start(&node, 1, 60));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, start(&node, 2, 0));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, start(&node, 2, 1000001));
    CHECK_EQUAL(MW_OK, start(&node, 2, 1));
    CHECK_EQUAL(MW_OK, start(&node, 2, 1000000));
}

TEST(bursts_begin_an_interval_apart_and_their_first_window_is_not_judged) {
    struct mw_node *node = duty_cycled(3);
    learn(node);
    uint64_t judged = count_of(node, MW_LEDGER_JUDGED);
    uint32_t held = mw_node_held_frames(node);
    CHECK_EQUAL(3, burst(node, QUIET));
    CHECK_EQUAL(judged + 2, count_of(node, MW_LEDGER_JUDGED));
    CHECK_EQUAL(held + 3, mw_node_held_frames(node)); /* a status and two features frames */
    CHECK_EQUAL(START + 7 * INTERVAL_MILLIS, now);
}

TEST(the_first_window_of_a_burst_teaches_no_baseline) {
    struct mw_node *node = duty_cycled(2);
    for (int i = 0; i < 4; i++) {
        CHECK_EQUAL(0, count_of(node, MW_LEDGER_JUDGED));
        CHECK_EQUAL(2, burst(node, QUIET));
    }
    burst(node, QUIET);
    CHECK_EQUAL(1, count_of(node, MW_LEDGER_JUDGED));
}

TEST(samples_given_during_a_rest_are_left_out_and_make_no_frames) {
    struct mw_node *node = duty_cycled(2);
    feed(node, 4 * WINDOW, QUIET);
    CHECK_EQUAL(2 * WINDOW, count_of(node, MW_LEDGER_SAMPLES));
    uint32_t frames = mw_node_held_frames(node);
    while (now + 400 < START + INTERVAL_MILLIS) {
        feed(node, 4 * WINDOW, LOUD);
    }
    CHECK_EQUAL(2 * WINDOW, count_of(node, MW_LEDGER_SAMPLES));
    CHECK_EQUAL(frames, mw_node_held_frames(node));
    CHECK_EQUAL(0, node->recipe.sample_index);
}

TEST(a_damaged_window_keeps_the_node_awake_until_the_votes_decide) {
    struct mw_node *node = duty_cycled(2);
    until_suspicious(node);
    CHECK(event_of(node) == NULL);
    for (int i = 0; i < 2; i++) {
        CHECK_EQUAL(0, mw_node_sleep_millis(node, now));
        feed(node, WINDOW, LOUD);
    }
    CHECK(event_of(node) != NULL); /* the third vote, although the burst has two windows */
}

TEST(a_suspicion_that_comes_to_nothing_costs_a_bounded_number_of_windows) {
    struct mw_node *node = duty_cycled(2);
    until_suspicious(node);
    uint64_t before = count_of(node, MW_LEDGER_WINDOWS);
    while (mw_node_sleep_millis(node, now) == 0 && count_of(node, MW_LEDGER_WINDOWS) < before + 100) {
        node->votes.count = 0; /* as if the votes before had been for another verdict each */
        feed(node, WINDOW, LOUD);
    }
    CHECK(event_of(node) == NULL);
    CHECK_EQUAL(4, count_of(node, MW_LEDGER_WINDOWS) - before);
}

TEST(an_event_keeps_the_node_awake_for_its_acknowledgement_but_not_for_ever) {
    struct mw_node *node = duty_cycled(2);
    until_suspicious(node);
    while (event_of(node) == NULL) {
        feed(node, WINDOW, LOUD);
    }
    uint64_t built = now;
    while (mw_node_sleep_millis(node, now) == 0 && now < built + 2 * MW_EVENT_AWAKE_MILLIS) {
        feed(node, WINDOW, LOUD);
    }
    CHECK(now >= built + MW_EVENT_AWAKE_MILLIS && now <= built + MW_EVENT_AWAKE_MILLIS + 1000);
    CHECK(mw_node_local_alarm(node, now));
}

TEST(an_acknowledged_event_lets_the_node_rest_with_the_next_window) {
    struct mw_node *node = duty_cycled(2);
    until_suspicious(node);
    while (event_of(node) == NULL) {
        feed(node, WINDOW, LOUD);
    }
    mw_store_remove(&node->store, event_of(node)); /* as an acknowledgement does */
    feed(node, WINDOW, LOUD);
    CHECK(mw_node_sleep_millis(node, now) > 0);
}

TEST(a_capture_ends_a_rest_and_postpones_the_next) {
    struct mw_node *node = duty_cycled(2);
    feed(node, 2 * WINDOW, QUIET);
    CHECK(mw_node_sleep_millis(node, now) > 0);
    mw_node_request_capture(node, 9);
    CHECK_EQUAL(0, mw_node_sleep_millis(node, now));
    uint64_t begin = now;
    while (mw_node_sleep_millis(node, now) == 0) {
        feed(node, WINDOW, QUIET);
    }
    CHECK_EQUAL(begin + 1000, now); /* one block of one second */
    CHECK_EQUAL(12, count_of(node, MW_LEDGER_WINDOWS));
}

TEST(a_clock_set_back_ends_a_rest_and_a_clock_set_right_counts_no_time) {
    struct mw_node *node = duty_cycled(2);
    now = 5000;
    feed(node, 2 * WINDOW, QUIET);
    CHECK(mw_node_sleep_millis(node, now) > 0);
    CHECK_EQUAL(0, mw_node_sleep_millis(node, 4000));
    now = START;
    feed(node, WINDOW, QUIET);
    CHECK(count_of(node, MW_LEDGER_ASLEEP_MILLIS) + count_of(node, MW_LEDGER_AWAKE_MILLIS) < 1000);
}

TEST(the_ledger_counts_what_the_node_did) {
    struct mw_node *node = duty_cycled(3);
    const uint8_t *frame = NULL;
    uint8_t noise[7] = {1, 2, 3};
    for (int i = 0; i < 10; i++) {
        burst(node, QUIET);
    }
    CHECK_EQUAL(3000, count_of(node, MW_LEDGER_SAMPLES));
    CHECK_EQUAL(30, count_of(node, MW_LEDGER_WINDOWS));
    CHECK_EQUAL(mw_node_held_frames(node), count_of(node, MW_LEDGER_FRAMES_BUILT));
    uint64_t bytes = 0;
    for (uint32_t length = mw_node_next_frame(node, now, &frame); length > 0;
         length = mw_node_next_frame(node, now, &frame)) {
        bytes += length;
    }
    CHECK_EQUAL(bytes, count_of(node, MW_LEDGER_BYTES_SENT));
    CHECK_EQUAL(mw_node_held_frames(node), count_of(node, MW_LEDGER_FRAMES_SENT));
    CHECK(mw_node_receive(node, noise, sizeof noise, now) < 0);
    CHECK_EQUAL(7, count_of(node, MW_LEDGER_BYTES_RECEIVED));
    mw_node_flash_used(node, 4096, 2);
    mw_node_flash_used(node, 4, 0);
    CHECK_EQUAL(4100, count_of(node, MW_LEDGER_FLASH_PROGRAMMED));
    CHECK_EQUAL(2, count_of(node, MW_LEDGER_FLASH_ERASED));
    CHECK_EQUAL(3, count_of(node, MW_LEDGER_BURST_WINDOWS));
    CHECK_EQUAL(60, count_of(node, MW_LEDGER_BURST_INTERVAL));
}

TEST(time_awake_and_asleep_add_up) {
    struct mw_node *node = duty_cycled(3);
    for (int i = 0; i < 10; i++) {
        burst(node, QUIET);
    }
    feed(node, WINDOW, QUIET);
    /* The clock begins with the end of the first 100 ms of samples. */
    CHECK_EQUAL(10 * 300, count_of(node, MW_LEDGER_AWAKE_MILLIS));
    CHECK_EQUAL(10 * (INTERVAL_MILLIS - 300), count_of(node, MW_LEDGER_ASLEEP_MILLIS));
}

TEST(the_journals_flash_is_in_the_ledger) {
    static _Alignas(8) uint8_t bytes[8 * 1024];
    static struct mw_simulated_flash flash;
    struct mw_journal journal;
    struct mw_node *node = duty_cycled(3);
    memset(bytes, 0xFF, sizeof bytes);
    mw_simulated_flash_open(&flash, bytes, 1024, 8, 8);
    CHECK_EQUAL(MW_OK, mw_journal_open(&journal, &flash.port, 0, 8));
    CHECK_EQUAL(MW_OK, mw_node_attach_journal(node, &journal));
    uint64_t before = count_of(node, MW_LEDGER_FLASH_PROGRAMMED);
    for (int i = 0; i < 40; i++) {
        burst(node, QUIET);
    }
    CHECK_EQUAL(flash.wear.bytes_programmed, count_of(node, MW_LEDGER_FLASH_PROGRAMMED));
    CHECK_EQUAL(flash.wear.pages_erased, count_of(node, MW_LEDGER_FLASH_ERASED));
    CHECK(count_of(node, MW_LEDGER_FLASH_PROGRAMMED) > before + 8000);
    CHECK(count_of(node, MW_LEDGER_FLASH_ERASED) > 0);
    mw_node_flash_used(node, 8, 1);
    CHECK_EQUAL(flash.wear.bytes_programmed + 8, count_of(node, MW_LEDGER_FLASH_PROGRAMMED));
}

TEST(sleep_between_slow_samples_is_what_the_port_says) {
    struct mw_node *node = NULL;
    CHECK_EQUAL(MW_OK, start(&node, 0, 0));
    feed(node, 1, QUIET);
    now += 900000;
    mw_node_slept(node, 600000);
    mw_node_slept(node, 290000);
    feed(node, 1, QUIET);
    CHECK_EQUAL(890000, count_of(node, MW_LEDGER_ASLEEP_MILLIS));
    CHECK_EQUAL(10001, count_of(node, MW_LEDGER_AWAKE_MILLIS));
    mw_node_slept(node, UINT32_MAX);
    mw_node_slept(node, UINT32_MAX);
    feed(node, 1, QUIET);
    CHECK_EQUAL(890001, count_of(node, MW_LEDGER_ASLEEP_MILLIS));
}
