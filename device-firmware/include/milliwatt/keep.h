/*
 * A value that survives restarts and power cuts: two copies in flash, written in turns (contract/update.md, "Kept values"). For what
 * mw_node_snapshot writes, or anything else that is written seldom and as a whole.
 */
#ifndef MILLIWATT_KEEP_H
#define MILLIWATT_KEEP_H

#include "milliwatt/flash.h"

#include <stdint.h>

#define MW_KEEP_COPIES 2U

struct mw_keep {
    const struct mw_flash *flash;
    uint32_t first_page;
    uint32_t pages; /* of one copy */
    uint32_t generation; /* of the newest whole copy; 0: there is none */
};

/* Looks for the newest whole copy in 2 * `pages` pages. Returns 0 or MW_ERROR_ARGUMENT (geometry). */
int mw_keep_open(struct mw_keep *keep, const struct mw_flash *flash, uint32_t first_page, uint32_t pages);

/* The longest value. */
uint32_t mw_keep_largest(const struct mw_keep *keep);

/* The newest value. Returns its length with *bytes set into flash, or 0 where there is none. */
uint32_t mw_keep_read(const struct mw_keep *keep, const uint8_t **bytes);

/* Writes a value over the older copy; the newest stays until this one is whole. Returns 0, MW_ERROR_MEMORY for a value that is
 * empty or too long, or MW_ERROR_FLASH. */
int mw_keep_write(struct mw_keep *keep, const uint8_t *bytes, uint32_t length);

#endif
