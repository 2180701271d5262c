/*
 * Flash on the host, over a caller's bytes, with the rules of a real one: pages erased to 0xFF, bits programmed from 1 to 0
 * only, a word programmed once between two erases and after that at most to zeros. Breaking a rule fails and is counted.
 *
 * Power can be cut at any operation; an operation is one word programmed or one page erased. From the cut on nothing works
 * until mw_simulated_flash_power_on.
 */
#ifndef MILLIWATT_HOST_SIMULATED_FLASH_H
#define MILLIWATT_HOST_SIMULATED_FLASH_H

#include "milliwatt/flash.h"

#include <stdbool.h>

#define MW_NO_CUT UINT32_MAX

enum mw_cut {
    MW_CUT_BEFORE, /* the operation has no effect */
    MW_CUT_TORN,   /* some bits of the word are programmed; the erased page holds anything */
    MW_CUT_AFTER   /* the operation is done, and its caller never learns it */
};

struct mw_simulated_flash {
    struct mw_flash port;
    struct mw_flash_wear wear; /* since it was opened */
    uint8_t *bytes;
    uint32_t operations; /* since mw_simulated_flash_power_on */
    uint32_t cut_at;     /* the operation, from 0, that power fails in; MW_NO_CUT */
    enum mw_cut cut;
    uint32_t random; /* state of the generator for torn contents */
    uint32_t violations;
    bool off;
};

/* `bytes` holds pages * page_bytes, aligned to 8, and keeps what it holds: a file's bytes are a flash that was used before. */
void mw_simulated_flash_open(struct mw_simulated_flash *flash, uint8_t *bytes, uint32_t page_bytes, uint32_t word_bytes,
                             uint32_t pages);

/* Power is back, and will be cut at this operation. */
void mw_simulated_flash_power_on(struct mw_simulated_flash *flash, uint32_t cut_at, enum mw_cut cut);

#endif
