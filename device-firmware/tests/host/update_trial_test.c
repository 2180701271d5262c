/* How a trial is judged, how a model is taken back, and what a start does with slots that are not as they should be. */
#include "../../src/node/state.h"
#include "../../src/update/slots.h"
#include "../test.h"
#include "milliwatt/error.h"
#include "update_bench.h"

#include <string.h>

#define QUIET 100
#define LOUD 2000
#define FRAGMENT 64U

static struct update_bench bench;
static struct signed_bundle bundles[3];

static void running(void) {
    for (uint32_t i = 0; i < 3 && bundles[i].length == 0; i++) {
        const struct signed_bundle_choice choice = {.version = i + 1, .counter = i + 1, .signer = 1, .filler = 4 + 40 * i};
        make_signed_bundle(&bundles[i], &choice);
    }
    bench_open(&bench, &bench_small_pages, &bundles[0]);
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 8, QUIET);
}

static void on_trial(uint32_t update_id, const struct signed_bundle *bundle, uint32_t healthy_windows) {
    bench_transfer(&bench, update_id, bundle, FRAGMENT, healthy_windows, 5);
    bench_windows(&bench, 1, QUIET);
    CHECK(mw_node_restart_wanted(bench.node));
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(bench_runs(&bench, bundle));
    bench_windows(&bench, 1, QUIET);
    CHECK_EQUAL(MW_UPDATE_TRIAL, bench.state.state);
}

static void confirmed(uint32_t update_id, const struct signed_bundle *bundle) {
    on_trial(update_id, bundle, 2);
    bench_windows(&bench, 8, QUIET);
    CHECK_EQUAL(MW_UPDATE_CONFIRMED, bench.state.state);
}

static const struct mw_update_window judged = {true, true, false, false};
static const struct mw_update_window alarmed = {true, true, true, false};
static const struct mw_update_window onset = {true, true, true, true};
static const struct mw_update_window abstained = {true, false, false, false};
static const struct mw_update_window stopped = {false, false, false, false};

/* Feeds windows until the trial is decided; returns how many it took, or 0. */
static uint32_t decided(const struct mw_update_window *window, uint32_t most) {
    for (uint32_t i = 1; i <= most; i++) {
        if (mw_update_window(&bench.update, window) == 1) {
            return i;
        }
    }
    return 0;
}

TEST(a_trial_counts_windows_with_a_verdict_and_no_others) {
    running();
    on_trial(1, &bundles[1], 20);
    CHECK_EQUAL(0, decided(&stopped, 1000));
    CHECK_EQUAL(0, decided(&abstained, 80));
    CHECK_EQUAL(20, decided(&judged, 1000));
    CHECK_EQUAL(MW_UPDATE_CONFIRMED, bench.update.slots[0].state);
}

TEST(a_trial_that_gives_no_verdicts_is_not_healthy) {
    running();
    on_trial(1, &bundles[1], 20);
    CHECK_EQUAL(81, decided(&abstained, 1000));
    CHECK_EQUAL(MW_REASON_TRIAL_NOT_HEALTHY, bench.update.slots[0].reason);
    CHECK(mw_update_wants_restart(&bench.update));
}

TEST(a_trial_that_finds_damage_where_its_predecessor_found_none_is_not_healthy) {
    running();
    on_trial(1, &bundles[1], 20);
    CHECK_EQUAL(0, decided(&alarmed, 10));
    CHECK_EQUAL(10, decided(&judged, 1000));
    CHECK_EQUAL(MW_UPDATE_CONFIRMED, bench.update.slots[0].state);
    running();
    on_trial(1, &bundles[1], 20);
    CHECK_EQUAL(0, decided(&alarmed, 11));
    CHECK_EQUAL(9, decided(&judged, 1000));
    CHECK_EQUAL(MW_REASON_TRIAL_NOT_HEALTHY, bench.update.slots[0].reason);
}

TEST(a_trial_may_find_the_damage_that_its_predecessor_found_too) {
    running();
    bench_windows(&bench, 40, LOUD);
    on_trial(1, &bundles[1], 20);
    CHECK(bench.update.slots[0].expected_share > 200);
    CHECK_EQUAL(20, decided(&alarmed, 1000));
    CHECK_EQUAL(MW_UPDATE_CONFIRMED, bench.update.slots[0].state);
}

TEST(a_trial_that_raises_onset_after_onset_is_not_healthy) {
    running();
    on_trial(1, &bundles[1], 1000);
    CHECK_EQUAL(3, decided(&onset, 1000));
    CHECK_EQUAL(MW_REASON_TRIAL_NOT_HEALTHY, bench.update.slots[0].reason);
}

TEST(a_trial_outlives_two_restarts_that_no_fault_caused_but_not_a_third) {
    running();
    on_trial(1, &bundles[1], 1000);
    for (int i = 0; i < 2; i++) {
        CHECK_EQUAL(MW_OK, bench_start(&bench, false));
        CHECK(bench_runs(&bench, &bundles[1]));
    }
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(bench_runs(&bench, &bundles[0]));
    bench_windows(&bench, 1, QUIET);
    CHECK_EQUAL(MW_REASON_TRIAL_RESTARTED, bench.state.reason);
}

TEST(an_offer_during_a_trial_is_answered_with_the_trial_and_touches_no_flash) {
    running();
    on_trial(1, &bundles[1], 1000);
    uint32_t operations = bench.flash.operations;
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 2, &bundles[2], FRAGMENT, 2));
    CHECK_EQUAL(MW_UPDATE_TRIAL, bench.state.state);
    CHECK_EQUAL(2, bench.state.model_version);
    CHECK_EQUAL(operations, bench.flash.operations);
    CHECK_EQUAL(MW_ERROR_NOT_FOUND, bench_fragment(&bench, 2, &bundles[2], FRAGMENT, 0));
}

TEST(a_bad_model_is_tried_again_only_under_a_new_update_id) {
    running();
    on_trial(1, &bundles[1], 1000);
    CHECK_EQUAL(MW_OK, bench_start(&bench, true));
    bench_windows(&bench, 1, QUIET);
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 1, &bundles[1], FRAGMENT, 2));
    CHECK_EQUAL(MW_UPDATE_BAD, bench.state.state);
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 2, &bundles[1], FRAGMENT, 2));
    CHECK_EQUAL(MW_UPDATE_EMPTY, bench.state.state);
    confirmed(2, &bundles[1]);
}

TEST(going_back_leads_to_the_model_before_and_further_to_the_factory_bundle) {
    running();
    CHECK_EQUAL(MW_ERROR_NOT_FOUND, bench_command(&bench, 6));
    CHECK_EQUAL(MW_ERROR_NOT_FOUND, bench_command(&bench, 5));
    confirmed(1, &bundles[1]);
    confirmed(2, &bundles[2]);
    const struct signed_bundle *const before[] = {&bundles[1], &bundles[0]};
    for (int i = 0; i < 2; i++) {
        CHECK_EQUAL(MW_OK, bench_command(&bench, 6));
        CHECK_EQUAL(MW_UPDATE_BAD, bench.state.state);
        CHECK_EQUAL(MW_REASON_CANCELLED, bench.state.reason);
        bench_windows(&bench, 1, QUIET);
        CHECK(mw_node_restart_wanted(bench.node));
        CHECK_EQUAL(MW_OK, bench_start(&bench, false));
        CHECK(bench_runs(&bench, before[i]));
        bench_windows(&bench, 1, QUIET);
    }
    CHECK_EQUAL(MW_ERROR_NOT_FOUND, bench_command(&bench, 6));
}

TEST(a_model_taken_back_keeps_older_ones_out) {
    struct signed_bundle older;
    make_signed_bundle(&older, &(struct signed_bundle_choice){.version = 9, .counter = 2, .signer = 1, .filler = 4});
    running();
    confirmed(1, &bundles[2]);
    CHECK_EQUAL(MW_OK, bench_command(&bench, 6));
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(bench_runs(&bench, &bundles[0]));
    for (uint32_t update_id = 2; update_id < 5; update_id++) {
        bench_windows(&bench, 1, QUIET);
        bench_transfer(&bench, update_id, &older, FRAGMENT, 2, 5);
        CHECK_EQUAL(MW_REASON_OLDER, bench.state.reason);
        CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    }
    bench_windows(&bench, 8, QUIET);
    confirmed(5, &bundles[2]);
}

TEST(a_trial_begins_warm_with_what_its_predecessor_learnt) {
    static uint8_t snapshot[16384];
    running();
    bench_transfer(&bench, 1, &bundles[1], FRAGMENT, 2, 5);
    bench_windows(&bench, 1, QUIET);
    int64_t length = mw_node_snapshot(bench.node, snapshot, sizeof snapshot);
    CHECK(length > 0);
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(bench_runs(&bench, &bundles[1]));
    CHECK_EQUAL(MW_OK, mw_node_restore(bench.node, snapshot, (size_t)length));
    bench_windows(&bench, 2, QUIET);
    CHECK_EQUAL(MW_UPDATE_CONFIRMED, bench.state.state);
}

TEST(fragments_that_stop_coming_are_asked_for_once) {
    running();
    bench_offer(&bench, 1, &bundles[1], FRAGMENT, 2);
    bench_fragment(&bench, 1, &bundles[1], FRAGMENT, 0);
    bench.missing_frames = 0;
    bench_windows(&bench, 99, QUIET);
    CHECK_EQUAL(0, bench.missing_frames);
    bench_windows(&bench, 200, QUIET);
    CHECK_EQUAL(1, bench.missing_frames);
    CHECK_EQUAL(1, bench.missing_first);
    bench_fragment(&bench, 1, &bundles[1], FRAGMENT, 1);
    bench_windows(&bench, 101, QUIET);
    CHECK_EQUAL(2, bench.missing_frames);
}

TEST(a_confirmed_model_that_flash_has_lost_gives_way_to_the_one_before) {
    running();
    confirmed(1, &bundles[1]);
    confirmed(2, &bundles[2]);
    bench.bytes[mw_slot_data(&bench.update, 1) + 300] ^= 1;
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(bench_runs(&bench, &bundles[1]));
    bench.bytes[mw_slot_data(&bench.update, 0) + bundles[1].length - 1] ^= 1;
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(bench_runs(&bench, &bundles[0]));
}

TEST(a_page_whose_erasing_was_interrupted_is_erased_again_at_the_start) {
    running();
    bench_offer(&bench, 1, &bundles[1], FRAGMENT, 2);
    for (uint32_t index = 0; index < 4; index++) {
        bench_fragment(&bench, 1, &bundles[1], FRAGMENT, index);
    }
    CHECK_EQUAL(MW_OK, mw_slot_mark(&bench.update, 0, MW_MARK_CLEARING, 0));
    uint32_t data = mw_slot_data(&bench.update, 0);
    CHECK(!mw_flash_blank(&bench.flash.port, data, 64));
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(mw_flash_blank(&bench.flash.port, data, 1024));
    CHECK_EQUAL(0, bench.update.held);
    bench_windows(&bench, 8, QUIET);
    confirmed(1, &bundles[1]);
}

TEST(a_trailer_full_of_repairs_ends_the_update_and_the_next_one_succeeds) {
    running();
    bench_offer(&bench, 1, &bundles[1], FRAGMENT, 2);
    for (uint32_t cut = 0; cut < 400 && bench.update.receiving == 0; cut++) {
        mw_simulated_flash_power_on(&bench.flash, cut % 5, MW_CUT_TORN);
        for (uint32_t index = 0; index < 8 && !bench.flash.off; index++) {
            bench_fragment(&bench, 1, &bundles[1], FRAGMENT, index);
        }
        mw_simulated_flash_power_on(&bench.flash, MW_NO_CUT, MW_CUT_BEFORE);
        CHECK_EQUAL(MW_OK, bench_start(&bench, false));
        bench_windows(&bench, 1, QUIET);
        bench_fragment(&bench, 1, &bundles[1], FRAGMENT, 0);
    }
    CHECK_EQUAL(MW_UPDATE_BAD, bench.update.slots[0].state);
    CHECK_EQUAL(MW_REASON_FLASH, bench.update.slots[0].reason);
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK_EQUAL(MW_REASON_FLASH, bench.update.slots[0].reason);
    bench_windows(&bench, 8, QUIET);
    confirmed(2, &bundles[1]);
    CHECK_EQUAL(0, bench.flash.violations);
}
