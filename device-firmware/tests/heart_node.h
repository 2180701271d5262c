/* A node that watches a heart, on the golden bundle at 250 Hz, for its tests. */
#ifndef MILLIWATT_TESTS_HEART_NODE_H
#define MILLIWATT_TESTS_HEART_NODE_H

#include "../src/node/state.h"
#include "../src/telemetry/cbor_reader.h"
#include "milliwatt/error.h"
#include "milliwatt/node.h"
#include "test.h"

#include <string.h>

#define START 1793000000000ULL
#define RATE 250U
#define COUNTS_PER_MILLIVOLT 200
#define LARGEST_NODE (1 << 17)
#define LARGEST_SNAPSHOT (1 << 16)

/* The emulated boards have no memory for these in each file: they stand in heart_node_test.c. */
extern uint8_t heart_node_memory[LARGEST_NODE];
extern uint8_t heart_node_snapshot[LARGEST_SNAPSHOT];

static uint8_t bundle[1024];

static inline struct mw_node_configuration configuration(uint32_t boot) {
    struct mw_node_configuration out;
    memset(&out, 0, sizeof out);
    out.node_id = 4711;
    out.boot_id = boot;
    out.sensor.nano_units_per_count = 5000000;
    out.hardware_class = 1;
    out.ring_bytes = 1 << 16;
    out.feature_interval_windows = 5;
    out.capture_blocks = 1;
    out.domain = MW_DOMAIN_ECG;
    out.unit = 3;
    out.unsigned_bundle_allowed = 1;
    out.streamed_channels = 1;
    out.battery_low_millivolts = 3500;
    return out;
}

static inline struct mw_node *started(uint32_t boot) {
    struct mw_node_configuration chosen = configuration(boot);
    struct mw_node *node = NULL;
    size_t length = test_read_file("contract/vectors/bundle-heart-1.0.mwm", bundle, sizeof bundle);
    CHECK_EQUAL(MW_OK, mw_node_start(&node, heart_node_memory, LARGEST_NODE, &chosen, bundle, length, &mw_host_crypto));
    return node;
}

/* A beat at every multiple of `interval` samples: a triangle of 1 mV and a T wave, over a little hum that is no flat line. */
static inline int16_t heart_at(uint32_t sample, uint32_t interval) {
    int32_t phase = interval == 0 ? 1000 : (int32_t)(sample % interval);
    int32_t qrs = phase < 5 ? phase * 40 : phase < 10 ? (10 - phase) * 40 : 0;
    int32_t t_wave = phase >= 70 && phase < 100 ? 30 - (phase > 85 ? phase - 85 : 85 - phase) * 2 : 0;
    return (int16_t)(qrs + t_wave + (int32_t)(sample * 7 % 5));
}

/* A pacemaker's spike of 2 mV, 0.12 s before each beat that the heart has or should have. */
#define PACED_INTERVAL 200U
#define SPIKE_PHASE (PACED_INTERVAL - 25U)

static inline uint64_t run_as(struct mw_node *node, uint64_t now, uint32_t seconds, uint32_t interval, bool paced) {
    for (uint32_t chunk = 0; chunk < 50 * seconds; chunk++) {
        int16_t samples[RATE / 50];
        for (uint32_t i = 0; i < RATE / 50; i++) {
            uint32_t at = node->timeline.samples + i;
            bool spike = paced && at % PACED_INTERVAL == SPIKE_PHASE;
            samples[i] = (int16_t)(heart_at(at, interval) + (spike ? 2 * COUNTS_PER_MILLIVOLT : 0));
        }
        now += 20;
        CHECK_EQUAL(MW_OK, mw_node_samples(node, samples, RATE / 50, now));
    }
    return now;
}

/* Runs seconds of a heart, in chunks of a fiftieth of a second, and acknowledges nothing. */
static inline uint64_t run(struct mw_node *node, uint64_t now, uint32_t seconds, uint32_t interval) {
    return run_as(node, now, seconds, interval, false);
}

struct told {
    uint32_t kind;
    uint32_t event_class;
    uint32_t onset;
    uint32_t beats;
    uint32_t quality;
    uint32_t block;
    uint32_t paced; /* beats */
    uint32_t stay;  /* of a status; 0 where it tells none */
    uint32_t has_pacemaker;
};

/* Beats with a pacing spike. */
static inline uint32_t paced_of(struct mw_cbor_in *value, uint32_t beats) {
    uint32_t paced = 0;
    for (uint32_t i = 0; i < 4 * beats; i++) {
        uint64_t number = mw_cbor_expect(value, MW_CBOR_UNSIGNED, UINT64_MAX);
        paced += i % 4 == 3 && (number & MW_BEAT_PACING_SPIKE) != 0 ? 1U : 0U;
    }
    return paced;
}

/* What a frame says, as far as these tests ask. */
static inline struct told read_frame(const uint8_t *frame, uint32_t length) {
    struct told told = {0};
    struct mw_cbor_in in = {frame, length, 0, false};
    mw_cbor_expect(&in, MW_CBOR_MAP, UINT64_MAX);
    for (uint32_t key = 0; key < 6; key++) {
        mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX);
        told.kind = (uint32_t)mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX);
    }
    mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX);
    uint32_t pairs = (uint32_t)mw_cbor_expect(&in, MW_CBOR_MAP, UINT64_MAX);
    for (uint32_t i = 0; i < pairs; i++) {
        uint64_t key = mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX);
        struct mw_cbor_in value = in;
        mw_cbor_skip(&in);
        if (told.kind == MW_FRAME_EVENT && key == 0) {
            told.event_class = (uint32_t)mw_cbor_expect(&value, MW_CBOR_UNSIGNED, UINT64_MAX);
        } else if (told.kind == MW_FRAME_EVENT && key == 3) {
            told.onset = (uint32_t)mw_cbor_expect(&value, MW_CBOR_UNSIGNED, UINT64_MAX);
        } else if (told.kind == MW_FRAME_BEATS && key == 1) {
            told.beats = (uint32_t)mw_cbor_expect(&value, MW_CBOR_ARRAY, UINT64_MAX) / 4;
            told.paced = paced_of(&value, told.beats);
        } else if (told.kind == MW_FRAME_STATUS && key == 11) {
            CHECK_EQUAL(2, mw_cbor_expect(&value, MW_CBOR_ARRAY, UINT64_MAX));
            told.stay = (uint32_t)mw_cbor_expect(&value, MW_CBOR_UNSIGNED, UINT64_MAX);
            told.has_pacemaker = (uint32_t)mw_cbor_expect(&value, MW_CBOR_UNSIGNED, UINT64_MAX);
        } else if (told.kind == MW_FRAME_FEATURES && key == 3) {
            told.quality = (uint32_t)mw_cbor_expect(&value, MW_CBOR_UNSIGNED, UINT64_MAX);
        } else if (told.kind == MW_FRAME_WAVEFORM && key == 9) {
            told.block = (uint32_t)mw_cbor_expect(&value, MW_CBOR_UNSIGNED, UINT64_MAX);
        }
    }
    CHECK(!in.broken);
    return told;
}

/* How many events of this class went out, onsets or ends. */
static inline uint32_t events_of(const struct mw_node *node, uint32_t event_class, uint32_t onset) {
    uint32_t found = 0;
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        struct told told = read_frame(mw_store_frame(each), each->length);
        found += told.kind == MW_FRAME_EVENT && told.event_class == event_class && told.onset == onset ? 1U : 0U;
    }
    return found;
}

#endif
