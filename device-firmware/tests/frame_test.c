/* The golden frames of contract/vectors, which an independent generator wrote (generate_frames.py). */
#include "../src/telemetry/cbor_reader.h"
#include "milliwatt/error.h"
#include "milliwatt/frame.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

#define NODE 4711
#define BOOT 12
#define TIME 1793000000123ULL
#define LARGEST 256

static void vector_key(uint8_t key[MW_KEY_LENGTH]) {
    for (uint32_t i = 0; i < MW_KEY_LENGTH; i++) {
        key[i] = (uint8_t)(i * 7 + 1);
    }
}

static size_t read_vector(const char *name, uint8_t *bytes) {
    char path[128];
    snprintf(path, sizeof path, "contract/vectors/%s.cbor", name);
    return test_read_file(path, bytes, LARGEST);
}

static void begin(struct mw_cbor *out, uint8_t *bytes, uint32_t sequence, uint8_t kind) {
    struct mw_frame_head head = {NODE, BOOT, sequence, TIME, kind};
    *out = (struct mw_cbor){bytes, LARGEST, 0, false};
    mw_frame_begin(out, &head);
}

static void seal_and_compare(struct mw_cbor *out, const char *name) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t golden[LARGEST];
    vector_key(key);
    size_t length = read_vector(name, golden);
    CHECK_EQUAL(length, mw_frame_seal(out, key, &mw_host_crypto));
    CHECK_BYTES(golden, out->bytes, length);
}

TEST(features_frames_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    struct mw_cbor out;
    const int32_t first[] = {0, 23, 24, 255, 256, -1, -24, -25, -256, -257};
    struct mw_features_body warming = {first, 3, 1, 1, 16, 0, 10, 0, false};
    begin(&out, bytes, 2, MW_FRAME_FEATURES);
    mw_frame_features(&out, &warming);
    seal_and_compare(&out, "frame-features-warming-up");
}

TEST(event_frames_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    struct mw_cbor out;
    struct mw_event_body onset = {3, 200, 3, true, 0, NULL};
    begin(&out, bytes, 65534, MW_FRAME_EVENT);
    mw_frame_event(&out, &onset);
    seal_and_compare(&out, "frame-event-onset");
    struct mw_event_body end = {3, 0, 0, false, 0, NULL};
    begin(&out, bytes, 4294967295U, MW_FRAME_EVENT);
    mw_frame_event(&out, &end);
    seal_and_compare(&out, "frame-event-end");
}

TEST(a_status_with_its_ledger_matches_the_golden_one) {
    uint8_t bytes[LARGEST];
    struct mw_cbor out;
    const uint8_t digest[] = {0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7};
    const struct mw_ledger ledger = {
        {720000, 60, 59, 75, 74, 9876, 1234, 60000, 3540000, 4294967296U, 3, 3, 600}};
    struct mw_status status = {3600, 2, 0, 1, 1, digest, 1, 0, &ledger, 0, false, 0};
    begin(&out, bytes, 308, MW_FRAME_STATUS);
    mw_frame_status(&out, &status);
    seal_and_compare(&out, "frame-status-ledger");
}

TEST(a_status_with_the_patient_told_matches_the_golden_one) {
    uint8_t bytes[LARGEST];
    struct mw_cbor out;
    const uint8_t digest[] = {0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7};
    struct mw_status status = {3600, 2, 0, 1, 1, digest, 2, 0, NULL, 0, true, 70003};
    begin(&out, bytes, 322, MW_FRAME_STATUS);
    mw_frame_status(&out, &status);
    seal_and_compare(&out, "frame-status-patient");
}

TEST(the_largest_status_fits_the_room_that_a_node_reserves) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t bytes[MW_FRAME_OVERHEAD + MW_LEDGER_BYTES];
    struct mw_ledger ledger;
    const uint8_t digest[8] = {0};
    struct mw_frame_head head = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT64_MAX, MW_FRAME_STATUS};
    struct mw_cbor out = {bytes, sizeof bytes, 0, false};
    struct mw_status status = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, digest, 3, 7, &ledger, UINT16_MAX, true, UINT32_MAX};
    memset(&ledger, 0xFF, sizeof ledger);
    vector_key(key);
    mw_frame_begin(&out, &head);
    mw_frame_status(&out, &status);
    int32_t length = mw_frame_seal(&out, key, &mw_host_crypto);
    CHECK(length > 0 && length <= 222); /* a LoRaWAN payload at the upper data rates */
}

TEST(a_waveform_block_takes_the_shorter_encoding_and_matches_the_golden_one) {
    uint8_t bytes[LARGEST];
    struct mw_cbor out;
    const int16_t samples[] = {0, 5, -7, 300, -32768, 32767, 12, 12};
    struct mw_waveform_body body = {samples, TIME, 12000000, 598750, 8, 9, 1, 0, 2, 1, 2};
    begin(&out, bytes, 302, MW_FRAME_WAVEFORM);
    mw_frame_waveform(&out, &body);
    seal_and_compare(&out, "frame-waveform-varint");

    const int16_t noisy[] = {-32768, 32767, -32768, 32767};
    body.samples = noisy;
    body.sample_count = 4;
    begin(&out, bytes, 302, MW_FRAME_WAVEFORM);
    mw_frame_waveform(&out, &body);
    const uint8_t plain[] = {0x05, 0x00, 0x06, 0x48, 0x00, 0x80, 0xFF, 0x7F, 0x00, 0x80, 0xFF, 0x7F};
    int found = 0;
    for (uint32_t at = 0; at + sizeof plain <= out.length; at++) {
        found += memcmp(bytes + at, plain, sizeof plain) == 0;
    }
    CHECK_EQUAL(1, found);
}

/* Reads one item and writes it again, which must give the same bytes. */
static void transcode(struct mw_cbor_in *in, struct mw_cbor *out, int depth) {
    enum mw_cbor_major major;
    uint64_t value = mw_cbor_read_head(in, &major);
    if (in->broken || depth > 6) {
        in->broken = true;
    } else if (major == MW_CBOR_UNSIGNED) {
        mw_cbor_unsigned(out, value);
    } else if (major == MW_CBOR_NEGATIVE) {
        mw_cbor_signed(out, -1 - (int64_t)value);
    } else if (major == MW_CBOR_BYTES) {
        mw_cbor_bytes(out, in->bytes + in->at, (uint32_t)value);
        in->at += (size_t)value;
    } else if (major == MW_CBOR_TEXT) {
        uint8_t head = (uint8_t)(0x60 | value);
        mw_cbor_raw(out, &head, 1);
        mw_cbor_raw(out, in->bytes + in->at, (uint32_t)value);
        in->at += (size_t)value;
    } else {
        uint64_t items = major == MW_CBOR_MAP ? 2 * value : value;
        if (major == MW_CBOR_MAP) {
            mw_cbor_map(out, (uint32_t)value);
        } else {
            mw_cbor_array(out, (uint32_t)value);
        }
        for (uint64_t i = 0; i < items && !in->broken; i++) {
            transcode(in, out, depth + 1);
        }
    }
}

TEST(every_golden_frame_is_read_and_written_again_byte_by_byte) {
    static const char *const names[] = {
        "status-minimal", "status-full", "features-warming-up", "features-verdict", "event-onset", "event-end",
        "event-values", "waveform-int16", "waveform-varint", "soil-reading", "update-state", "learning-update",
        "acknowledgement-stored", "acknowledgement-refused", "unknown-kind", "newer-minor-version", "largest-numbers",
        "command-capture", "status-ledger", "beats", "beats-one", "sensor-vitals", "sensor-vitals-one", "waveform-streaming",
        "features-heart", "event-heart", "command-patient", "status-patient"};
    uint8_t key[MW_KEY_LENGTH];
    vector_key(key);
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char name[64];
        uint8_t golden[LARGEST];
        uint8_t bytes[LARGEST];
        uint8_t mac[MW_DIGEST_LENGTH];
        snprintf(name, sizeof name, "frame-%s", names[i]);
        size_t length = read_vector(name, golden);
        struct mw_cbor_in in = {golden, length, 0, false};
        struct mw_cbor out = {bytes, sizeof bytes, 0, false};
        transcode(&in, &out, 0);
        CHECK(!in.broken);
        CHECK_EQUAL(length, in.at);
        CHECK_EQUAL(length, out.length);
        CHECK_BYTES(golden, bytes, length);
        CHECK_EQUAL(0, mw_host_crypto.hmac_sha256(key, golden, length - 9, mac));
        CHECK_BYTES(mac, golden + length - 8, 8);
        struct mw_cbor_in whole = {golden, length, 0, false};
        mw_cbor_skip(&whole);
        CHECK(!whole.broken);
        CHECK_EQUAL(length, whole.at);
    }
}

static int receive(const char *name, struct mw_downlink *downlink) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t bytes[LARGEST];
    vector_key(key);
    size_t length = read_vector(name, bytes);
    return mw_downlink_read(downlink, bytes, length, NODE, key, &mw_host_crypto);
}

TEST(acknowledgements_are_read) {
    struct mw_downlink downlink;
    CHECK_EQUAL(MW_OK, receive("frame-acknowledgement-stored", &downlink));
    CHECK_EQUAL(MW_FRAME_ACKNOWLEDGEMENT, downlink.kind);
    CHECK_EQUAL(1792900000, downlink.boot);
    CHECK_EQUAL(0, downlink.sequence);
    CHECK_EQUAL(BOOT, downlink.of_boot);
    CHECK_EQUAL(65534, downlink.of_sequence);
    CHECK_EQUAL(0, downlink.outcome);
    CHECK_EQUAL(MW_OK, receive("frame-acknowledgement-refused", &downlink));
    CHECK_EQUAL(300, downlink.of_sequence);
    CHECK_EQUAL(1, downlink.outcome);
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, receive("frame-unknown-kind", &downlink));
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, receive("frame-newer-minor-version", &downlink));
    CHECK_EQUAL(MW_ERROR_NOT_FOR_US, receive("frame-largest-numbers", &downlink));
}

TEST(a_command_is_read) {
    struct mw_downlink downlink;
    CHECK_EQUAL(MW_OK, receive("frame-command-capture", &downlink));
    CHECK_EQUAL(MW_FRAME_COMMAND, downlink.kind);
    CHECK_EQUAL(2, downlink.sequence);
    CHECK_EQUAL(1, downlink.command);
    CHECK_EQUAL(4294967295, downlink.argument);
}

TEST(broken_frames_are_refused_for_their_own_reason) {
    static const struct {
        const char *name;
        int code;
    } refused[] = {{"empty", MW_ERROR_FORMAT},
                   {"cut-in-mac", MW_ERROR_FORMAT},
                   {"byte-after-frame", MW_ERROR_FORMAT},
                   {"not-a-map", MW_ERROR_FORMAT},
                   {"sequence-missing", MW_ERROR_FORMAT},
                   {"body-not-a-map", MW_ERROR_FORMAT},
                   {"node-over-32-bits", MW_ERROR_FORMAT},
                   {"mac-of-seven-bytes", MW_ERROR_FORMAT},
                   {"array-longer-than-frame", MW_ERROR_FORMAT},
                   {"head-not-shortest", MW_ERROR_FORMAT},
                   {"keys-out-of-order", MW_ERROR_FORMAT},
                   {"body-keys-out-of-order", MW_ERROR_FORMAT},
                   {"body-key-twice", MW_ERROR_FORMAT},
                   {"indefinite-map", MW_ERROR_FORMAT},
                   {"major-version-two", MW_ERROR_VERSION},
                   {"mac-wrong", MW_ERROR_MAC},
                   {"other-key", MW_ERROR_MAC},
                   {"body-changed", MW_ERROR_MAC}};
    for (uint32_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        char name[64];
        struct mw_downlink downlink;
        snprintf(name, sizeof name, "refused-%s", refused[i].name);
        int code = receive(name, &downlink);
        CHECK_EQUAL(refused[i].code, code);
    }
}

TEST(a_frame_that_does_not_fit_is_not_written_past_the_end) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t bytes[64];
    vector_key(key);
    struct mw_event_body event = {1, 9, 1, true, 0, NULL};
    for (uint32_t capacity = 0; capacity < 45; capacity++) {
        memset(bytes, 0xEE, sizeof bytes);
        struct mw_frame_head head = {NODE, BOOT, 1, TIME, MW_FRAME_EVENT};
        struct mw_cbor out = {bytes, capacity, 0, false};
        mw_frame_begin(&out, &head);
        mw_frame_event(&out, &event);
        int32_t length = mw_frame_seal(&out, key, &mw_host_crypto);
        CHECK(length == MW_ERROR_MEMORY || length <= (int32_t)capacity);
        CHECK_EQUAL(0xEE, bytes[capacity]);
    }
}
