/* The node's state machine on the golden race-line bundle: 1 kHz, 100-sample windows, five windows until it has learnt. */
#include "../src/node/state.h"
#include "milliwatt/error.h"
#include "milliwatt/node.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

#define START 1793000000000ULL
#define GATEWAY 1792900000U
#define WINDOW 100
#define LARGEST_NODE (1 << 17)

static _Alignas(8) uint8_t memory[LARGEST_NODE];
static uint8_t bundle[1024];
static uint8_t snapshot[65536];
static size_t bundle_length;
static uint32_t noise_state;

static struct mw_node_configuration configuration(uint32_t boot, uint32_t ring) {
    struct mw_node_configuration out;
    memset(&out, 0, sizeof out);
    out.node_id = 4711;
    out.boot_id = boot;
    out.sensor.nano_units_per_count = 1000000;
    out.shaft_speed_millihertz = 25000;
    out.hardware_class = 1;
    out.ring_bytes = ring;
    out.feature_interval_windows = 1;
    out.capture_blocks = 1;
    out.domain = MW_DOMAIN_VIBRATION;
    out.unit = 2;
    out.unsigned_bundle_allowed = 1;
    return out;
}

static struct mw_node *started(uint32_t boot, uint32_t ring) {
    struct mw_node_configuration chosen = configuration(boot, ring);
    struct mw_node *node = NULL;
    bundle_length = test_read_file("contract/vectors/bundle-race-lines-1.0.mwm", bundle, sizeof bundle);
    noise_state = 1;
    CHECK_EQUAL(MW_OK,
                mw_node_start(&node, memory, sizeof memory, &chosen, bundle, bundle_length, &mw_host_crypto));
    return node;
}

/* Uniform noise of a fixed generator (Numerical Recipes' constants). */
static int16_t noise(int32_t amplitude) {
    noise_state = noise_state * 1664525U + 1013904223U;
    return (int16_t)((int32_t)(noise_state >> 16 & 0xFFFF) * 2 * amplitude / 65536 - amplitude);
}

static uint64_t run(struct mw_node *node, uint64_t now, int windows, int32_t amplitude) {
    for (int window = 0; window < windows; window++) {
        int16_t samples[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            samples[i] = noise(amplitude);
        }
        now += 100;
        CHECK_EQUAL(MW_OK, mw_node_samples(node, samples, WINDOW, now));
    }
    return now;
}

static uint32_t acknowledge(struct mw_node *node, uint32_t of_boot, uint32_t of_sequence, uint32_t outcome,
                            uint32_t sequence) {
    uint8_t bytes[128];
    struct mw_frame_head head = {4711, GATEWAY, sequence, START, MW_FRAME_ACKNOWLEDGEMENT};
    struct mw_cbor out = {bytes, sizeof bytes, 0, false};
    mw_frame_begin(&out, &head);
    mw_cbor_map(&out, 3);
    mw_cbor_pair(&out, 0, of_boot);
    mw_cbor_pair(&out, 1, of_sequence);
    mw_cbor_pair(&out, 2, outcome);
    int32_t length = mw_frame_seal(&out, node->configuration.key, &mw_host_crypto);
    return (uint32_t)-mw_node_receive(node, bytes, (size_t)length, START);
}

static const struct mw_record *event_of(const struct mw_node *node) {
    const struct mw_record *record = mw_store_next(&node->store, NULL);
    while (record != NULL && (record->flags & MW_RECORD_EVENT) == 0) {
        record = mw_store_next(&node->store, record);
    }
    return record;
}

TEST(a_node_asks_for_the_memory_it_uses_and_no_less_will_do) {
    struct mw_node_configuration chosen = configuration(1, 4096);
    struct mw_node *node = NULL;
    started(1, 4096);
    int64_t size = mw_node_size(&chosen, bundle, bundle_length);
    CHECK(size > 4096 && size < 12000);
    uint8_t *exact = malloc((size_t)size);
    CHECK_EQUAL(MW_ERROR_MEMORY, mw_node_start(&node, exact, (size_t)size - 1, &chosen, bundle, bundle_length,
                                               &mw_host_crypto));
    CHECK_EQUAL(MW_OK,
                mw_node_start(&node, exact, (size_t)size, &chosen, bundle, bundle_length, &mw_host_crypto));
    mw_node_request_capture(node, 1);
    uint64_t now = run(node, START, 100, 100);
    run(node, now, 100, 2000);
    free(exact);
}

TEST(a_configuration_out_of_range_is_refused) {
    struct mw_node *node = NULL;
    started(1, 4096);
    struct mw_node_configuration broken[8];
    for (int i = 0; i < 8; i++) {
        broken[i] = configuration(1, 4096);
    }
    broken[0].shaft_speed_millihertz = 1000001;
    broken[1].feature_interval_windows = 0;
    broken[2].capture_blocks = 0;
    broken[3].domain = 4;
    broken[4].unit = 0;
    broken[5].ring_bytes = UINT32_MAX;
    broken[6].capture_block_samples = 1001;
    broken[7].sensor.nano_units_per_count = 0;
    for (int i = 0; i < 8; i++) {
        CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_start(&node, memory, sizeof memory, &broken[i], bundle, bundle_length,
                                                     &mw_host_crypto));
    }
    struct mw_node_configuration strict = configuration(1, 4096);
    strict.unsigned_bundle_allowed = 0;
    CHECK_EQUAL(MW_ERROR_SIGNATURE,
                mw_node_start(&node, memory, sizeof memory, &strict, bundle, bundle_length, &mw_host_crypto));
}

TEST(an_event_goes_out_before_everything_else) {
    struct mw_node *node = started(1, 65536);
    const uint8_t *frame = NULL;
    uint64_t now = run(node, START, 20, 100);
    now = run(node, now, 10, 2000);
    const struct mw_record *event = event_of(node);
    CHECK(event != NULL);
    CHECK_EQUAL(event->length, mw_node_next_frame(node, now, &frame));
    CHECK(frame == mw_store_frame(event));
    CHECK(mw_node_next_frame(node, now, &frame) > 0);
    CHECK(frame == mw_store_frame(mw_store_next(&node->store, NULL)));
}

TEST(an_unacknowledged_event_raises_the_local_alarm_after_ten_seconds) {
    struct mw_node *node = started(1, 65536);
    uint64_t now = run(node, START, 20, 100);
    now = run(node, now, 10, 2000);
    const struct mw_record *event = event_of(node);
    CHECK(event != NULL);
    uint32_t sequence = event->sequence;
    uint64_t built = START + (uint32_t)(event->built_millis - (uint32_t)START);
    mw_node_delivered(node, 1, sequence);
    CHECK(event_of(node) != NULL);
    CHECK(!mw_node_local_alarm(node, built + 9999));
    CHECK(mw_node_local_alarm(node, built + 10000));
    CHECK_EQUAL(0, acknowledge(node, 1, sequence, 0, 1));
    CHECK(event_of(node) == NULL);
    CHECK(!mw_node_local_alarm(node, built + 10000));
    CHECK_EQUAL(-MW_ERROR_REPLAY, acknowledge(node, 1, sequence, 0, 1));
    CHECK_EQUAL(-MW_ERROR_REPLAY, acknowledge(node, 1, sequence, 0, 0));
    CHECK_EQUAL(0, acknowledge(node, 9, 9, 0, 2));
}

TEST(a_refused_event_keeps_the_local_alarm_on) {
    struct mw_node *node = started(1, 65536);
    uint64_t now = run(node, START, 20, 100);
    now = run(node, now, 10, 2000);
    CHECK_EQUAL(0, acknowledge(node, 1, event_of(node)->sequence, 1, 1));
    CHECK(event_of(node) == NULL);
    CHECK(mw_node_local_alarm(node, now));
}

TEST(an_event_lost_to_a_store_full_of_events_raises_the_local_alarm) {
    struct mw_node *node = started(1, 100);
    uint64_t now = run(node, START, 20, 100);
    run(node, now, 10, 2000);
    CHECK(mw_node_local_alarm(node, now));
}

TEST(no_more_than_4096_frames_are_held) {
    struct mw_node *node = started(1, 65536);
    node->store.memory = malloc(1 << 20);
    node->store.capacity = 1 << 20;
    run(node, START, 5000, 100);
    CHECK_EQUAL(MW_MAX_FRAMES_HELD, mw_node_held_frames(node));
    CHECK_EQUAL(node->next_sequence, mw_node_held_frames(node) + mw_node_dropped_frames(node));
    free(node->store.memory);
}

TEST(a_snapshot_cut_or_damaged_anywhere_changes_nothing) {
    struct mw_node *node = started(1, 16384);
    uint64_t now = run(node, START, 12, 100);
    run(node, now, 5, 2000);
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    uint32_t held = mw_node_held_frames(node);
    CHECK_EQUAL(mw_node_snapshot_size(node), length);
    CHECK_EQUAL(MW_ERROR_MEMORY, mw_node_snapshot(node, snapshot, (size_t)length - 1));
    node = started(2, 16384);
    for (size_t cut = 0; cut < (size_t)length; cut++) {
        CHECK(mw_node_restore(node, snapshot, cut) < 0);
    }
    for (size_t bit = 0; bit < 8 * (size_t)length; bit += 3) {
        snapshot[bit / 8] ^= (uint8_t)(1U << bit % 8);
        CHECK(mw_node_restore(node, snapshot, (size_t)length) < 0);
        snapshot[bit / 8] ^= (uint8_t)(1U << bit % 8);
    }
    node->configuration.key[0] ^= 1;
    CHECK_EQUAL(MW_ERROR_MAC, mw_node_restore(node, snapshot, (size_t)length));
    node->configuration.key[0] ^= 1;
    CHECK_EQUAL(0, mw_node_held_frames(node));
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    CHECK_EQUAL(held, mw_node_held_frames(node));
    CHECK_EQUAL(1, node->votes.standing);
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_restore(node, snapshot, (size_t)length));
}

TEST(a_pending_event_has_ten_seconds_anew_after_a_restart) {
    struct mw_node *node = started(1, 16384);
    uint64_t now = run(node, START, 12, 100);
    now = run(node, now, 5, 2000);
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    node = started(2, 16384);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    now += 3600000;
    now = run(node, now, 1, 2000);
    CHECK(!mw_node_local_alarm(node, now + 9999));
    CHECK(mw_node_local_alarm(node, now + 10000));
}

TEST(a_smaller_store_takes_what_fits_of_a_snapshot) {
    struct mw_node *node = started(1, 16384);
    run(node, START, 60, 100);
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    node = started(2, 1024);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    CHECK(mw_node_held_frames(node) > 0);
    CHECK_EQUAL(61, mw_node_held_frames(node) + mw_node_dropped_frames(node));
}

TEST(an_unset_clock_and_a_clock_set_back_do_no_harm) {
    struct mw_node *node = started(1, 65536);
    run(node, 1000, 20, 100);
    run(node, 0, 20, 2000);
    CHECK(event_of(node) != NULL);
    run(node, START, 5, 100);
    CHECK(mw_node_local_alarm(node, START + 500));
}
