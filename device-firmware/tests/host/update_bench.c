#include "update_bench.h"

#include "../../src/node/state.h"
#include "../../src/telemetry/cbor_reader.h"
#include "milliwatt/error.h"
#include "../test.h"

#include <string.h>

#define SERVER_BOOT 1792900000U
#define LARGEST_MESSAGE 1200U

const struct bench_flash bench_small_pages = {1024, 8, 2, 4};

void bench_open(struct update_bench *bench, const struct bench_flash *flash, const struct signed_bundle *factory) {
    uint32_t pages = 2 * (flash->trailer_pages + flash->data_pages);
    memset(bench, 0, sizeof *bench);
    memset(bench->bytes, 0xFF, sizeof bench->bytes);
    CHECK(pages * flash->page_bytes <= sizeof bench->bytes);
    mw_simulated_flash_open(&bench->flash, bench->bytes, flash->page_bytes, flash->word_bytes, pages);
    bench->configuration.trailer_pages = flash->trailer_pages;
    bench->configuration.data_pages = flash->data_pages;
    bench->configuration.keys = 2;
    bench->configuration.factory = factory->length > 0 ? factory->bytes : NULL;
    bench->configuration.factory_length = factory->length;
    for (uint32_t key = 0; key < 2; key++) {
        bench->configuration.key[key].key_id = key + 1;
        signer_point(key + 1, bench->configuration.key[key].point);
    }
    bench->crypto = &mw_host_crypto;
    bench->now = BENCH_START;
    bench->noise = 1;
}

static struct mw_node_configuration node_configuration(uint32_t boot) {
    struct mw_node_configuration out;
    memset(&out, 0, sizeof out);
    out.node_id = BENCH_NODE;
    out.boot_id = boot;
    out.sensor.nano_units_per_count = 1000000;
    out.shaft_speed_millihertz = 25000;
    out.hardware_class = 1;
    out.ring_bytes = 4096;
    out.feature_interval_windows = 1000;
    out.capture_blocks = 1;
    out.capture_block_samples = 16;
    out.domain = MW_DOMAIN_VIBRATION;
    out.unit = 2;
    return out;
}

static uint32_t number(struct mw_cbor_in *in) {
    mw_cbor_expect(in, MW_CBOR_UNSIGNED, UINT64_MAX);
    return (uint32_t)mw_cbor_expect(in, MW_CBOR_UNSIGNED, UINT64_MAX);
}

static void read_state(struct update_bench *bench, struct mw_cbor_in *in) {
    CHECK_EQUAL(6, mw_cbor_expect(in, MW_CBOR_MAP, UINT64_MAX));
    bench->state.slot = (uint8_t)number(in);
    bench->state.state = (uint8_t)number(in);
    bench->state.model_id = number(in);
    bench->state.model_version = number(in);
    bench->state.reason = (uint8_t)number(in);
    bench->state.fragments_held = number(in);
    bench->states++;
}

static void read_missing(struct update_bench *bench, struct mw_cbor_in *in) {
    CHECK_EQUAL(4, mw_cbor_expect(in, MW_CBOR_MAP, UINT64_MAX));
    number(in);
    bench->missing_count = number(in);
    bench->missing_first = number(in);
    mw_cbor_expect(in, MW_CBOR_UNSIGNED, 3);
    uint32_t length = (uint32_t)mw_cbor_expect(in, MW_CBOR_BYTES, UINT64_MAX);
    CHECK(!in->broken && length >= 1 && length <= sizeof bench->missing_bitmap);
    memset(bench->missing_bitmap, 0, sizeof bench->missing_bitmap);
    memcpy(bench->missing_bitmap, in->bytes + in->at, length);
    bench->missing_frames++;
}

static void read_frames(struct update_bench *bench) {
    const uint8_t *frame = NULL;
    uint32_t length = mw_node_next_frame(bench->node, bench->now, &frame);
    for (; length > 0; length = mw_node_next_frame(bench->node, bench->now, &frame)) {
        struct mw_cbor_in in = {frame, length, 0, false};
        mw_cbor_expect(&in, MW_CBOR_MAP, 8);
        number(&in);
        number(&in);
        uint32_t boot = number(&in);
        uint32_t sequence = number(&in);
        number(&in);
        uint32_t kind = number(&in);
        mw_cbor_expect(&in, MW_CBOR_UNSIGNED, 6);
        if (kind == MW_FRAME_UPDATE_STATE) {
            read_state(bench, &in);
        } else if (kind == MW_FRAME_MISSING) {
            read_missing(bench, &in);
        }
        mw_node_delivered(bench->node, boot, sequence);
    }
}

int bench_start(struct update_bench *bench, bool after_fault) {
    struct mw_node_configuration chosen = node_configuration(++bench->boot);
    bench->node = NULL;
    memset(bench->memory, 0xA5, sizeof bench->memory);
    int result = mw_update_open(&bench->update, &bench->flash.port, &bench->configuration, bench->crypto);
    if (result == MW_OK) {
        result = mw_node_start_updatable(&bench->node, bench->memory, sizeof bench->memory, &chosen, &bench->update,
                                         after_fault);
    }
    return result;
}

void bench_windows(struct update_bench *bench, int windows, int32_t amplitude) {
    for (int window = 0; window < windows; window++) {
        int16_t samples[BENCH_WINDOW];
        for (int i = 0; i < BENCH_WINDOW; i++) {
            bench->noise = bench->noise * 1664525U + 1013904223U;
            samples[i] = (int16_t)((int32_t)(bench->noise >> 16 & 0xFFFF) * 2 * amplitude / 65536 - amplitude);
        }
        bench->now += 100;
        CHECK_EQUAL(MW_OK, mw_node_samples(bench->node, samples, BENCH_WINDOW, bench->now));
        read_frames(bench);
    }
}

static struct mw_cbor down_begin(struct update_bench *bench, uint8_t *bytes, uint8_t kind) {
    struct mw_frame_head head = {BENCH_NODE, SERVER_BOOT, bench->server_sequence++, bench->now, kind};
    struct mw_cbor out = {bytes, LARGEST_MESSAGE, 0, false};
    mw_frame_begin(&out, &head);
    return out;
}

static int down_send(struct update_bench *bench, struct mw_cbor *out) {
    int32_t length = mw_frame_seal(out, bench->node->configuration.key, &mw_host_crypto);
    int result = mw_node_receive(bench->node, out->bytes, (size_t)length, bench->now);
    read_frames(bench);
    return result;
}

int bench_offer(struct update_bench *bench, uint32_t update_id, const struct signed_bundle *bundle, uint32_t fragment_bytes,
                uint32_t healthy_windows) {
    uint8_t bytes[LARGEST_MESSAGE];
    struct mw_cbor out = down_begin(bench, bytes, MW_FRAME_OFFER);
    mw_cbor_map(&out, 7);
    mw_cbor_pair(&out, 0, update_id);
    mw_cbor_pair(&out, 1, 77);
    mw_cbor_pair(&out, 2, bundle->bytes[28]);
    mw_cbor_pair(&out, 3, bundle->length);
    mw_cbor_unsigned(&out, 4);
    mw_cbor_bytes(&out, bundle->digest, MW_DIGEST_LENGTH);
    mw_cbor_pair(&out, 5, fragment_bytes);
    mw_cbor_pair(&out, 6, healthy_windows);
    return down_send(bench, &out);
}

int bench_command(struct update_bench *bench, uint32_t command) {
    uint8_t bytes[LARGEST_MESSAGE];
    struct mw_cbor out = down_begin(bench, bytes, MW_FRAME_COMMAND);
    mw_cbor_map(&out, 2);
    mw_cbor_pair(&out, 0, command);
    mw_cbor_pair(&out, 1, 0);
    return down_send(bench, &out);
}

uint32_t bench_fragments(const struct signed_bundle *bundle, uint32_t fragment_bytes) {
    return (bundle->length + fragment_bytes - 1) / fragment_bytes;
}

int bench_fragment(struct update_bench *bench, uint32_t update_id, const struct signed_bundle *bundle,
                   uint32_t fragment_bytes, uint32_t index) {
    uint8_t covered[LARGEST_MESSAGE];
    uint8_t message[LARGEST_MESSAGE];
    uint8_t mac[MW_DIGEST_LENGTH];
    memcpy(covered, "mw fragment", 11);
    for (uint32_t i = 0; i < 4; i++) {
        covered[11 + i] = (uint8_t)(update_id >> (8 * i));
    }
    memcpy(covered + 15, bundle->digest, MW_DIGEST_LENGTH);
    covered[47] = (uint8_t)index;
    covered[48] = (uint8_t)(index >> 8);
    memset(covered + 49, 0xFF, fragment_bytes);
    uint32_t start = index * fragment_bytes;
    if (start < bundle->length) {
        uint32_t left = bundle->length - start;
        memcpy(covered + 49, bundle->bytes + start, left < fragment_bytes ? left : fragment_bytes);
    }
    mw_host_crypto.hmac_sha256(bench->node->configuration.key, covered, 49 + fragment_bytes, mac);
    message[0] = 1;
    memcpy(message + 1, covered + 47, 2 + fragment_bytes);
    memcpy(message + 3 + fragment_bytes, mac, MW_MAC_LENGTH);
    int result = mw_node_receive(bench->node, message, 11 + fragment_bytes, bench->now);
    read_frames(bench);
    return result;
}

void bench_transfer(struct update_bench *bench, uint32_t update_id, const struct signed_bundle *bundle,
                    uint32_t fragment_bytes, uint32_t healthy_windows, int turns) {
    for (int turn = 0; turn < turns && !bench->flash.off; turn++) {
        bench->missing_frames = 0;
        bench_offer(bench, update_id, bundle, fragment_bytes, healthy_windows);
        if (bench->missing_frames == 0) {
            return;
        }
        for (uint32_t bit = 0; bit < 8 * MW_MISSING_BITMAP_BYTES && !bench->flash.off; bit++) {
            if (((uint32_t)bench->missing_bitmap[bit / 8] >> (bit % 8) & 1U) != 0) {
                bench_fragment(bench, update_id, bundle, fragment_bytes, bench->missing_first + bit);
            }
        }
    }
}

bool bench_runs(const struct update_bench *bench, const struct signed_bundle *bundle) {
    return bench->node != NULL && bench->node->bundle.file.length == bundle->length &&
           memcmp(bench->node->bundle.file.bytes, bundle->bytes, bundle->length) == 0;
}
