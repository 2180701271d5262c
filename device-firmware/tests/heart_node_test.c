/* A node that watches a heart, on the golden bundle at 250 Hz: beats, alarms, vitals and waveforms as frames. */
#include "heart_node.h"
#include "milliwatt/qrs.h"

#include <stdio.h>

_Alignas(8) uint8_t heart_node_memory[LARGEST_NODE];
uint8_t heart_node_snapshot[LARGEST_SNAPSHOT];

TEST(a_stopped_heart_is_told_and_alarms_by_itself_without_a_network) {
    struct mw_node *node = started(1);
    uint64_t now = run(node, START, 30, 200);
    CHECK_EQUAL(0, events_of(node, MW_RHYTHM_ASYSTOLE, 1));
    CHECK(!mw_node_local_alarm(node, now));
    now = run(node, now, 6, 0);
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_PAUSE, 1));
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_ASYSTOLE, 1));
    CHECK_EQUAL(0, events_of(node, MW_RHYTHM_ASYSTOLE, 0));
    now = run(node, now, 10, 0);
    CHECK(mw_node_local_alarm(node, now));
}

TEST(several_events_stand_at_once_and_each_ends_by_itself) {
    struct mw_node *node = started(1);
    uint64_t now = run(node, START, 30, 200);
    now = run(node, now, 30, 90); /* 167 a minute */
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_EXTREME_TACHYCARDIA, 1));
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_TACHYCARDIA, 1));
    CHECK_EQUAL(0, events_of(node, MW_RHYTHM_TACHYCARDIA, 0));
    now = run(node, now, 20, 200);
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_EXTREME_TACHYCARDIA, 0));
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_TACHYCARDIA, 0));
    CHECK(now > START);
}

TEST(beats_come_together_every_few_seconds_and_none_twice) {
    struct mw_node *node = started(1);
    uint32_t beats = 0;
    uint32_t frames = 0;
    uint32_t seconds = 0;
    uint32_t blocks = 0;
    run(node, START, 60, 200); /* 75 a minute: one beat each 0.8 s after the eight seconds of learning */
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        struct told told = read_frame(mw_store_frame(each), each->length);
        beats += told.beats;
        frames += told.kind == MW_FRAME_BEATS ? 1U : 0U;
        seconds += told.kind == MW_FRAME_FEATURES ? 1U : 0U;
        if (told.kind == MW_FRAME_WAVEFORM) {
            CHECK_EQUAL(blocks, told.block);
            blocks++;
        }
    }
    CHECK(beats >= 52 && beats <= 65);
    CHECK(frames >= 8 && frames <= 14);
    CHECK_EQUAL(12, seconds);
    CHECK_EQUAL(60, blocks);
}

TEST(a_lead_that_falls_off_is_no_asystole) {
    struct mw_node *node = started(1);
    uint64_t now = run(node, START, 30, 200);
    for (uint32_t second = 0; second < 8; second++) {
        int16_t flat[RATE] = {0};
        now += 1000;
        CHECK_EQUAL(MW_OK, mw_node_samples(node, flat, RATE, now));
    }
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_LEAD_OFF, 1));
    CHECK_EQUAL(0, events_of(node, MW_RHYTHM_ASYSTOLE, 1));
    CHECK((node->quality & MW_QUALITY_FLAT) != 0);
}

TEST(a_battery_that_stays_low_is_told_and_one_that_dips_is_not) {
    struct mw_node *node = started(1);
    CHECK_EQUAL(MW_OK, mw_node_battery(node, 3000)); /* before the first sample there is nothing to tell it to */
    uint64_t now = run(node, START, 5, 200);
    const uint32_t dips[] = {3600, 3400, 3400, 3500, 3499, 3499};
    for (uint32_t i = 0; i < sizeof dips / sizeof *dips; i++) {
        CHECK_EQUAL(MW_OK, mw_node_battery(node, dips[i]));
    }
    CHECK_EQUAL(0, events_of(node, 22, 1));
    CHECK_EQUAL(MW_OK, mw_node_battery(node, 3499));
    CHECK_EQUAL(1, events_of(node, 22, 1));
    run(node, now, 5, 200);
    for (uint32_t i = 0; i < 5; i++) {
        CHECK_EQUAL(MW_OK, mw_node_battery(node, 3608)); /* 3,500 and 1/32 are 3,609 */
    }
    CHECK_EQUAL(0, events_of(node, 22, 0));
    for (uint32_t i = 0; i < 3; i++) {
        CHECK_EQUAL(MW_OK, mw_node_battery(node, 3609));
    }
    CHECK_EQUAL(1, events_of(node, 22, 1));
    CHECK_EQUAL(1, events_of(node, 22, 0));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_battery(node, 0));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_battery(node, 65536));
}

TEST(learning_anew_ends_what_stands_and_watches_as_after_a_start) {
    struct mw_node *node = started(1);
    uint64_t now = run(node, START, 30, 200);
    now = run(node, now, 6, 0);
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_ASYSTOLE, 1));
    CHECK_EQUAL(MW_OK, mw_node_learn_anew(node));
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_ASYSTOLE, 0));
    CHECK((node->quality & MW_QUALITY_WARMING_UP) != 0);
    now = run(node, now, 30, 200);
    CHECK_EQUAL(0, node->quality);
    now = run(node, now, 6, 0);
    CHECK_EQUAL(2, events_of(node, MW_RHYTHM_ASYSTOLE, 1));
}

TEST(a_restart_keeps_the_frames_and_nothing_of_the_patient) {
    struct mw_node *node = started(1);
    uint64_t now = run(node, START, 30, 200);
    now = run(node, now, 6, 0);
    uint32_t held = mw_node_held_frames(node);
    int64_t length = mw_node_snapshot(node, heart_node_snapshot, LARGEST_SNAPSHOT);
    CHECK(length > 0);
    node = started(2);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, heart_node_snapshot, (size_t)length));
    CHECK_EQUAL(held, mw_node_held_frames(node));
    run(node, now, 1, 200);
    CHECK((node->quality & MW_QUALITY_WARMING_UP) != 0);
}

TEST(a_heart_is_not_watched_in_bursts_nor_with_limits_that_contradict) {
    struct mw_node *node;
    size_t length = test_read_file("contract/vectors/bundle-heart-1.0.mwm", bundle, sizeof bundle);
    struct mw_node_configuration bursts = configuration(1);
    bursts.burst_windows = 4;
    bursts.burst_interval_seconds = 600;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_size(&bursts, bundle, length));
    struct mw_node_configuration limits = configuration(1);
    limits.limits.bradycardia = 100;
    limits.limits.tachycardia = 90;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_start(&node, heart_node_memory, LARGEST_NODE, &limits, bundle, length, &mw_host_crypto));
    struct mw_node_configuration rails = configuration(1);
    rails.limits.lowest_rail = 5;
    rails.limits.highest_rail = 5;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_start(&node, heart_node_memory, LARGEST_NODE, &rails, bundle, length, &mw_host_crypto));
}

TEST(the_memory_of_a_heart_stays_within_eight_kilobytes) {
    struct mw_bundle parsed;
    size_t length = test_read_file("contract/vectors/bundle-heart-1.0.mwm", bundle, sizeof bundle);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(&parsed, bundle, length));
    int32_t recipe = mw_recipe_state_size(parsed.recipe.bytes, parsed.recipe.length);
    uint32_t heart = mw_heart_state_size() + (uint32_t)sizeof(struct mw_heart);
    CHECK(recipe > 0);
    /* The detector's past is the only part that grows with the sample rate; QrsDesign.forRate gives its lengths. */
    const struct mw_qrs_design designs[] = {
        {.smoothing = 7, .slope_lag = 3, .baseline = 52, .integration = 18, .hold = 54, .slope_window = 38, .position_back = 35},
        {.smoothing = 9, .slope_lag = 4, .baseline = 76, .integration = 26, .hold = 78, .slope_window = 55, .position_back = 51},
        {.smoothing = 23, .slope_lag = 11, .baseline = 212, .integration = 72, .hold = 217, .slope_window = 153, .position_back = 142}};
    const unsigned rates[] = {250, 360, 1000};
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t bytes = (uint32_t)recipe + heart + mw_qrs_state_size(&designs[i]) - mw_qrs_state_size(&designs[0]);
        CHECK(bytes <= 8192);
        printf("memory of a heart at %u Hz: %u bytes\n", rates[i], (unsigned)bytes);
    }
}
