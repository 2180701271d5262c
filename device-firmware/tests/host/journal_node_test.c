/* A node whose frames lie in flash: restarts without snapshots, more frames than its memory holds. */
#include "../../port/host/simulated_flash.h"
#include "../../src/node/state.h"
#include "../test.h"
#include "milliwatt/error.h"
#include "milliwatt/node.h"

#include <string.h>

#define PAGE 2048U
#define PAGES 8U
#define WINDOW 100
#define QUIET 100
#define LOUD 2000
#define START 1793000000000ULL
#define SERVER 1792900000U
#define MOST 1000U

static _Alignas(8) uint8_t bytes[PAGES * PAGE];
static _Alignas(8) uint8_t memory[16384];
static uint8_t bundle[1024];
static struct mw_simulated_flash flash;
static struct mw_journal journal;
static struct mw_node *node;
static uint64_t now;
static uint32_t boot;
static uint32_t noise;

static void start_without_journal(uint32_t ring_bytes) {
    struct mw_node_configuration chosen;
    memset(&chosen, 0, sizeof chosen);
    chosen.node_id = 4711;
    chosen.boot_id = ++boot;
    chosen.sensor.nano_units_per_count = 1000000;
    chosen.shaft_speed_millihertz = 25000;
    chosen.hardware_class = 1;
    chosen.ring_bytes = ring_bytes;
    chosen.feature_interval_windows = 1;
    chosen.capture_blocks = 1;
    chosen.capture_block_samples = 16;
    chosen.domain = MW_DOMAIN_VIBRATION;
    chosen.unit = 2;
    chosen.unsigned_bundle_allowed = 1;
    size_t length = test_read_file("contract/vectors/bundle-race-lines-1.0.mwm", bundle, sizeof bundle);
    CHECK_EQUAL(MW_OK, mw_node_start(&node, memory, sizeof memory, &chosen, bundle, length, &mw_host_crypto));
}

static void attach(void) {
    CHECK_EQUAL(MW_OK, mw_journal_open(&journal, &flash.port, 0, PAGES));
    CHECK_EQUAL(MW_OK, mw_node_attach_journal(node, &journal));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_node_attach_journal(node, &journal));
}

static void start(uint32_t ring_bytes) {
    start_without_journal(ring_bytes);
    attach();
}

static void first_start(uint32_t ring_bytes) {
    memset(bytes, 0xFF, sizeof bytes);
    mw_simulated_flash_open(&flash, bytes, PAGE, 8, PAGES);
    now = START;
    boot = 0;
    noise = 1;
    start(ring_bytes);
}

static void windows(int count, int32_t amplitude) {
    for (int window = 0; window < count; window++) {
        int16_t samples[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            noise = noise * 1664525U + 1013904223U;
            samples[i] = (int16_t)((int32_t)(noise >> 16 & 0xFFFF) * 2 * amplitude / 65536 - amplitude);
        }
        now += 100;
        CHECK_EQUAL(MW_OK, mw_node_samples(node, samples, WINDOW, now));
    }
}

static void acknowledge(uint32_t of_boot, uint32_t of_sequence, uint32_t sequence) {
    uint8_t frame[128];
    struct mw_frame_head head = {4711, SERVER, sequence, START, MW_FRAME_ACKNOWLEDGEMENT};
    struct mw_cbor out = {frame, sizeof frame, 0, false};
    mw_frame_begin(&out, &head);
    mw_cbor_map(&out, 3);
    mw_cbor_pair(&out, 0, of_boot);
    mw_cbor_pair(&out, 1, of_sequence);
    mw_cbor_pair(&out, 2, 0);
    int32_t length = mw_frame_seal(&out, node->configuration.key, &mw_host_crypto);
    CHECK_EQUAL(MW_OK, mw_node_receive(node, frame, (size_t)length, now));
}

/* Takes every frame that comes, once each, and delivers it. Events are acknowledged. Returns how many there were. */
static uint32_t deliver_all(uint32_t *events) {
    static uint8_t seen[16][MOST];
    const uint8_t *frame = NULL;
    uint32_t count = 0;
    memset(seen, 0, sizeof seen);
    *events = 0;
    while (mw_node_next_frame(node, now, &frame) > 0) {
        /* The frame just handed out is the one marked as sent last. */
        const struct mw_record *record = (const struct mw_record *)(const void *)(frame - sizeof(struct mw_record));
        uint32_t of_boot = record->boot;
        uint32_t of_sequence = record->sequence;
        bool event = (record->flags & MW_RECORD_EVENT) != 0;
        CHECK(of_boot < 16 && of_sequence < MOST && seen[of_boot][of_sequence] == 0);
        seen[of_boot][of_sequence] = 1;
        mw_node_delivered(node, of_boot, of_sequence);
        if (event) {
            acknowledge(of_boot, of_sequence, (*events)++);
        }
        count++;
    }
    return count;
}

TEST(frames_in_the_journal_survive_restarts_without_a_snapshot) {
    uint32_t events = 0;
    first_start(4096);
    windows(10, QUIET);
    windows(8, LOUD);
    uint32_t held = mw_node_held_frames(node);
    CHECK(held > 18);
    start(4096);
    CHECK_EQUAL(held, mw_node_held_frames(node));
    start(4096);
    CHECK_EQUAL(held, deliver_all(&events));
    CHECK(events >= 1);
    CHECK_EQUAL(0, mw_node_held_frames(node));
    start(4096);
    CHECK_EQUAL(0, mw_node_held_frames(node));
    CHECK_EQUAL(0, mw_node_dropped_frames(node));
    CHECK_EQUAL(0, flash.violations);
}

TEST(a_store_much_smaller_than_the_journal_hands_out_every_frame_once) {
    uint32_t events = 0;
    first_start(900);
    windows(10, QUIET);
    windows(6, LOUD);
    windows(60, QUIET);
    uint32_t held = mw_node_held_frames(node);
    CHECK(held > 76);
    CHECK_EQUAL(0, mw_node_dropped_frames(node));
    CHECK(node->store.frames < 12);
    CHECK_EQUAL(held, deliver_all(&events));
    CHECK(events >= 1);
    CHECK_EQUAL(0, mw_node_held_frames(node));
}

TEST(a_full_journal_drops_the_oldest_plain_frames_and_the_count_survives) {
    uint32_t events = 0;
    first_start(2048);
    windows(10, QUIET);
    windows(6, LOUD);
    windows(400, QUIET);
    uint32_t held = mw_node_held_frames(node);
    uint32_t dropped = mw_node_dropped_frames(node);
    CHECK(dropped > 50);
    start(2048);
    CHECK_EQUAL(held, mw_node_held_frames(node));
    CHECK_EQUAL(dropped, mw_node_dropped_frames(node));
    windows(1, QUIET);
    CHECK(deliver_all(&events) > held);
    CHECK(events >= 1);
}

TEST(a_snapshot_of_a_node_with_a_journal_leaves_the_frames_to_it) {
    static uint8_t snapshot[16384];
    first_start(4096);
    windows(10, QUIET);
    windows(8, LOUD);
    uint32_t held = mw_node_held_frames(node);
    uint32_t standing = node->votes.standing;
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    CHECK_EQUAL(mw_node_snapshot_size(node), length);
    CHECK(length < (int64_t)node->recipe_state_length + 200);
    start_without_journal(4096);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    attach();
    CHECK_EQUAL(held, mw_node_held_frames(node));
    CHECK_EQUAL(standing, node->votes.standing);
    CHECK(standing != 0);
}
