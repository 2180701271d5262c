/* What the fuzzers of updates share: bundles, a node on simulated flash, cryptography that costs little. */
#ifndef MILLIWATT_FUZZ_UPDATE_NODE_H
#define MILLIWATT_FUZZ_UPDATE_NODE_H

#include "../port/host/simulated_flash.h"
#include "../src/model/bytes.h"
#include "../src/model/kinds.h"
#include "../src/node/state.h"
#include "milliwatt/error.h"
#include "milliwatt/node.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE 512U
#define TRAILER_PAGES 1U
#define DATA_PAGES 2U
#define JOURNAL_PAGE 6U
#define JOURNAL_PAGES 4U
#define FLASH_PAGES (JOURNAL_PAGE + JOURNAL_PAGES)
#define BUNDLES 4U
#define WINDOW 100

struct bundle {
    uint8_t bytes[1024];
    uint32_t length;
    uint8_t digest[MW_DIGEST_LENGTH];
};

/* 0 the factory's, 1 and 2 good ones with key ids 1 and 2, 3 with a wrong signature. */
static struct bundle bundles[BUNDLES];
static _Alignas(8) uint8_t flash_bytes[FLASH_PAGES * PAGE];
static _Alignas(8) uint8_t memory[1 << 15];
static struct mw_simulated_flash flash;
static struct mw_update update;
static struct mw_journal journal;
static struct mw_node *node;
static uint64_t now;
static uint32_t boot;

static int sha256(const uint8_t *data, size_t length, uint8_t digest[MW_DIGEST_LENGTH]) {
    return mw_host_crypto.sha256(data, length, digest);
}

static int zeros(const uint8_t key[MW_KEY_LENGTH], const uint8_t *data, size_t length, uint8_t mac[MW_DIGEST_LENGTH]) {
    (void)key;
    (void)data;
    (void)length;
    memset(mac, 0, MW_DIGEST_LENGTH);
    return MW_OK;
}

/* A signature is the digest with the key's first byte added: nothing that a fuzzer comes across. */
static int verify(const uint8_t public_key[MW_PUBLIC_KEY_LENGTH], const uint8_t digest[MW_DIGEST_LENGTH],
                  const uint8_t *signature, size_t length) {
    for (size_t i = 0; i < MW_DIGEST_LENGTH; i++) {
        if (length != MW_DIGEST_LENGTH || signature[i] != (uint8_t)(digest[i] + public_key[0])) {
            return MW_ERROR_SIGNATURE;
        }
    }
    return MW_OK;
}

static const struct mw_crypto crypto = {sha256, zeros, verify};

static void put_record(struct bundle *bundle, uint32_t type, uint32_t length) {
    mw_put_u16(bundle->bytes + bundle->length, type);
    mw_put_u16(bundle->bytes + bundle->length + 2, length);
    bundle->length += 4;
}

static void make_bundle(struct bundle *bundle, const uint8_t *golden, uint32_t length, uint32_t number) {
    memcpy(bundle->bytes, golden, length);
    bundle->length = length;
    mw_put_u32(bundle->bytes + 28, number + 1);
    put_record(bundle, 1, 4);
    mw_put_u32(bundle->bytes + bundle->length, number < 3 ? number : 3);
    bundle->length += 4;
    put_record(bundle, 2, 4);
    mw_put_u32(bundle->bytes + bundle->length, number == 2 ? 2 : 1);
    bundle->length += 4;
    uint32_t signed_length = bundle->length;
    mw_put_u32(bundle->bytes + 36, signed_length + 4 + MW_DIGEST_LENGTH);
    mw_put_u32(bundle->bytes + 60, mw_crc32(mw_crc32(0, bundle->bytes, 60), bundle->bytes + 64, mw_u32(bundle->bytes + 52)));
    put_record(bundle, 16, MW_DIGEST_LENGTH);
    sha256(bundle->bytes, signed_length, bundle->bytes + bundle->length);
    for (uint32_t i = 0; i < MW_DIGEST_LENGTH; i++) {
        uint8_t *at = bundle->bytes + bundle->length + i;
        *at = (uint8_t)(*at + (number == 2 ? 2 : number == 3 ? 9 : 1));
    }
    bundle->length += MW_DIGEST_LENGTH;
    sha256(bundle->bytes, bundle->length, bundle->digest);
}

static void make_bundles(void) {
    uint8_t golden[900];
    FILE *file = fopen("contract/vectors/bundle-race-lines-1.0.mwm", "rb");
    if (file == NULL) {
        abort();
    }
    uint32_t length = (uint32_t)fread(golden, 1, sizeof golden, file);
    fclose(file);
    for (uint32_t i = 0; i < BUNDLES; i++) {
        make_bundle(&bundles[i], golden, length, i);
    }
}

/* A start with good power must end in a node that runs a bundle which somebody signed. */
static void start(bool after_fault) {
    struct mw_update_configuration chosen;
    struct mw_node_configuration configuration;
    memset(&chosen, 0, sizeof chosen);
    chosen.trailer_pages = TRAILER_PAGES;
    chosen.data_pages = DATA_PAGES;
    chosen.keys = 2;
    chosen.factory = bundles[0].bytes;
    chosen.factory_length = bundles[0].length;
    for (uint32_t key = 0; key < 2; key++) {
        chosen.key[key].key_id = key + 1;
        chosen.key[key].point[0] = (uint8_t)(key + 1);
    }
    memset(&configuration, 0, sizeof configuration);
    configuration.node_id = 4711;
    configuration.boot_id = ++boot;
    configuration.sensor.nano_units_per_count = 1000000;
    configuration.shaft_speed_millihertz = 25000;
    configuration.hardware_class = 1;
    configuration.ring_bytes = 1024;
    configuration.feature_interval_windows = 1;
    configuration.capture_blocks = 1;
    configuration.capture_block_samples = 16;
    configuration.domain = MW_DOMAIN_VIBRATION;
    configuration.unit = 2;
    node = NULL;
    int result = mw_update_open(&update, &flash.port, &chosen, &crypto);
    if (result == MW_OK) {
        result = mw_node_start_updatable(&node, memory, sizeof memory, &configuration, &update, after_fault);
    }
    if (result != MW_OK) {
        abort();
    }
    bool known = false;
    for (uint32_t i = 0; i < 3; i++) {
        known = known || (node->bundle.file.length == bundles[i].length &&
                          memcmp(node->bundle.file.bytes, bundles[i].bytes, bundles[i].length) == 0);
    }
    if (!known) {
        abort();
    }
    if (mw_journal_open(&journal, &flash.port, JOURNAL_PAGE, JOURNAL_PAGES) == MW_OK) {
        mw_node_attach_journal(node, &journal);
    }
}

static void window(uint32_t amplitude) {
    int16_t samples[WINDOW];
    const uint8_t *frame = NULL;
    for (uint32_t i = 0; i < WINDOW; i++) {
        samples[i] = (int16_t)(((i + boot) * 2654435761U >> 16) % (2 * amplitude + 1) - amplitude);
    }
    now += 100;
    mw_node_samples(node, samples, WINDOW, now);
    for (int i = 0; i < 8 && mw_node_next_frame(node, now, &frame) > 0; i++) {
    }
}

#endif
