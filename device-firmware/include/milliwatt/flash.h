/*
 * Flash as a port gives it: pages that are erased to 0xFF as a whole, words that are programmed from 1 to 0.
 *
 * Held to the strictest common rule (STM32L4 and others with error correction): between two erases a word is programmed
 * once, and after that at most to all zeros. The firmware never asks for more. What the port owes:
 *  - `memory` shows the region as it is now, readable at any time, also a word that a power cut left half programmed;
 *    where the part traps on such a word, the port's handler returns.
 *  - `erase` and `program` return when the work is done: 0, or any negative number when it failed.
 *  - `program` takes an offset and a length that are multiples of word_bytes; `bytes` needs no alignment.
 */
#ifndef MILLIWATT_FLASH_H
#define MILLIWATT_FLASH_H

#include <stdint.h>

#define MW_FLASH_LARGEST_WORD 8U

/* What has been done to a flash; each wraps after 4 GB or 4 G pages, long after the part is worn out. */
struct mw_flash_wear {
    uint32_t bytes_programmed;
    uint32_t pages_erased;
};

struct mw_flash {
    void *context;
    const uint8_t *memory; /* of pages * page_bytes, aligned to 8 */
    uint32_t page_bytes;   /* a multiple of 64, 256 .. 65536 */
    uint32_t word_bytes;   /* 4 or 8 */
    uint32_t pages;
    int (*erase)(void *context, uint32_t page);
    int (*program)(void *context, uint32_t offset, const uint8_t *bytes, uint32_t length);
    struct mw_flash_wear *wear; /* counted here by the firmware, zeroed by the port at each start; NULL: not counted */
};

#endif
