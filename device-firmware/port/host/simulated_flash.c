#include "simulated_flash.h"

#include "milliwatt/error.h"

#include <string.h>

/* Numerical Recipes' generator; the upper bits are the better ones. */
static uint8_t random_byte(struct mw_simulated_flash *flash) {
    flash->random = flash->random * 1664525U + 1013904223U;
    return (uint8_t)(flash->random >> 24);
}

static bool all(const uint8_t *bytes, uint32_t length, uint8_t value) {
    for (uint32_t i = 0; i < length; i++) {
        if (bytes[i] != value) {
            return false;
        }
    }
    return true;
}

/* Counts an operation. Returns whether it has an effect; *torn whether only a part of it. */
static bool takes_place(struct mw_simulated_flash *flash, bool *torn) {
    bool cut = flash->operations == flash->cut_at;
    flash->operations++;
    *torn = cut && flash->cut == MW_CUT_TORN;
    flash->off = cut;
    return !cut || flash->cut != MW_CUT_BEFORE;
}

static int violation(struct mw_simulated_flash *flash) {
    flash->violations++;
    return MW_ERROR_FLASH;
}

/* An erase that was cut: anything at all, or some bits not yet erased, or the page erased up to a place or from there on. */
static void tear_page(struct mw_simulated_flash *flash, uint8_t *at) {
    uint32_t length = flash->port.page_bytes;
    uint32_t way = random_byte(flash) >> 6;
    uint32_t place = (uint32_t)random_byte(flash) * length / 256;
    for (uint32_t i = 0; i < length; i++) {
        uint8_t random = random_byte(flash);
        bool erased = (i < place) == (way == 2);
        at[i] = way == 0 ? random : way == 1 ? (uint8_t)(at[i] | random) : erased ? 0xFF : at[i];
    }
}

static int erase(void *context, uint32_t page) {
    struct mw_simulated_flash *flash = context;
    bool torn = false;
    if (flash->off) {
        return MW_ERROR_FLASH;
    }
    if (page >= flash->port.pages) {
        return violation(flash);
    }
    uint8_t *at = flash->bytes + page * flash->port.page_bytes;
    if (takes_place(flash, &torn)) {
        if (torn) {
            tear_page(flash, at);
        } else {
            memset(at, 0xFF, flash->port.page_bytes);
        }
    }
    return flash->off ? MW_ERROR_FLASH : MW_OK;
}

static int program_word(struct mw_simulated_flash *flash, uint8_t *at, const uint8_t *bytes) {
    uint32_t word = flash->port.word_bytes;
    bool torn = false;
    if (!all(at, word, 0xFF) && !all(bytes, word, 0)) {
        return violation(flash);
    }
    if (takes_place(flash, &torn)) {
        for (uint32_t i = 0; i < word; i++) {
            at[i] = torn ? (uint8_t)(at[i] & (bytes[i] | random_byte(flash))) : bytes[i];
        }
    }
    return flash->off ? MW_ERROR_FLASH : MW_OK;
}

static int program(void *context, uint32_t offset, const uint8_t *bytes, uint32_t length) {
    struct mw_simulated_flash *flash = context;
    uint32_t word = flash->port.word_bytes;
    uint32_t size = flash->port.pages * flash->port.page_bytes;
    if (flash->off) {
        return MW_ERROR_FLASH;
    }
    if (offset % word != 0 || length % word != 0 || offset > size || length > size - offset) {
        return violation(flash);
    }
    for (uint32_t at = 0; at < length; at += word) {
        int result = program_word(flash, flash->bytes + offset + at, bytes + at);
        if (result < 0) {
            return result;
        }
    }
    return MW_OK;
}

void mw_simulated_flash_open(struct mw_simulated_flash *flash, uint8_t *bytes, uint32_t page_bytes, uint32_t word_bytes,
                             uint32_t pages) {
    memset(flash, 0, sizeof *flash);
    flash->bytes = bytes;
    flash->port = (struct mw_flash){flash, bytes, page_bytes, word_bytes, pages, erase, program, &flash->wear};
    flash->random = 1;
    mw_simulated_flash_power_on(flash, MW_NO_CUT, MW_CUT_BEFORE);
}

void mw_simulated_flash_power_on(struct mw_simulated_flash *flash, uint32_t cut_at, enum mw_cut cut) {
    flash->off = false;
    flash->operations = 0;
    flash->cut_at = cut_at;
    flash->cut = cut;
}
