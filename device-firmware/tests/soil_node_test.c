/* A node that watches a soil and works valves, on the golden bundle: a soil that loses 0.4 % a day. */
#include "../src/node/state.h"
#include "../src/soil/soil_parts.h"
#include "../src/telemetry/cbor_reader.h"
#include "milliwatt/error.h"
#include "milliwatt/node.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

#define START 1793000000LL /* 2026-10-26, seconds */
#define QUARTER 900
#define QUARTERS_A_DAY 96
#define GATEWAY_BOOT 1792900000U
#define LARGEST_NODE (1 << 17)

static _Alignas(8) uint8_t memory[LARGEST_NODE];
static _Alignas(8) uint8_t bundle[1024];
static uint8_t snapshot[LARGEST_NODE];
static struct mw_irrigation irrigation;
static uint32_t downlinks;
static uint32_t uptime;
static uint32_t pulses;

static struct mw_node *started(uint32_t boot) {
    struct mw_node_configuration configuration;
    struct mw_node *node = NULL;
    memset(&configuration, 0, sizeof configuration);
    configuration.node_id = 4711;
    configuration.boot_id = boot;
    configuration.sensor.nano_units_per_count = 1;
    configuration.hardware_class = 1;
    configuration.ring_bytes = 1 << 16;
    configuration.feature_interval_windows = 1;
    configuration.capture_blocks = 1;
    configuration.domain = MW_DOMAIN_IRRIGATION;
    configuration.unit = 6;
    configuration.unsigned_bundle_allowed = 1;
    configuration.battery_low_millivolts = 2300;
    irrigation = (struct mw_irrigation){.soil = {.depths = {{100, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE},
                                                            {300, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE}},
                                                 .latitude_centidegrees = 3300,
                                                 .root_millimetres = 400,
                                                 .count = 2},
                                        .valves = {.maximum_seconds = {3600, 3600},
                                                   .millilitres_per_pulse = 1000,
                                                   .link_seconds = 600,
                                                   .stale_seconds = 7200,
                                                   .blocked_seconds = 60,
                                                   .settling_seconds = 30,
                                                   .leak_seconds = 600,
                                                   .leak_pulses = 10,
                                                   .closing_flags = MW_SOIL_STUCK,
                                                   .count = 2,
                                                   .interlocks = MW_INTERLOCK_SENSOR_STALE | MW_INTERLOCK_SENSOR_FLAGGED |
                                                                 MW_INTERLOCK_LEAK | MW_INTERLOCK_BLOCKED}};
    size_t length = test_read_file("contract/vectors/bundle-soil-1.0.mwm", bundle, sizeof bundle);
    CHECK_EQUAL(MW_OK, mw_node_start(&node, memory, sizeof memory, &configuration, bundle, length, &mw_host_crypto));
    CHECK_EQUAL(MW_OK, mw_node_irrigate(node, &irrigation));
    uptime = 0;
    pulses = 0;
    return node;
}

static void take(struct mw_node *node, int64_t seconds, int16_t upper, int16_t lower, uint16_t rain) {
    const struct mw_soil_sample sample = {.epoch_seconds = seconds,
                                          .water = {upper, lower},
                                          .soil = {1500, MW_SOIL_MISSING},
                                          .air = 2000,
                                          .rain_tenths = rain,
                                          .battery_millivolts = 2900,
                                          .count = 2};
    CHECK_EQUAL(MW_OK, mw_node_water(node, uptime, pulses, (uint64_t)seconds * 1000));
    CHECK_EQUAL(MW_OK, mw_node_soil(node, &sample));
    uptime += QUARTER * 1000U;
}

/* Days of a soil that loses 0.4 % in each, evenly. Returns the time of the reading to come. */
static int64_t dry(struct mw_node *node, int64_t from, int16_t *water, uint32_t days) {
    for (uint32_t quarter = 0; quarter < days * QUARTERS_A_DAY; quarter++, from += QUARTER) {
        int16_t lost = (int16_t)(40 * quarter / QUARTERS_A_DAY);
        take(node, from, (int16_t)(*water - lost), (int16_t)(*water + 300 - lost), 0);
    }
    *water = (int16_t)(*water - (int16_t)(40 * days));
    return from;
}

struct frame {
    uint32_t kind;
    uint32_t numbers[16]; /* by key, as far as they are unsigned numbers */
    struct mw_cbor_in values[16];
};

static struct frame read_frame(const struct mw_record *record) {
    struct frame frame = {0};
    struct mw_cbor_in in = {mw_store_frame(record), record->length, 0, false};
    mw_cbor_expect(&in, MW_CBOR_MAP, UINT64_MAX);
    for (uint32_t key = 0; key < 6; key++) {
        mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX);
        frame.kind = (uint32_t)mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX);
    }
    mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX);
    uint32_t pairs = (uint32_t)mw_cbor_expect(&in, MW_CBOR_MAP, UINT64_MAX);
    for (uint32_t i = 0; i < pairs; i++) {
        uint32_t key = (uint32_t)mw_cbor_expect(&in, MW_CBOR_UNSIGNED, 15);
        frame.values[key] = in;
        struct mw_cbor_in value = in;
        enum mw_cbor_major major;
        uint64_t number = mw_cbor_read_head(&value, &major);
        frame.numbers[key] = major == MW_CBOR_UNSIGNED ? (uint32_t)number : 0;
        mw_cbor_skip(&in);
    }
    CHECK(!in.broken);
    return frame;
}

/* How many frames of this kind wait whose number under `key` is `number`; the last of them in *found. */
static uint32_t count(const struct mw_node *node, uint32_t kind, uint32_t key, uint32_t number, struct frame *found) {
    uint32_t frames = 0;
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        struct frame frame = read_frame(each);
        if (frame.kind == kind && frame.numbers[key] == number) {
            *found = frame;
            frames++;
        }
    }
    return frames;
}

static uint32_t readings(const struct mw_node *node) {
    struct frame last;
    return count(node, MW_FRAME_SOIL_READING, 11, 0, &last);
}

static void clear(struct mw_node *node) {
    while (mw_store_drop_one(&node->store)) {
    }
}

static int command(struct mw_node *node, int64_t now, uint32_t number, uint32_t argument, const uint32_t *values,
                   uint32_t value_count) {
    uint8_t bytes[128];
    struct mw_frame_head head = {4711, GATEWAY_BOOT, downlinks++, (uint64_t)now * 1000, MW_FRAME_COMMAND};
    struct mw_cbor out = {bytes, sizeof bytes, 0, false};
    mw_frame_begin(&out, &head);
    mw_cbor_map(&out, value_count > 0 ? 3 : 2);
    mw_cbor_pair(&out, 0, number);
    mw_cbor_pair(&out, 1, argument);
    if (value_count > 0) {
        mw_cbor_unsigned(&out, 2);
        mw_cbor_array(&out, value_count);
        for (uint32_t i = 0; i < value_count; i++) {
            mw_cbor_unsigned(&out, values[i]);
        }
    }
    int32_t length = mw_frame_seal(&out, node->configuration.key, &mw_host_crypto);
    CHECK_EQUAL(MW_OK, mw_node_water(node, uptime, pulses, (uint64_t)now * 1000));
    return mw_node_receive(node, bytes, (size_t)length, (uint64_t)now * 1000);
}

static int64_t seconds_go_by(struct mw_node *node, int64_t now, uint32_t seconds, uint32_t flow) {
    for (uint32_t i = 0; i < seconds; i++) {
        now++;
        uptime += 1000;
        pulses += flow;
        CHECK_EQUAL(MW_OK, mw_node_water(node, uptime, pulses, (uint64_t)now * 1000));
    }
    return now;
}

TEST(a_soil_node_says_what_happens_and_nothing_while_nothing_happens) {
    struct mw_node *node = started(1);
    struct frame last;
    take(node, START, 3000, 3300, 0);
    CHECK_EQUAL(1, count(node, MW_FRAME_STATUS, 0, MW_DOMAIN_IRRIGATION, &last));
    CHECK_EQUAL(2, count(node, MW_FRAME_VALVE_STATE, 2, MW_VALVE_REBOOT, &last));
    CHECK_EQUAL(1, readings(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_STARTED, &last));
    for (int quarter = 1; quarter < QUARTERS_A_DAY; quarter++) {
        take(node, START + quarter * QUARTER, 3000, 3300, 0);
    }
    CHECK_EQUAL(1, readings(node));
    take(node, START + 86400, 3000, 3300, 0);
    CHECK_EQUAL(2, readings(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_HEARTBEAT, &last));
    take(node, START + 86400 + QUARTER, 3000, 3300, 12);
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_RAINED, &last));
    CHECK_EQUAL(12, last.numbers[6]);
    take(node, START + 86400 + 2 * QUARTER, 3150, 3300, 3);
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_WATER_CHANGED, &last));
    CHECK_EQUAL(15, last.numbers[6]);
    CHECK_EQUAL(4, readings(node));
    CHECK_EQUAL(2, count(node, MW_FRAME_STATUS, 0, MW_DOMAIN_IRRIGATION, &last));
}

TEST(a_soil_that_dries_is_forecast_and_its_need_is_told_and_kept_over_a_restart) {
    struct mw_node *node = started(1);
    struct frame last;
    int16_t water = 3000;
    int64_t now = dry(node, START, &water, 8);
    CHECK_EQUAL(0, count(node, MW_FRAME_SOIL_READING, 9, MW_SOIL_NEED_NOW, &last));
    clear(node);
    now = dry(node, now, &water, 3);
    CHECK(count(node, MW_FRAME_SOIL_READING, 11, 0, &last) > 0);
    CHECK_EQUAL(2, mw_cbor_expect(&last.values[4], MW_CBOR_ARRAY, 4));
    CHECK_EQUAL(3, mw_cbor_expect(&last.values[4], MW_CBOR_ARRAY, 4));
    const uint32_t lines[] = {1000, 3500, 1000, 3500};
    CHECK_EQUAL(MW_OK, command(node, now, 12, 0, lines, 4));
    take(node, now, water, (int16_t)(water + 300), 0);
    CHECK_EQUAL(300, mw_soil_refill_tenths(&node->irrigating.soil));
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    CHECK(length > 0);
    node = started(2);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    take(node, now + QUARTER, water, (int16_t)(water + 300), 0);
    CHECK_EQUAL(300, mw_soil_refill_tenths(&node->irrigating.soil));
    const uint32_t higher[] = {3400, 3500, 3400, 3500};
    CHECK_EQUAL(MW_OK, command(node, now + QUARTER, 12, 0, higher, 4));
    take(node, now + 2 * QUARTER, water, (int16_t)(water + 300), 0);
    CHECK(count(node, MW_FRAME_SOIL_READING, 9, MW_SOIL_NEED_NOW, &last) > 0);
    CHECK_EQUAL(0, last.numbers[5]);
    CHECK_EQUAL(3, count(node, MW_FRAME_EVENT, 0, 12, &last)); /* by the range so far; ended by the first lines; by the second */
    CHECK_EQUAL(1, last.numbers[3]);
    CHECK_EQUAL(MW_ERROR_FORMAT, command(node, now + 2 * QUARTER, 12, 0, higher, 2));
}

TEST(a_command_opens_a_valve_and_its_interlocks_close_it) {
    struct mw_node *node = started(1);
    struct frame last;
    int64_t now = START;
    take(node, now, 3000, 3300, 0);
    const uint32_t open[] = {2, 1800, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 1, open, 3));
    CHECK_EQUAL(2, mw_node_open_valves(node));
    CHECK_EQUAL(MW_ERROR_REPLAY, command(node, now, 7, 1, open, 3));
    CHECK_EQUAL(MW_ERROR_FORMAT, command(node, now, 7, 2, open, 2));
    now = seconds_go_by(node, now, 599, 1);
    CHECK_EQUAL(2, mw_node_open_valves(node));
    now = seconds_go_by(node, now, 1, 1); /* nothing was heard for ten minutes */
    CHECK_EQUAL(0, mw_node_open_valves(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_VALVE_STATE, 2, MW_VALVE_LINK_LOST, &last));
    CHECK_EQUAL(600, last.numbers[4]);
    CHECK_EQUAL(600, last.numbers[5]);
    CHECK_EQUAL(1, count(node, MW_FRAME_EVENT, 0, MW_EVENT_CUT_SHORT, &last));
    CHECK_EQUAL(MW_OK, command(node, now, 7, 3, open, 3));
    CHECK_EQUAL(1, count(node, MW_FRAME_VALVE_STATE, 2, MW_VALVE_TOO_LATE, &last));
    CHECK_EQUAL(3, last.numbers[3]);
    const uint32_t again[] = {1, 1800, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 4, again, 3));
    CHECK_EQUAL(1, mw_node_open_valves(node));
    CHECK_EQUAL(MW_OK, command(node, now, 9, 5, NULL, 0));
    CHECK_EQUAL(0, mw_node_open_valves(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_EVENT, 0, MW_EVENT_STOPPED, &last));
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    node = started(2);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    take(node, now + 30, 3000, 3300, 0);
    CHECK_EQUAL(MW_OK, command(node, now + 31, 7, 6, again, 3));
    CHECK_EQUAL(0, mw_node_open_valves(node)); /* the stop stands over the restart */
    CHECK_EQUAL(MW_OK, command(node, now + 32, 10, 7, NULL, 0));
    CHECK_EQUAL(MW_OK, command(node, now + 33, 7, 8, again, 3));
    CHECK_EQUAL(1, mw_node_open_valves(node));
}

/* 400 l on 40 m2 are 10 mm, which explains that the soil gets wet; the gauge's sum knows nothing of them. */
TEST(what_the_valves_give_is_no_rise_without_rain) {
    struct mw_node *node = started(1);
    struct frame last;
    int64_t now = START;
    node->irrigating.area_square_decimetres = 4000;
    take(node, now, 3000, 3300, 0);
    const uint32_t open[] = {1, 400, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 1, open, 3));
    now = seconds_go_by(node, now, 400, 1);
    take(node, now, 3900, 3300, 0);
    CHECK_EQUAL(0, node->irrigating.soil.state->depths[0].flags);
    CHECK_EQUAL(100, node->irrigating.soil.state->day.rain);
    CHECK(count(node, MW_FRAME_SOIL_READING, 6, 0, &last) > 0);
    CHECK_EQUAL(400, last.numbers[8]);
    CHECK_EQUAL(MW_SOIL_VALVE_CHANGED | MW_SOIL_WATER_CHANGED, last.numbers[10]);
    take(node, now + QUARTER, 3900, 3300, 0);
    CHECK_EQUAL(100, node->irrigating.soil.state->day.rain);
}

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
    take(node, START + 5 * QUARTER, 2440, 3300, 0);
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
    struct frame last;
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
    printf("memory of a soil: chain %u bytes, valves %zu bytes\n", (unsigned)MW_SOIL_STATE_BYTES, sizeof(struct mw_valves));
    CHECK(sizeof(struct mw_valves) <= 256);
}
