/*
 * Power is cut at every word programmed and every page erased of an update: before it, in the middle of it, after it; and once
 * more while the node recovers. Whatever is left in flash, the node starts with a whole, genuine model, and the update comes to
 * the end that it would have come to.
 */
#include "../test.h"
#include "milliwatt/error.h"
#include "update_world.h"

#include <stdio.h>
#include <string.h>

#define FRAGMENT 40U
#define LARGE_FRAGMENT 256U
#define BUNDLES 6
#define MOST_STEPS 1000

static struct world saved;
static struct signed_bundle bundles[BUNDLES];
static uint32_t cuts;
static uint32_t second_cuts;

static void make_bundles(void) {
    static const struct signed_bundle_choice choices[] = {
        {.version = 1, .counter = 1, .signer = 1, .filler = 4},
        {.version = 2, .counter = 2, .key_id = 1, .signer = 1, .filler = 2500},
        {.version = 3, .counter = 3, .key_id = 2, .signer = 2, .filler = 400},
        {.version = 4, .counter = 3, .key_id = 1, .signer = 1, .filler = 700},
        {.version = 5, .counter = 4, .key_id = 1, .signer = 1, .filler = 300, .breaks_signature = 1},
        {.version = 6, .counter = 2, .signer = 1, .filler = 4},
    };
    for (int i = 0; i < BUNDLES && bundles[i].length == 0; i++) {
        make_signed_bundle(&bundles[i], &choices[i]);
    }
}

static void cut_in_this_step(const struct scenario *scenario, uint32_t operation, enum mw_cut cut) {
    world.bench.flash.random ^= operation * 2654435761U + (uint32_t)cut;
    mw_simulated_flash_power_on(&world.bench.flash, operation, cut);
    world_step(scenario);
    CHECK(world.bench.flash.off);
}

static void cut_and_recover(const struct scenario *scenario, uint32_t operation, enum mw_cut cut) {
    world = saved;
    cut_in_this_step(scenario, operation, cut);
    cuts++;
    /* Once more: two times of three within what only a recovery does, else anywhere on the way to the end. */
    uint32_t random = world.bench.flash.random >> 8;
    world_power_back(random % 3 == 0 ? random / 3 % 200 : random / 3 % 12,
                     (random >> 16 & 1U) != 0 ? MW_CUT_TORN : MW_CUT_AFTER);
    world_come_to_the_end(scenario);
    second_cuts += world.bench.flash.off ? 1 : 0;
    world_end_as_told(scenario);
}

/* Each operation of the recovery torn, after one first cut. */
static void cut_and_cut_again(const struct scenario *scenario, uint32_t operation, enum mw_cut cut) {
    static struct world after_first;
    world = saved;
    cut_in_this_step(scenario, operation, cut);
    cuts++;
    after_first = world;
    bool reached = true;
    for (uint32_t second = 0; reached; second++) {
        world = after_first;
        world.bench.flash.random += second * 2654435761U;
        world_power_back(second, MW_CUT_TORN);
        world_come_to_the_end(scenario);
        reached = world.bench.flash.off;
        second_cuts += reached ? 1 : 0;
        world_end_as_told(scenario);
    }
}

/* Goes through the scenario once, and at each step first tries what a cut at each of its operations would do. */
static void cut_everywhere(const struct scenario *scenario, bool in_pairs) {
    static struct world next;
    uint32_t steps = 0;
    for (; !world.done && steps < MOST_STEPS; steps++) {
        saved = world;
        mw_simulated_flash_power_on(&world.bench.flash, MW_NO_CUT, MW_CUT_BEFORE);
        world_step(scenario);
        next = world;
        for (uint32_t operation = 0; operation < next.bench.flash.operations; operation++) {
            for (int way = MW_CUT_BEFORE; way <= MW_CUT_AFTER; way++) {
                if (!in_pairs) {
                    cut_and_recover(scenario, operation, (enum mw_cut)way);
                } else if (way == MW_CUT_TORN) {
                    cut_and_cut_again(scenario, operation, MW_CUT_TORN);
                }
            }
        }
        world = next;
    }
    CHECK(steps < MOST_STEPS);
    world_end_as_told(scenario);
}

static void tell(const char *name) {
    printf("power cuts, %s: %u, and %u more during recovery\n", name, cuts, second_cuts);
    CHECK(cuts > 80 && second_cuts > 100);
    cuts = 0;
    second_cuts = 0;
}

static struct scenario confirming(const struct signed_bundle *bundle, const struct signed_bundle *before) {
    return (struct scenario){STORY_GOOD, bundle, before, bundle, MW_UPDATE_CONFIRMED, MW_REASON_NONE, FRAGMENT};
}

/* Brings the node to run this bundle, without cuts. */
static void given(const struct signed_bundle *bundle, const struct signed_bundle *before) {
    const struct scenario good = confirming(bundle, before);
    world_come_to_the_end(&good);
    CHECK(bench_runs(&world.bench, bundle));
    world.done = false;
    world.told = false;
    world.update_id++;
}

TEST(a_power_cut_anywhere_in_a_first_update_leaves_a_whole_model_and_the_update_completes) {
    static const struct bench_flash others[] = {{2048, 4, 1, 2}, {4096, 8, 1, 1}};
    make_bundles();
    struct scenario scenario = confirming(&bundles[1], &bundles[0]);
    CHECK(bench_fragments(scenario.bundle, FRAGMENT) >= 75);
    world_begin(&bench_small_pages, &bundles[0]);
    cut_everywhere(&scenario, false);
    tell("first update of 76 fragments, 1 kB pages of 8-byte words");
    scenario = confirming(&bundles[2], &bundles[0]);
    for (int i = 0; i < 2; i++) {
        world_begin(&others[i], &bundles[0]);
        cut_everywhere(&scenario, false);
    }
    tell("first update, 2 kB pages of 4-byte words and 4 kB pages of 8-byte words");
}

TEST(any_two_torn_operations_of_a_small_update_leave_a_whole_model_and_the_update_completes) {
    make_bundles();
    struct scenario scenario = confirming(&bundles[5], &bundles[0]);
    scenario.fragment_bytes = LARGE_FRAGMENT;
    world_begin(&bench_small_pages, &bundles[0]);
    cut_everywhere(&scenario, true);
    tell("every pair in an update of 3 fragments");
}

static void cut_to_a_bad_end(enum story story, const struct signed_bundle *bundle, enum mw_update_reason reason,
                             const char *name) {
    struct scenario scenario = {story, bundle, &bundles[0], &bundles[0], MW_UPDATE_BAD, (uint8_t)reason, FRAGMENT};
    world_begin(&bench_small_pages, &bundles[0]);
    cut_everywhere(&scenario, false);
    tell(name);
}

TEST(a_power_cut_anywhere_while_a_wrong_signature_comes_in_changes_nothing) {
    make_bundles();
    cut_to_a_bad_end(STORY_GOOD, &bundles[4], MW_REASON_SIGNATURE, "wrong signature");
}

TEST(a_power_cut_anywhere_around_a_failing_trial_falls_back) {
    make_bundles();
    cut_to_a_bad_end(STORY_FAULT, &bundles[2], MW_REASON_TRIAL_RESTARTED, "trial ended by a fault");
    cut_to_a_bad_end(STORY_NOISY, &bundles[2], MW_REASON_TRIAL_NOT_HEALTHY, "trial not healthy");
}

TEST(a_power_cut_anywhere_around_a_cancelled_update_leaves_the_model_before) {
    make_bundles();
    cut_to_a_bad_end(STORY_CANCEL_TRANSFER, &bundles[2], MW_REASON_CANCELLED, "transfer cancelled");
    cut_to_a_bad_end(STORY_CANCEL_STAGED, &bundles[2], MW_REASON_CANCELLED, "staged model cancelled");
}

TEST(a_power_cut_anywhere_in_a_later_update_leaves_the_newest_confirmed_model) {
    make_bundles();
    /* Slot 0, then slot 1 signed with the other key, then slot 0 again. */
    world_begin(&bench_small_pages, &bundles[0]);
    given(&bundles[1], &bundles[0]);
    given(&bundles[2], &bundles[1]);
    CHECK_EQUAL(1, world.bench.state.slot);
    const struct scenario third = confirming(&bundles[3], &bundles[2]);
    cut_everywhere(&third, false);
    CHECK_EQUAL(0, world.bench.state.slot);
    tell("third update, over the older slot, after the key was changed");
}

TEST(a_power_cut_anywhere_in_an_update_over_a_bad_slot_never_brings_the_bad_model_back) {
    make_bundles();
    const struct scenario bad = {STORY_FAULT,   &bundles[2],   &bundles[1], &bundles[1],
                                 MW_UPDATE_BAD, MW_REASON_TRIAL_RESTARTED, FRAGMENT};
    const struct scenario next = confirming(&bundles[3], &bundles[1]);
    world_begin(&bench_small_pages, &bundles[0]);
    given(&bundles[1], &bundles[0]);
    world_come_to_the_end(&bad);
    world.done = false;
    world.told = false;
    world.update_id++;
    static struct world before;
    before = world;
    cut_everywhere(&next, false);
    tell("update over a bad slot");
    /* Where the bad mark alone goes is a matter of a few bytes, so the trailer's page is torn in many ways. */
    for (uint32_t seed = 0; seed < 8000; seed++) {
        world = before;
        world.bench.flash.random = seed * 2654435761U;
        mw_simulated_flash_power_on(&world.bench.flash, seed % 2, MW_CUT_TORN);
        bench_offer(&world.bench, world.update_id, next.bundle, FRAGMENT, WORLD_HEALTHY);
        CHECK(world.bench.flash.off);
        world_power_back(MW_NO_CUT, MW_CUT_BEFORE);
        CHECK_EQUAL(MW_OK, bench_start(&world.bench, false));
        CHECK(bench_runs(&world.bench, &bundles[1]));
    }
}

TEST(a_power_cut_anywhere_in_taking_a_model_back_leaves_the_one_before) {
    make_bundles();
    world_begin(&bench_small_pages, &bundles[0]);
    given(&bundles[2], &bundles[0]);
    const struct scenario back = {STORY_REVERT, &bundles[3], &bundles[2], &bundles[2], MW_UPDATE_BAD, MW_REASON_CANCELLED,
                                  FRAGMENT};
    cut_everywhere(&back, false);
    tell("update confirmed and taken back");
}
