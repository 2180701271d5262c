/*
 * Restoring a snapshot, its checksum made to match, and running the node on what came of it. The recipe's state is zeroed:
 * it is protected by the MAC and not by checks. A snapshot that begins with 'L' goes to a node that learns its baseline
 * itself, and is made to be of its bundle.
 */
#include "../src/model/kinds.h"
#include "../src/node/state.h"
#include "milliwatt/error.h"
#include "milliwatt/node.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEMORY (1 << 15)
#define SNAPSHOT_HEAD 100U
#define BUNDLE_DIGEST_OFFSET 28U
#define TRAILER (4U + MW_DIGEST_LENGTH)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static _Alignas(8) uint8_t memory[MEMORY];
struct bundle_file {
    uint8_t bytes[4096];
    size_t length;
};

static struct bundle_file plain;
static struct bundle_file learning;

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

static const struct mw_crypto crypto = {sha256, zeros, NULL};

static void load(struct bundle_file *into, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        abort();
    }
    into->length = fread(into->bytes, 1, sizeof into->bytes, file);
    fclose(file);
}

static struct mw_node *started(const struct bundle_file *bundle) {
    struct mw_node_configuration configuration;
    struct mw_node *node = NULL;
    memset(&configuration, 0, sizeof configuration);
    configuration.node_id = 4711;
    configuration.boot_id = UINT32_MAX;
    configuration.sensor.nano_units_per_count = 1000;
    configuration.ring_bytes = 2048;
    configuration.feature_interval_windows = 1;
    configuration.capture_blocks = 1;
    configuration.domain = MW_DOMAIN_VIBRATION;
    configuration.unit = 2;
    configuration.unsigned_bundle_allowed = 1;
    if (mw_node_start(&node, memory, sizeof memory, &configuration, bundle->bytes, bundle->length, &crypto) != MW_OK) {
        abort();
    }
    return node;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static int16_t samples[200];
    if (plain.length == 0) {
        load(&plain, "contract/vectors/bundle-race-lines-1.0.mwm");
        load(&learning, "contract/vectors/bundle-kmeans-learning-1.0.mwm");
    }
    if (size < SNAPSHOT_HEAD + TRAILER || size > 1 << 16) {
        return 0;
    }
    bool learns = data[0] == 'L';
    struct mw_node *node = started(learns ? &learning : &plain);
    uint8_t *copy = malloc(size);
    memcpy(copy, data, size);
    memcpy(copy, "MWNS\1\0\0\0\x67\x12\0\0", 12);
    if (learns) {
        memcpy(copy + BUNDLE_DIGEST_OFFSET, node->bundle_digest, MW_BUNDLE_DIGEST_BYTES);
    }
    if (size - SNAPSHOT_HEAD - TRAILER >= node->recipe_state_length) {
        memset(copy + SNAPSHOT_HEAD, 0, node->recipe_state_length);
    }
    uint8_t *trailer = copy + size - TRAILER;
    uint32_t crc = mw_crc32(0, copy, (uint32_t)(trailer - copy));
    memset(trailer, 0, TRAILER);
    for (uint32_t i = 0; i < 4; i++) {
        trailer[i] = (uint8_t)(crc >> (8 * i));
    }
    int restored = mw_node_restore(node, copy, size);
    free(copy);
    if (restored == MW_OK) {
        const uint8_t *frame = NULL;
        for (int16_t i = 0; i < 200; i++) {
            samples[i] = (int16_t)(i * 331);
        }
        for (uint64_t second = 0; second < (learns ? 20U : 1U); second++) {
            mw_node_samples(node, samples, 200, 1793000000000ULL + 1000 * second);
        }
        for (int i = 0; i < 40 && mw_node_next_frame(node, 1793000000000ULL, &frame) > 0; i++) {
        }
    }
    return 0;
}
