/* What a node refuses, and why it says so. */
#include "../../src/model/bytes.h"
#include "../../src/model/kinds.h"
#include "../../src/node/state.h"
#include "../test.h"
#include "milliwatt/error.h"
#include "update_bench.h"

#include <string.h>

#define QUIET 100
#define FRAGMENT 64U
#define NO_KEY 9U

static struct update_bench bench;
static struct signed_bundle factory;

static const struct signed_bundle_choice good = {.version = 2, .counter = 5, .key_id = 1, .signer = 1, .filler = 4};

static void running(void) {
    const struct signed_bundle_choice choice = {.version = 1, .counter = 4, .signer = 1, .filler = 4};
    if (factory.length == 0) {
        make_signed_bundle(&factory, &choice);
    }
    bench_open(&bench, &bench_small_pages, &factory);
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 1, QUIET);
}

static void ends_as(const struct signed_bundle *bundle, enum mw_update_state state, enum mw_update_reason reason) {
    bench_transfer(&bench, 1, bundle, FRAGMENT, 3, 5);
    CHECK_EQUAL(state, bench.state.state);
    CHECK_EQUAL(reason, bench.state.reason);
    CHECK_EQUAL(state == MW_UPDATE_STAGED, mw_update_wants_restart(&bench.update));
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    CHECK(bench_runs(&bench, state == MW_UPDATE_STAGED ? bundle : &factory));
}

static void choice_ends_as(struct signed_bundle_choice choice, enum mw_update_state state, enum mw_update_reason reason) {
    struct signed_bundle bundle;
    make_signed_bundle(&bundle, &choice);
    running();
    ends_as(&bundle, state, reason);
}

TEST(a_bundle_is_refused_for_what_is_wrong_with_it) {
    struct signed_bundle_choice choice = good;
    choice_ends_as(choice, MW_UPDATE_STAGED, MW_REASON_NONE);
    choice.counter = 4;
    choice_ends_as(choice, MW_UPDATE_STAGED, MW_REASON_NONE);
    choice.counter = 3;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_OLDER);
    choice = good;
    choice.target_class = 2;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_HARDWARE);
    choice.target_class = 3;
    choice_ends_as(choice, MW_UPDATE_STAGED, MW_REASON_NONE);
    choice = good;
    choice.breaks_vector = 1;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_SELF_TEST);
}

TEST(the_key_id_selects_the_key_and_without_one_it_is_the_first) {
    struct signed_bundle_choice choice = good;
    choice.breaks_signature = 1;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_SIGNATURE);
    choice = good;
    choice.signer = 2;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_SIGNATURE);
    choice.key_id = 2;
    choice_ends_as(choice, MW_UPDATE_STAGED, MW_REASON_NONE);
    choice.key_id = 0;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_SIGNATURE);
    choice.signer = 1;
    choice_ends_as(choice, MW_UPDATE_STAGED, MW_REASON_NONE);
    choice.key_id = NO_KEY;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_UNKNOWN_KEY);
    choice.signer = 0;
    choice_ends_as(choice, MW_UPDATE_BAD, MW_REASON_SIGNATURE);
}

TEST(a_development_node_takes_unsigned_bundles_but_no_wrong_signature) {
    struct signed_bundle bundle;
    struct signed_bundle_choice choice = good;
    choice.signer = 0;
    make_signed_bundle(&bundle, &choice);
    running();
    bench.configuration.unsigned_allowed = 1;
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 1, QUIET);
    ends_as(&bundle, MW_UPDATE_STAGED, MW_REASON_NONE);
    choice = good;
    choice.breaks_signature = 1;
    make_signed_bundle(&bundle, &choice);
    running();
    bench.configuration.unsigned_allowed = 1;
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 1, QUIET);
    ends_as(&bundle, MW_UPDATE_BAD, MW_REASON_SIGNATURE);
}

TEST(damage_that_the_server_did_not_see_is_named) {
    struct signed_bundle bundle;
    make_signed_bundle(&bundle, &good);
    bundle.bytes[bundle.length - 1] ^= 1;
    running();
    ends_as(&bundle, MW_UPDATE_BAD, MW_REASON_OTHER_DIGEST);
    make_signed_bundle(&bundle, &good);
    bundle.bytes[100] ^= 1;
    CHECK_EQUAL(0, mw_host_crypto.sha256(bundle.bytes, bundle.length, bundle.digest));
    running();
    ends_as(&bundle, MW_UPDATE_BAD, MW_REASON_CHECKSUM);
    make_signed_bundle(&bundle, &good);
    bundle.bytes[5] = 2;
    CHECK_EQUAL(0, mw_host_crypto.sha256(bundle.bytes, bundle.length, bundle.digest));
    running();
    ends_as(&bundle, MW_UPDATE_BAD, MW_REASON_FORMAT);
    /* The recipe's first byte, under a checksum that agrees: its digest does not. */
    make_signed_bundle(&bundle, &(struct signed_bundle_choice){.version = 2, .counter = 5, .filler = 4});
    bundle.bytes[16] ^= 1;
    mw_put_u32(bundle.bytes + 60, mw_crc32(mw_crc32(0, bundle.bytes, 60), bundle.bytes + 64, mw_u32(bundle.bytes + 52)));
    CHECK_EQUAL(0, mw_host_crypto.sha256(bundle.bytes, bundle.length, bundle.digest));
    running();
    bench.configuration.unsigned_allowed = 1;
    CHECK_EQUAL(MW_OK, bench_start(&bench, false));
    bench_windows(&bench, 1, QUIET);
    ends_as(&bundle, MW_UPDATE_BAD, MW_REASON_RECIPE);
}

TEST(a_model_that_needs_more_memory_than_the_node_has_does_not_fit) {
    struct signed_bundle bundle;
    make_signed_bundle(&bundle, &good);
    running();
    bench.node->updating.memory_length = 4096;
    ends_as(&bundle, MW_UPDATE_BAD, MW_REASON_DOES_NOT_FIT);
}

TEST(an_offer_that_does_not_fit_changes_nothing_in_flash) {
    static struct signed_bundle bundle;
    struct signed_bundle_choice choice = good;
    choice.filler = 3500;
    make_signed_bundle(&bundle, &choice);
    running();
    CHECK(bundle.length <= 4096);
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 1, &bundle, 8, 3));
    CHECK_EQUAL(MW_UPDATE_BAD, bench.state.state);
    CHECK_EQUAL(MW_REASON_DOES_NOT_FIT, bench.state.reason);
    choice.filler = 4000;
    make_signed_bundle(&bundle, &choice);
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 1, &bundle, 64, 3));
    CHECK_EQUAL(MW_REASON_DOES_NOT_FIT, bench.state.reason);
    CHECK_EQUAL(0, bench.flash.operations);
    CHECK_EQUAL(0, bench.missing_frames);
}

TEST(a_fragment_that_is_not_genuine_or_not_wanted_is_refused) {
    struct signed_bundle bundle;
    struct signed_bundle other;
    make_signed_bundle(&bundle, &good);
    running();
    CHECK_EQUAL(MW_ERROR_NOT_FOUND, bench_fragment(&bench, 1, &bundle, FRAGMENT, 0));
    CHECK_EQUAL(MW_OK, bench_offer(&bench, 1, &bundle, FRAGMENT, 3));
    uint32_t operations = bench.flash.operations;
    CHECK_EQUAL(MW_ERROR_MAC, bench_fragment(&bench, 2, &bundle, FRAGMENT, 0));
    CHECK_EQUAL(MW_ERROR_FORMAT, bench_fragment(&bench, 1, &bundle, FRAGMENT - 8, 0));
    CHECK_EQUAL(MW_ERROR_FORMAT, bench_fragment(&bench, 1, &bundle, FRAGMENT, bench_fragments(&bundle, FRAGMENT)));
    other = bundle;
    other.digest[0] ^= 1;
    CHECK_EQUAL(MW_ERROR_MAC, bench_fragment(&bench, 1, &other, FRAGMENT, 0));
    CHECK_EQUAL(operations, bench.flash.operations);
    CHECK_EQUAL(MW_OK, bench_fragment(&bench, 1, &bundle, FRAGMENT, 0));
    CHECK(bench.flash.operations > operations);
    operations = bench.flash.operations;
    CHECK_EQUAL(MW_OK, bench_fragment(&bench, 1, &bundle, FRAGMENT, 0));
    CHECK_EQUAL(operations, bench.flash.operations);
}

TEST(a_node_without_flash_refuses_what_is_about_updates) {
    struct signed_bundle bundle;
    make_signed_bundle(&bundle, &good);
    running();
    bench.node->updating.update = NULL;
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, bench_offer(&bench, 1, &bundle, FRAGMENT, 3));
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, bench_command(&bench, 5));
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, bench_command(&bench, 6));
    CHECK_EQUAL(MW_ERROR_FORMAT, bench_fragment(&bench, 1, &bundle, FRAGMENT, 0));
    bench_windows(&bench, 1, QUIET);
    CHECK_EQUAL(0, bench.states);
}

TEST(an_updater_of_wrong_geometry_is_refused_and_a_node_without_any_bundle_does_not_start) {
    running();
    bench.configuration.data_pages = 100;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, bench_start(&bench, false));
    bench.configuration.data_pages = 4;
    bench.configuration.keys = 3;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, bench_start(&bench, false));
    bench.configuration.keys = 2;
    bench.configuration.factory = NULL;
    CHECK_EQUAL(MW_ERROR_NOT_FOUND, bench_start(&bench, false));
}
