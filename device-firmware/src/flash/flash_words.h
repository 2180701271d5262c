/* Flash word by word, under the rule of milliwatt/flash.h: nothing is programmed twice unless to zero. */
#ifndef MILLIWATT_FLASH_FLASH_WORDS_H
#define MILLIWATT_FLASH_FLASH_WORDS_H

#include "milliwatt/flash.h"

#include <stdbool.h>

/* A word is neither blank nor already what it should be: its page must be erased first. */
#define MW_FLASH_STAINED 1

bool mw_flash_geometry_holds(const struct mw_flash *flash);

bool mw_flash_blank(const struct mw_flash *flash, uint32_t offset, uint32_t length);

/* Makes the words at `offset` equal to `bytes`: words that are equal already are left alone, blank ones are programmed.
 * Offset and length are multiples of the word. Returns 0, MW_FLASH_STAINED with nothing written, or MW_ERROR_FLASH. */
int mw_flash_write(const struct mw_flash *flash, uint32_t offset, const uint8_t *bytes, uint32_t length);

/* Zeroes one word whatever it holds. Returns 0 or MW_ERROR_FLASH. */
int mw_flash_zero_word(const struct mw_flash *flash, uint32_t offset);

/* Erases a page and looks that it is blank. Returns 0 or MW_ERROR_FLASH. */
int mw_flash_clear_page(const struct mw_flash *flash, uint32_t page);

#endif
