/* A soil node in the compact form, and when links, probes and clocks fail. */
#include "soil_node.h"

static uint32_t compact_frames(const struct mw_node *node) {
    uint32_t found = 0;
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        found += each->length == MW_COMPACT_BYTES ? 1U : 0U;
    }
    return found;
}

TEST(readings_that_fit_go_in_eleven_bytes_and_are_dropped_when_they_are_old) {
    struct mw_node *node = started(1);
    const uint8_t *frame;
    uint32_t boot;
    uint32_t sequence;
    node->irrigating.compact = true;
    take(node, START, 3000, 3300, 0);
    CHECK_EQUAL(0, compact_frames(node)); /* the first one tells the depths */
    clear(node);
    take(node, START + QUARTER, 2880, 3300, 0);
    CHECK_EQUAL(1, compact_frames(node));
    CHECK_EQUAL(MW_COMPACT_BYTES, mw_node_next_frame(node, (START + QUARTER + 1) * 1000ULL, &frame));
    mw_node_frame_identity(frame, &boot, &sequence);
    CHECK_EQUAL(1, boot);
    CHECK_EQUAL(node->next_sequence - 1, sequence);
    mw_node_delivered(node, boot, sequence);
    CHECK_EQUAL(0, mw_node_held_frames(node));
    take(node, START + 2 * QUARTER, 2770, 3300, 5); /* rain goes in full */
    CHECK_EQUAL(0, compact_frames(node));
    clear(node);
    take(node, START + 3 * QUARTER, 2660, 3300, 0);
    CHECK_EQUAL(1, compact_frames(node));
    CHECK_EQUAL(0, mw_node_next_frame(node, (START + 3 * QUARTER + 60) * 1000ULL, &frame));
    CHECK_EQUAL(0, compact_frames(node));
    take(node, START + 4 * QUARTER, 2550, 3300, 0); /* what was dropped is made good */
    CHECK_EQUAL(0, compact_frames(node));
    CHECK_EQUAL(1, mw_node_held_frames(node));
    take(node, START + 5 * QUARTER, 2440, 3300, 0); /* the link is away: it would be dropped, and this has its time */
    CHECK_EQUAL(0, compact_frames(node));
    CHECK_EQUAL(2, mw_node_held_frames(node));
    clear(node);
    CHECK_EQUAL(MW_OK, mw_outbox_status(node));
    take(node, START + 5 * QUARTER + 59, 2330, 3300, 0);
    CHECK_EQUAL(1, compact_frames(node));
    CHECK(mw_node_snapshot(node, snapshot, sizeof snapshot) > 0);
    uint32_t kept;
    memcpy(&kept, snapshot + 92, sizeof kept);
    CHECK_EQUAL(1, kept);
}

TEST(a_delivery_report_keeps_the_link_alive) {
    struct mw_node *node = started(1);
    int64_t now = START;
    take(node, now, 3000, 3300, 0);
    const uint32_t open[] = {1, 3600, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 1, open, 3));
    for (uint32_t minute = 0; minute < 30; minute++) {
        const uint8_t *frame;
        now = seconds_go_by(node, now, 60, 1);
        while (mw_node_next_frame(node, (uint64_t)now * 1000, &frame) > 0) {
            struct mw_record *record = mw_store_next(&node->store, NULL);
            while (record != NULL && (record->flags & MW_RECORD_SENT) == 0) {
                record = mw_store_next(&node->store, record);
            }
            if (record != NULL) {
                mw_node_delivered(node, record->boot, record->sequence);
            }
        }
        CHECK_EQUAL(1, mw_node_open_valves(node));
    }
}

TEST(silent_and_flagged_probes_are_told_once_each_and_their_end_too) {
    struct mw_node *node = started(1);
    struct frame last = {0};
    int64_t now = START;
    take(node, now, 3000, 3300, 0);
    for (uint32_t i = 0; i < 12; i++) {
        now += QUARTER;
        take(node, now, MW_SOIL_MISSING, 3300, 0);
    }
    CHECK_EQUAL(1, count(node, MW_FRAME_EVENT, 0, 10, &last));
    CHECK_EQUAL(1, last.numbers[3]);
    now += QUARTER;
    take(node, now, 7000, 3300, 0); /* more than a soil holds */
    CHECK_EQUAL(2, count(node, MW_FRAME_EVENT, 0, 10, &last));
    CHECK_EQUAL(0, last.numbers[3]);
    CHECK_EQUAL(1, count(node, MW_FRAME_EVENT, 0, 11, &last));
    take(node, now + QUARTER, 3000, 3300, 0);
    CHECK_EQUAL(2, count(node, MW_FRAME_EVENT, 0, 11, &last));
    CHECK_EQUAL(0, last.numbers[3]);
}

TEST(a_clock_that_was_wrong_does_not_silence_a_soil_node) {
    struct mw_node *node = started(1);
    take(node, START + 300 * 86400LL, 3000, 3300, 0);
    take(node, START, 2000, 2300, 0);
    CHECK_EQUAL(2, readings(node));
    take(node, START - 10, 2000, 2300, 0);
    CHECK_EQUAL(2, readings(node));
}

TEST(a_moved_probe_begins_anew) {
    struct mw_node *node = started(1);
    int16_t water = 3000;
    int64_t now = dry(node, START, &water, 10);
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    int16_t changes[MW_SOIL_HORIZONS];
    CHECK(mw_soil_forecast(&node->irrigating.soil, 0, changes));
    node = started(2);
    irrigation.soil.depths[0].millimetres = 150;
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    take(node, now, water, (int16_t)(water + 300), 0);
    CHECK(!mw_soil_forecast(&node->irrigating.soil, 0, changes));
}

TEST(only_a_soils_node_takes_readings_and_only_readings) {
    struct mw_node *node = started(1);
    const int16_t sample = 1;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_samples(node, &sample, 1, (uint64_t)START * 1000));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_irrigate(node, &irrigation));
    const struct mw_soil_sample other = {.epoch_seconds = START, .count = 3};
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_soil(node, &other));
    node->irrigating.is_set_up = false;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_water(node, 0, 0, (uint64_t)START * 1000));
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, command(started(1), START, 6, 0, NULL, 0));
}

TEST(memory_of_a_soil_node) {
    printf("memory of a soil: chain %u bytes, valves %u bytes\n", (unsigned)MW_SOIL_STATE_BYTES,
           (unsigned)sizeof(struct mw_valves));
    CHECK(sizeof(struct mw_valves) <= 256);
}
