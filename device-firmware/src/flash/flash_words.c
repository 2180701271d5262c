#include "flash_words.h"

#include "milliwatt/error.h"

#include <stddef.h>
#include <string.h>

static const uint8_t blank_word[MW_FLASH_LARGEST_WORD] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

bool mw_flash_geometry_holds(const struct mw_flash *flash) {
    return flash->memory != NULL && flash->erase != NULL && flash->program != NULL &&
           (flash->word_bytes == 4 || flash->word_bytes == 8) && flash->page_bytes >= 256 &&
           flash->page_bytes <= 65536 && flash->page_bytes % 64 == 0 && flash->pages > 0 &&
           flash->pages <= UINT32_MAX / flash->page_bytes;
}

bool mw_flash_blank(const struct mw_flash *flash, uint32_t offset, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        if (flash->memory[offset + i] != 0xFF) {
            return false;
        }
    }
    return true;
}

static bool word_blank(const struct mw_flash *flash, uint32_t offset) {
    return memcmp(flash->memory + offset, blank_word, flash->word_bytes) == 0;
}

static bool word_equal(const struct mw_flash *flash, uint32_t offset, const uint8_t *bytes) {
    return memcmp(flash->memory + offset, bytes, flash->word_bytes) == 0;
}

/* Words from `at` on that must be programmed in one go. */
static uint32_t run_length(const struct mw_flash *flash, uint32_t offset, const uint8_t *bytes, uint32_t length) {
    uint32_t run = 0;
    while (run < length && !word_equal(flash, offset + run, bytes + run)) {
        run += flash->word_bytes;
    }
    return run;
}

/* Work that failed has cost energy as well. */
static void count(const struct mw_flash *flash, uint32_t bytes, uint32_t pages) {
    if (flash->wear != NULL) {
        flash->wear->bytes_programmed += bytes;
        flash->wear->pages_erased += pages;
    }
}

int mw_flash_write(const struct mw_flash *flash, uint32_t offset, const uint8_t *bytes, uint32_t length) {
    for (uint32_t at = 0; at < length; at += flash->word_bytes) {
        if (!word_equal(flash, offset + at, bytes + at) && !word_blank(flash, offset + at)) {
            return MW_FLASH_STAINED;
        }
    }
    uint32_t at = 0;
    while (at < length) {
        uint32_t run = run_length(flash, offset + at, bytes + at, length - at);
        if (run == 0) {
            at += flash->word_bytes;
            continue;
        }
        count(flash, run, 0);
        if (flash->program(flash->context, offset + at, bytes + at, run) < 0) {
            return MW_ERROR_FLASH;
        }
        at += run;
    }
    return memcmp(flash->memory + offset, bytes, length) == 0 ? MW_OK : MW_ERROR_FLASH;
}

int mw_flash_zero_word(const struct mw_flash *flash, uint32_t offset) {
    static const uint8_t zeros[MW_FLASH_LARGEST_WORD] = {0};
    if (word_equal(flash, offset, zeros)) {
        return MW_OK;
    }
    count(flash, flash->word_bytes, 0);
    int result = flash->program(flash->context, offset, zeros, flash->word_bytes);
    return result >= 0 && word_equal(flash, offset, zeros) ? MW_OK : MW_ERROR_FLASH;
}

int mw_flash_clear_page(const struct mw_flash *flash, uint32_t page) {
    count(flash, 0, 1);
    if (flash->erase(flash->context, page) < 0) {
        return MW_ERROR_FLASH;
    }
    return mw_flash_blank(flash, page * flash->page_bytes, flash->page_bytes) ? MW_OK : MW_ERROR_FLASH;
}
