#include "update_world.h"

#include "../../src/node/state.h"
#include "../test.h"
#include "memoized_crypto.h"
#include "milliwatt/error.h"

#include <string.h>

#define QUIET 100
#define LOUD 2000
#define LEARNT 5 /* windows of the baseline */
#define MOST_STEPS 1000

struct world world;

static bool trial_runs(void) {
    const struct mw_update *update = &world.bench.update;
    return update->running < MW_UPDATE_SLOTS && update->slots[update->running].state == MW_UPDATE_TRIAL;
}

static void start(const struct scenario *scenario) {
    int result = bench_start(&world.bench, world.fault);
    world.told = false;
    world.windows = 0;
    if (world.bench.flash.off) {
        return;
    }
    world.fault = false;
    CHECK_EQUAL(MW_OK, result);
    CHECK(bench_runs(&world.bench, scenario->before) || bench_runs(&world.bench, scenario->bundle));
    bench_windows(&world.bench, 1, QUIET);
}

static void follow_state(const struct scenario *scenario) {
    struct update_bench *bench = &world.bench;
    uint32_t bits = 8 * MW_MISSING_BITMAP_BYTES;
    switch (bench->state.state) {
    case MW_UPDATE_EMPTY:
        if (scenario->story == STORY_CANCEL_TRANSFER && bench->missing_first + world.next_bit > 10) {
            bench_command(bench, 5);
            return;
        }
        while (world.next_bit < bits &&
               ((uint32_t)bench->missing_bitmap[world.next_bit / 8] >> (world.next_bit % 8) & 1U) == 0) {
            world.next_bit++;
        }
        if (world.next_bit == bits) {
            world.told = false;
            return;
        }
        bench_fragment(bench, world.update_id, scenario->bundle, scenario->fragment_bytes, bench->missing_first + world.next_bit);
        world.next_bit++;
        return;
    case MW_UPDATE_STAGED:
        if (scenario->story == STORY_CANCEL_STAGED) {
            bench_command(bench, 5);
        } else {
            bench_windows(bench, 1, QUIET);
        }
        return;
    case MW_UPDATE_TRIAL:
        if (scenario->story == STORY_FAULT && trial_runs()) {
            world.fault = true;
            bench->node = NULL;
        } else if (scenario->story == STORY_CANCEL_STAGED) {
            bench_command(bench, 5);
        } else {
            world.windows++;
            bench_windows(bench, 1, scenario->story == STORY_NOISY && world.windows >= LEARNT ? LOUD : QUIET);
        }
        return;
    case MW_UPDATE_CONFIRMED:
        if (scenario->story == STORY_REVERT) {
            bench_command(bench, 6);
            return;
        }
        world.done = true;
        return;
    default: world.done = true; return;
    }
}

void world_step(const struct scenario *scenario) {
    struct update_bench *bench = &world.bench;
    if (bench->node == NULL) {
        start(scenario);
    } else if (mw_node_restart_wanted(bench->node)) {
        bench->node = NULL;
    } else if (!world.told) {
        bench->states = 0;
        memset(bench->missing_bitmap, 0, sizeof bench->missing_bitmap);
        bench_offer(bench, world.update_id, scenario->bundle, scenario->fragment_bytes, WORLD_HEALTHY);
        CHECK(bench->states > 0 || bench->flash.off);
        world.next_bit = 0;
        world.told = true;
    } else {
        follow_state(scenario);
    }
}

void world_come_to_the_end(const struct scenario *scenario) {
    int steps = 0;
    for (; !world.done && !world.bench.flash.off && steps < MOST_STEPS; steps++) {
        world_step(scenario);
    }
    CHECK(steps < MOST_STEPS);
}

void world_power_back(uint32_t cut_at, enum mw_cut cut) {
    world.bench.node = NULL;
    world.done = false;
    world.fault = false;
    mw_simulated_flash_power_on(&world.bench.flash, cut_at, cut);
}

void world_end_as_told(const struct scenario *scenario) {
    world_power_back(MW_NO_CUT, MW_CUT_BEFORE);
    world_come_to_the_end(scenario);
    if (mw_node_restart_wanted(world.bench.node)) {
        bench_start(&world.bench, false);
    }
    CHECK_EQUAL(scenario->state, world.bench.state.state);
    CHECK_EQUAL(scenario->reason, world.bench.state.reason);
    CHECK_EQUAL(MW_OK, bench_start(&world.bench, true));
    CHECK(bench_runs(&world.bench, scenario->after));
    CHECK_EQUAL(0, world.bench.flash.violations);
}

void world_begin(const struct bench_flash *flash, const struct signed_bundle *factory) {
    const struct scenario first = {.bundle = factory, .before = factory};
    memset(&world, 0, sizeof world);
    bench_open(&world.bench, flash, factory);
    world.bench.crypto = &memoized_crypto;
    world.update_id = 1;
    start(&first);
}
