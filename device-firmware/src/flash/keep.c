#include "milliwatt/keep.h"

#include "../model/bytes.h"
#include "../model/kinds.h"
#include "flash_words.h"
#include "milliwatt/error.h"

#include <string.h>

#define HEADER 16U
#define CHECKSUM_OFFSET 12U

static const uint8_t magic[4] = {'M', 'W', 'K', 'P'};

/* Copies take turns by the generation's lowest bit. */
static uint32_t copy_offset(const struct mw_keep *keep, uint32_t generation) {
    return (keep->first_page + (generation & 1U) * keep->pages) * keep->flash->page_bytes;
}

uint32_t mw_keep_largest(const struct mw_keep *keep) { return keep->pages * keep->flash->page_bytes - HEADER; }

static uint32_t checksum(const uint8_t *header, const uint8_t *bytes, uint32_t length) {
    return mw_crc32(mw_crc32(0, header, CHECKSUM_OFFSET), bytes, length);
}

static uint32_t generation_at(const struct mw_keep *keep, uint32_t copy) {
    const uint8_t *at = keep->flash->memory + copy_offset(keep, copy);
    uint32_t generation = mw_u32(at + 4);
    uint32_t length = mw_u32(at + 8);
    bool whole = memcmp(at, magic, sizeof magic) == 0 && (generation & 1U) == copy && length > 0 &&
                 length <= mw_keep_largest(keep) && checksum(at, at + HEADER, length) == mw_u32(at + CHECKSUM_OFFSET);
    return whole ? generation : 0;
}

int mw_keep_open(struct mw_keep *keep, const struct mw_flash *flash, uint32_t first_page, uint32_t pages) {
    if (!mw_flash_geometry_holds(flash) || pages < 1 || first_page > flash->pages ||
        pages > (flash->pages - first_page) / MW_KEEP_COPIES) {
        return MW_ERROR_ARGUMENT;
    }
    *keep = (struct mw_keep){flash, first_page, pages, 0};
    uint32_t even = generation_at(keep, 0);
    uint32_t odd = generation_at(keep, 1);
    keep->generation = even > odd ? even : odd;
    return MW_OK;
}

uint32_t mw_keep_read(const struct mw_keep *keep, const uint8_t **bytes) {
    if (keep->generation == 0) {
        return 0;
    }
    const uint8_t *at = keep->flash->memory + copy_offset(keep, keep->generation);
    *bytes = at + HEADER;
    return mw_u32(at + 8);
}

/* Whole words, and the last one filled up with FF. */
static int write_padded(const struct mw_flash *flash, uint32_t offset, const uint8_t *bytes, uint32_t length) {
    uint8_t last[MW_FLASH_LARGEST_WORD];
    uint32_t whole = length & ~(flash->word_bytes - 1);
    int result = mw_flash_write(flash, offset, bytes, whole);
    if (result == MW_OK && whole < length) {
        memset(last, 0xFF, sizeof last);
        memcpy(last, bytes + whole, length - whole);
        result = mw_flash_write(flash, offset + whole, last, flash->word_bytes);
    }
    return result;
}

int mw_keep_write(struct mw_keep *keep, const uint8_t *bytes, uint32_t length) {
    uint8_t header[HEADER];
    uint32_t generation = keep->generation + 1;
    uint32_t offset = copy_offset(keep, generation);
    if (length == 0 || length > mw_keep_largest(keep)) {
        return MW_ERROR_MEMORY;
    }
    memcpy(header, magic, sizeof magic);
    mw_put_u32(header + 4, generation);
    mw_put_u32(header + 8, length);
    mw_put_u32(header + CHECKSUM_OFFSET, checksum(header, bytes, length));
    int result = MW_OK;
    for (uint32_t page = 0; page < keep->pages && result == MW_OK; page++) {
        result = mw_flash_clear_page(keep->flash, offset / keep->flash->page_bytes + page);
    }
    /* The header last: without it there is no copy. */
    result = result == MW_OK ? write_padded(keep->flash, offset + HEADER, bytes, length) : result;
    result = result == MW_OK ? mw_flash_write(keep->flash, offset, header, HEADER) : result;
    if (result == MW_OK) {
        keep->generation = generation;
    }
    return result == MW_OK ? MW_OK : MW_ERROR_FLASH;
}
