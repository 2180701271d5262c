/* Frames of updates against the golden ones. */
#include "milliwatt/error.h"
#include "milliwatt/frame.h"
#include "test.h"

#include <string.h>

#define NODE 4711
#define TIME 1793000000123ULL
#define LARGEST 256

static void vector_key(uint8_t key[MW_KEY_LENGTH]) {
    for (uint32_t i = 0; i < MW_KEY_LENGTH; i++) {
        key[i] = (uint8_t)(i * 7 + 1);
    }
}

static struct mw_cbor begun(uint8_t *bytes, uint32_t sequence, uint8_t kind) {
    struct mw_frame_head head = {NODE, 12, sequence, TIME, kind};
    struct mw_cbor out = {bytes, LARGEST, 0, false};
    mw_frame_begin(&out, &head);
    return out;
}

static void seal_and_compare(struct mw_cbor *out, const char *path) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t golden[LARGEST];
    vector_key(key);
    size_t length = test_read_file(path, golden, sizeof golden);
    CHECK_EQUAL(length, mw_frame_seal(out, key, &mw_host_crypto));
    CHECK_BYTES(golden, out->bytes, length);
}

TEST(frames_of_an_update_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    struct mw_update_report trial = {42, 4, 128, 1, MW_UPDATE_TRIAL, MW_REASON_NONE};
    struct mw_cbor out = begun(bytes, 304, MW_FRAME_UPDATE_STATE);
    mw_frame_update_state(&out, &trial);
    seal_and_compare(&out, "contract/vectors/frame-update-state.cbor");
    struct mw_update_report bad = {UINT32_MAX, UINT32_MAX, 0, 0, MW_UPDATE_BAD, MW_REASON_OTHER_DIGEST};
    out = begun(bytes, 308, MW_FRAME_UPDATE_STATE);
    mw_frame_update_state(&out, &bad);
    seal_and_compare(&out, "contract/vectors/frame-update-bad.cbor");
    const uint8_t bitmap[] = {0x01, 0x00, 0x80, 0x05};
    struct mw_missing_body missing = {5, 78, 3, bitmap, sizeof bitmap};
    out = begun(bytes, 309, MW_FRAME_MISSING);
    mw_frame_missing(&out, &missing);
    seal_and_compare(&out, "contract/vectors/frame-fragments-missing.cbor");
}

static int read_golden(struct mw_downlink *downlink, const char *path) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t bytes[LARGEST];
    vector_key(key);
    size_t length = test_read_file(path, bytes, sizeof bytes);
    return mw_downlink_read(downlink, bytes, length, NODE, key, &mw_host_crypto);
}

TEST(the_golden_offer_and_commands_are_read) {
    struct mw_downlink downlink;
    CHECK_EQUAL(MW_OK, read_golden(&downlink, "contract/vectors/frame-offer.cbor"));
    CHECK_EQUAL(MW_FRAME_OFFER, downlink.kind);
    CHECK_EQUAL(5, downlink.offer.update_id);
    CHECK_EQUAL(42, downlink.offer.model_id);
    CHECK_EQUAL(4, downlink.offer.model_version);
    CHECK_EQUAL(3100, downlink.offer.bundle_bytes);
    CHECK_EQUAL(0x20, downlink.offer.digest[0]);
    CHECK_EQUAL(0x3F, downlink.offer.digest[31]);
    CHECK_EQUAL(40, downlink.offer.fragment_bytes);
    CHECK_EQUAL(20, downlink.offer.healthy_windows);
    CHECK_EQUAL(78, mw_update_fragments(&downlink.offer));
    CHECK_EQUAL(MW_OK, read_golden(&downlink, "contract/vectors/frame-command-cancel-update.cbor"));
    CHECK_EQUAL(5, downlink.command);
    CHECK_EQUAL(MW_OK, read_golden(&downlink, "contract/vectors/frame-command-previous-model.cbor"));
    CHECK_EQUAL(6, downlink.command);
}

static int read_offer(uint64_t update_id, uint64_t bundle_bytes, uint32_t digest_length, uint64_t fragment_bytes,
                      uint64_t windows) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t bytes[LARGEST];
    const uint8_t digest[64] = {0};
    struct mw_downlink downlink;
    vector_key(key);
    struct mw_cbor out = begun(bytes, 1, MW_FRAME_OFFER);
    mw_cbor_map(&out, 7);
    mw_cbor_pair(&out, 0, update_id);
    mw_cbor_pair(&out, 1, 1);
    mw_cbor_pair(&out, 2, 1);
    mw_cbor_pair(&out, 3, bundle_bytes);
    mw_cbor_unsigned(&out, 4);
    mw_cbor_bytes(&out, digest, digest_length);
    mw_cbor_pair(&out, 5, fragment_bytes);
    mw_cbor_pair(&out, 6, windows);
    int32_t length = mw_frame_seal(&out, key, &mw_host_crypto);
    return mw_downlink_read(&downlink, bytes, (size_t)length, NODE, key, &mw_host_crypto);
}

TEST(an_offer_outside_its_ranges_is_refused) {
    CHECK_EQUAL(MW_OK, read_offer(1, 64, 32, 8, 65535));
    CHECK_EQUAL(MW_OK, read_offer(UINT32_MAX, 65536 * 1024, 32, 1024, 0));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 65536 * 1024 + 1, 32, 1024, 0));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(0, 64, 32, 8, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1ULL << 32, 64, 32, 8, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 0, 32, 8, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 64, 31, 8, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 64, 33, 8, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 64, 32, 0, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 64, 32, 12, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 64, 32, 1032, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_offer(1, 64, 32, 8, 65536));
}
