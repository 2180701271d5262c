/* For tests of a node that watches a soil and works valves, on the golden bundle: a soil that loses 0.4 % a day. */
#ifndef MILLIWATT_TESTS_SOIL_NODE_H
#define MILLIWATT_TESTS_SOIL_NODE_H

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
#define LARGEST_NODE (24 << 10)

static _Alignas(8) uint8_t memory[LARGEST_NODE];
static _Alignas(8) uint8_t bundle[1024];
static uint8_t snapshot[LARGEST_NODE];
static struct mw_irrigation irrigation;
static uint32_t downlinks;
static uint32_t uptime;
static uint32_t pulses;

static inline struct mw_node *started(uint32_t boot) {
    struct mw_node_configuration configuration;
    struct mw_node *node = NULL;
    memset(&configuration, 0, sizeof configuration);
    configuration.node_id = 4711;
    configuration.boot_id = boot;
    configuration.sensor.nano_units_per_count = 1;
    configuration.hardware_class = 1;
    configuration.ring_bytes = 1 << 14;
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

static inline void take(struct mw_node *node, int64_t seconds, int16_t upper, int16_t lower, uint16_t rain) {
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
static inline int64_t dry(struct mw_node *node, int64_t from, int16_t *water, uint32_t days) {
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

static inline struct frame read_frame(const struct mw_record *record) {
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
static inline uint32_t count(const struct mw_node *node, uint32_t kind, uint32_t key, uint32_t number, struct frame *found) {
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

static inline uint32_t readings(const struct mw_node *node) {
    struct frame last;
    return count(node, MW_FRAME_SOIL_READING, 11, 0, &last);
}

static inline void clear(struct mw_node *node) {
    while (mw_store_drop_one(&node->store)) {
    }
}

static inline int command(struct mw_node *node, int64_t now, uint32_t number, uint32_t argument, const uint32_t *values,
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

static inline int64_t seconds_go_by(struct mw_node *node, int64_t now, uint32_t seconds, uint32_t flow) {
    for (uint32_t i = 0; i < seconds; i++) {
        now++;
        uptime += 1000;
        pulses += flow;
        CHECK_EQUAL(MW_OK, mw_node_water(node, uptime, pulses, (uint64_t)now * 1000));
    }
    return now;
}

#endif
