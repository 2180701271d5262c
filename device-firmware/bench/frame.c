/* What a frame costs a node before it reaches the radio: CBOR and its MAC. The energy estimate takes its counts from here. */
#include "../port/mbedtls/memory.h"
#include "bench.h"
#include "milliwatt/frame.h"
#include "milliwatt/ledger.h"

#define REPETITIONS 4U

static uint8_t memory[MW_CRYPTO_MEMORY_BYTES] __attribute__((aligned(8)));
static uint8_t bytes[MW_FRAME_OVERHEAD + MW_LEDGER_BYTES];
static const uint8_t key[MW_KEY_LENGTH] = {1, 2, 3};

static int32_t features(void) {
    const struct mw_frame_head head = {4711, 12, 65535, 1793000000123U, MW_FRAME_FEATURES};
    const int32_t values[] = {312, 1490, 6210, 310, 417, 480, 255, 133, 41, 2995};
    const struct mw_features_body body = {values, 1, 1, 1, 0, 3, 10, 201, true};
    struct mw_cbor out = {bytes, sizeof bytes, 0, false};
    mw_frame_begin(&out, &head);
    mw_frame_features(&out, &body);
    return mw_frame_seal(&out, key, &mw_host_crypto);
}

/* Sixteen values, as a soil probe tells them. */
static int32_t readings(void) {
    const struct mw_frame_head head = {4711, 12, 65535, 1793000000123U, MW_FRAME_FEATURES};
    const int32_t values[] = {317, 317, 316, 319, -12, 5009, 31, 250, 1440, -310, 560, 120, 480, 470, 455, 96};
    const struct mw_features_body body = {values, 0, 3, 1, 0, 0, 16, 0, false};
    struct mw_cbor out = {bytes, sizeof bytes, 0, false};
    mw_frame_begin(&out, &head);
    mw_frame_features(&out, &body);
    return mw_frame_seal(&out, key, &mw_host_crypto);
}

/* With the ledger of a node that has sampled in bursts for a year. */
static int32_t status(void) {
    const struct mw_frame_head head = {4711, 12, 65535, 1793000000123U, MW_FRAME_STATUS};
    const struct mw_ledger ledger = {
        {720000, 60, 59, 75, 74, 9876, 1234, 60000, 3540000, 4294967296U, 3, 3, 600}};
    const struct mw_status body = {31536000, 2, 0, 1, 1, key, 1, 0, &ledger, 0, false, 0};
    struct mw_cbor out = {bytes, sizeof bytes, 0, false};
    mw_frame_begin(&out, &head);
    mw_frame_status(&out, &body);
    return mw_frame_seal(&out, key, &mw_host_crypto);
}

/* What a soil node tells of three depths in the smallest payload. */
static int32_t compact(void) {
    const struct mw_frame_head head = {4711, 12, 65535, 1793000000123U, MW_FRAME_SOIL_READING};
    struct mw_soil_body body = {.count = 3, .battery_millivolts = 2950, .refill_tenths_day = 45};
    for (uint32_t i = 0; i < 3; i++) {
        body.depths[i] = (struct mw_soil_depth){.water_permille = (int16_t)(250 + i), .answered = true};
    }
    return mw_frame_compact(bytes, &head, &body, key, &mw_host_crypto);
}

static void count(const char *name, const char *name_of_bytes, int32_t (*build)(void)) {
    int32_t length = 0;
    bench_begin();
    for (uint32_t i = 0; i < REPETITIONS; i++) {
        length = build();
    }
    bench_end(name, REPETITIONS);
    bench_require(length > 0, "the frame was not built");
    bench_report(name_of_bytes, (uint32_t)length);
}

void bench(void) {
    mw_crypto_use_memory(memory, sizeof memory);
    count("frame-features", "frame-features-bytes", features);
    count("frame-readings", "frame-readings-bytes", readings);
    count("frame-soil-compact", "frame-soil-compact-bytes", compact);
    count("frame-status", "frame-status-bytes", status);
}
