/* A node on simulated flash, and the server it talks to: what the tests of updates share. */
#ifndef MILLIWATT_TESTS_UPDATE_BENCH_H
#define MILLIWATT_TESTS_UPDATE_BENCH_H

#include "../../port/host/simulated_flash.h"
#include "milliwatt/node.h"
#include "milliwatt/update.h"
#include "signed_bundle.h"

#include <stdbool.h>

#define BENCH_NODE 4711U
#define BENCH_FLASH 49152U
#define BENCH_WINDOW 100
#define BENCH_START 1793000000000ULL

struct update_bench {
    _Alignas(8) uint8_t bytes[BENCH_FLASH];
    _Alignas(8) uint8_t memory[24576];
    struct mw_simulated_flash flash;
    struct mw_update_configuration configuration;
    struct mw_update update;
    struct mw_node *node; /* NULL while the start failed */
    const struct mw_crypto *crypto;
    uint64_t now;
    uint32_t boot;
    uint32_t server_sequence;
    uint32_t noise;
    /* The newest frame of each kind that the node sent. */
    struct mw_update_report state;
    uint32_t states;
    uint32_t missing_first;
    uint32_t missing_count;
    uint8_t missing_bitmap[MW_MISSING_BITMAP_BYTES];
    uint32_t missing_frames;
};

/* How the flash is cut up: two slots. */
struct bench_flash {
    uint32_t page_bytes;
    uint32_t word_bytes;
    uint32_t trailer_pages;
    uint32_t data_pages;
};

/* 1 kB pages of 8-byte words; two trailer pages and four data pages a slot. */
extern const struct bench_flash bench_small_pages;

/* Blank flash, a factory bundle, the keys of signers 1 (key id 1) and 2 (key id 2). */
void bench_open(struct update_bench *bench, const struct bench_flash *flash, const struct signed_bundle *factory);

/* A start, and the frames it makes. Returns mw_node_start_updatable's result. */
int bench_start(struct update_bench *bench, bool after_fault);

/* So many windows of noise of this amplitude; reads the frames that come of it. */
void bench_windows(struct update_bench *bench, int windows, int32_t amplitude);

/* The server's side. Each returns mw_node_receive's result. */
int bench_offer(struct update_bench *bench, uint32_t update_id, const struct signed_bundle *bundle, uint32_t fragment_bytes,
                uint32_t healthy_windows);
int bench_fragment(struct update_bench *bench, uint32_t update_id, const struct signed_bundle *bundle,
                   uint32_t fragment_bytes, uint32_t index);
int bench_command(struct update_bench *bench, uint32_t command);

uint32_t bench_fragments(const struct signed_bundle *bundle, uint32_t fragment_bytes);

/* Offers and sends what is missing until the node says something else than "receiving"; at most `turns` offers. */
void bench_transfer(struct update_bench *bench, uint32_t update_id, const struct signed_bundle *bundle,
                    uint32_t fragment_bytes, uint32_t healthy_windows, int turns);

/* Whether the node runs exactly this bundle. */
bool bench_runs(const struct update_bench *bench, const struct signed_bundle *bundle);

#endif
