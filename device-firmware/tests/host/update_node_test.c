/* Updates through the node's own interface: offers, fragments, commands in; states and missing fragments out. */
#include "milliwatt/error.h"
#include "../test.h"
#include "update_bench.h"

#include <string.h>

#define QUIET 100

static struct update_bench bench;
static struct signed_bundle factory;
static struct signed_bundle second;
static struct signed_bundle third;

/* The factory's model 1 and a node that has learnt its baseline. */
static void running_on_the_factory_bundle(void) {
    struct signed_bundle_choice choice = {.version = 1, .counter = 1, .signer = 1, .filler = 4};
    make_signed_bundle(&factory, &choice);
    choice = (struct signed_bundle_choice){.version = 2, .counter = 2, .key_id = 1, .signer = 1, .filler = 2600};
    make_signed_bundle(&second, &choice);
    choice = (struct signed_bundle_choice){.version = 3, .counter = 3, .key_id = 2, .signer = 2, .filler = 2500};
    make_signed_bundle(&third, &choice);
    bench_open(&bench, &bench_small_pages, &factory);
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 8, QUIET);
}

static void update_to(uint32_t update_id, const struct signed_bundle *bundle) {
    bench_transfer(&bench, update_id, bundle, 40, 3, 9);
    CHECK_EQUAL(MW_UPDATE_STAGED, bench.state.state);
    bench_windows(&bench, 1, QUIET);
    CHECK(mw_node_restart_wanted(bench.node));
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 1, QUIET);
    CHECK_EQUAL(MW_UPDATE_TRIAL, bench.state.state);
    CHECK(!mw_node_restart_wanted(bench.node));
    bench_windows(&bench, 8, QUIET);
    CHECK_EQUAL(MW_UPDATE_CONFIRMED, bench.state.state);
}

TEST(an_update_is_transferred_tried_and_confirmed_and_so_is_the_next) {
    running_on_the_factory_bundle();
    CHECK(bench_runs(&bench, &factory));
    update_to(5, &second);
    CHECK(bench_runs(&bench, &second));
    CHECK_EQUAL(2, bench.state.model_version);
    CHECK_EQUAL(0, bench.state.slot);
    update_to(6, &third);
    CHECK(bench_runs(&bench, &third));
    CHECK_EQUAL(1, bench.state.slot);
    CHECK_EQUAL(MW_OK, bench_start(&bench, true));
    CHECK(bench_runs(&bench, &third));
    CHECK_EQUAL(0, bench.flash.violations);
}

TEST(an_offer_of_the_model_that_runs_is_answered_with_confirmed) {
    running_on_the_factory_bundle();
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 9, &factory, 40, 3));
    CHECK_EQUAL(MW_UPDATE_CONFIRMED, bench.state.state);
    CHECK_EQUAL(MW_UPDATE_FACTORY, bench.state.slot);
    CHECK_EQUAL(0, bench.missing_frames);
    CHECK_EQUAL(0, bench.flash.operations);
}

TEST(a_trial_that_restarts_by_a_fault_is_bad_and_the_model_before_it_runs) {
    running_on_the_factory_bundle();
    update_to(5, &second);
    bench_transfer(&bench, 6, &third, 40, 3, 9);
    bench_windows(&bench, 1, QUIET);
    bench_start(&bench, false);
    CHECK(bench_runs(&bench, &third));
    bench_start(&bench, true);
    CHECK(bench_runs(&bench, &second));
    bench_windows(&bench, 1, QUIET);
    CHECK_EQUAL(MW_UPDATE_BAD, bench.state.state);
    CHECK_EQUAL(MW_REASON_TRIAL_RESTARTED, bench.state.reason);
    CHECK_EQUAL(3, bench.state.model_version);
}

TEST(a_transfer_goes_on_after_a_restart_with_what_is_missing) {
    running_on_the_factory_bundle();
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 5, &second, 40, 3));
    CHECK_EQUAL(MW_UPDATE_EMPTY, bench.state.state);
    CHECK_EQUAL(0, bench.missing_first);
    uint32_t fragments = bench_fragments(&second, 40);
    CHECK(fragments >= 75);
    for (uint32_t index = fragments; index-- > 3;) {
        CHECK_EQUAL(MW_OK, bench_fragment(&bench, 5, &second, 40, index));
        CHECK_EQUAL(MW_OK, bench_fragment(&bench, 5, &second, 40, index));
    }
    bench.missing_frames = 0;
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 1, QUIET);
    CHECK_EQUAL(1, bench.missing_frames);
    CHECK_EQUAL(fragments, bench.missing_count);
    CHECK_EQUAL(0, bench.missing_first);
    CHECK_EQUAL(7, bench.missing_bitmap[0]);
    CHECK_EQUAL(fragments - 3, bench.state.fragments_held);
    for (uint32_t index = 0; index < 3; index++) {
        CHECK_EQUAL(MW_OK, bench_fragment(&bench, 5, &second, 40, index));
    }
    CHECK_EQUAL(MW_UPDATE_STAGED, bench.state.state);
    CHECK_EQUAL(fragments, bench.state.fragments_held);
}
