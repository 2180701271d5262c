/*
 * The energy ledger: what a node has done since its boot, as plain counters. They survive nothing: a status frame tells
 * them with its boot id, and whoever wants a total sums over boots (contract/frame.md, "Ledger").
 *
 * Counters say what happened, never what it cost: joules depend on the board and are worked out where its constants are
 * known (io.milliwatt.energy).
 */
#ifndef MILLIWATT_LEDGER_H
#define MILLIWATT_LEDGER_H

#include <stdint.h>

/* In the order of the status frame's array. New items are added at the end only. */
enum mw_ledger_item {
    MW_LEDGER_SAMPLES,          /* taken into the recipe */
    MW_LEDGER_WINDOWS,          /* computed */
    MW_LEDGER_JUDGED,           /* windows that the model scored */
    MW_LEDGER_FRAMES_BUILT,     /* each with its MAC */
    MW_LEDGER_FRAMES_SENT,      /* handed to the transport, repeats included */
    MW_LEDGER_BYTES_SENT,       /* of those frames */
    MW_LEDGER_BYTES_RECEIVED,   /* of every frame that came, refused ones included */
    MW_LEDGER_AWAKE_MILLIS,     /* sampling */
    MW_LEDGER_ASLEEP_MILLIS,    /* between bursts, and what mw_node_slept was told */
    MW_LEDGER_FLASH_PROGRAMMED, /* bytes */
    MW_LEDGER_FLASH_ERASED,     /* pages */
    MW_LEDGER_BURST_WINDOWS,    /* not a counter: the configured duty cycle, 0 for continuous sampling */
    MW_LEDGER_BURST_INTERVAL,   /* not a counter: seconds from one burst's begin to the next one's */
    MW_LEDGER_ITEMS
};

struct mw_ledger {
    uint64_t counts[MW_LEDGER_ITEMS];
};

struct mw_node;

/* Copies the counters as they stand. */
void mw_node_ledger(const struct mw_node *node, struct mw_ledger *ledger);

/* The port has programmed so many bytes and erased so many pages of flash on its own account. What the firmware does to the
 * flash of model slots and journal is counted without this, where that flash has a struct mw_flash_wear. */
void mw_node_flash_used(struct mw_node *node, uint32_t bytes_programmed, uint32_t pages_erased);

/* The processor slept for so long since the last call of mw_node_samples, between two slow samples or bursts. The node
 * counts the rest between bursts by itself, so that a port that only follows mw_node_sleep_millis need not call this. */
void mw_node_slept(struct mw_node *node, uint32_t millis);

#endif
