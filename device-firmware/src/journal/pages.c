#include "pages.h"

#include "../flash/flash_words.h"
#include "../model/bytes.h"
#include "../model/kinds.h"
#include "milliwatt/error.h"

#include <string.h>

#define CHECKSUM_OFFSET 20U
#define BEGUN_OFFSET 24U
#define ENTRY_CHECKSUM_OFFSET 12U
#define FLAGS ((uint32_t)(MW_JOURNAL_EVENT | MW_JOURNAL_ONSET))

static const uint8_t magic[4] = {'M', 'W', 'J', 'P'};

uint32_t mw_journal_offset(const struct mw_journal *journal, uint32_t page) {
    return (journal->first_page + page) * journal->flash->page_bytes;
}

static uint32_t whole_words(const struct mw_journal *journal, uint32_t length) {
    return (length + journal->flash->word_bytes - 1) & ~(journal->flash->word_bytes - 1);
}

uint32_t mw_journal_entry_bytes(const struct mw_journal *journal, uint32_t length) {
    return MW_JOURNAL_ENTRY_HEADER + journal->flash->word_bytes + whole_words(journal, length);
}

bool mw_journal_read_page(const struct mw_journal *journal, uint32_t page, struct mw_journal_page *header) {
    const uint8_t *at = journal->flash->memory + mw_journal_offset(journal, page);
    header->generation = mw_u32(at + 4);
    header->dropped = mw_u32(at + 8);
    header->onset_dropped = at[12] != 0;
    return memcmp(at, magic, sizeof magic) == 0 && header->generation > 0 &&
           mw_crc32(0, at, CHECKSUM_OFFSET) == mw_u32(at + CHECKSUM_OFFSET);
}

int mw_journal_begin_page(const struct mw_journal *journal, uint32_t page, const struct mw_journal_page *header) {
    uint8_t bytes[BEGUN_OFFSET] = {0};
    memcpy(bytes, magic, sizeof magic);
    mw_put_u32(bytes + 4, header->generation);
    mw_put_u32(bytes + 8, header->dropped);
    bytes[12] = header->onset_dropped ? 1 : 0;
    mw_put_u32(bytes + CHECKSUM_OFFSET, mw_crc32(0, bytes, CHECKSUM_OFFSET));
    int result = mw_flash_write(journal->flash, mw_journal_offset(journal, page), bytes, sizeof bytes);
    return result == MW_OK ? MW_OK : MW_ERROR_FLASH;
}

int mw_journal_mark_begun(const struct mw_journal *journal, uint32_t page) {
    return mw_flash_zero_word(journal->flash, mw_journal_offset(journal, page) + BEGUN_OFFSET);
}

bool mw_journal_begun(const struct mw_journal *journal, uint32_t page) {
    uint32_t mark = mw_journal_offset(journal, page) + BEGUN_OFFSET;
    return !mw_flash_blank(journal->flash, mark, journal->flash->word_bytes);
}

bool mw_journal_read_entry(const struct mw_journal *journal, uint32_t page, uint32_t offset,
                           struct mw_journal_entry *entry) {
    uint32_t smallest = mw_journal_entry_bytes(journal, 1);
    uint32_t start = mw_journal_offset(journal, page) + offset;
    if (offset > journal->flash->page_bytes - smallest ||
        mw_flash_blank(journal->flash, start, journal->flash->word_bytes)) {
        return false;
    }
    const uint8_t *at = journal->flash->memory + start;
    entry->length = mw_u16(at);
    entry->flags = mw_u16(at + 2);
    entry->boot = mw_u32(at + 4);
    entry->sequence = mw_u32(at + 8);
    entry->offset = offset;
    entry->frame = at + MW_JOURNAL_ENTRY_HEADER + journal->flash->word_bytes;
    return entry->length > 0 && entry->length <= mw_journal_largest(journal) &&
           mw_journal_entry_bytes(journal, entry->length) <= journal->flash->page_bytes - offset;
}

bool mw_journal_entry_live(const struct mw_journal *journal, uint32_t page, const struct mw_journal_entry *entry) {
    uint32_t start = mw_journal_offset(journal, page) + entry->offset;
    const uint8_t *at = journal->flash->memory + start;
    if (!mw_flash_blank(journal->flash, start + MW_JOURNAL_ENTRY_HEADER, journal->flash->word_bytes)) {
        return false; /* also a torn mark: only what is done is ever marked */
    }
    uint32_t crc = mw_crc32(mw_crc32(0, at, ENTRY_CHECKSUM_OFFSET), entry->frame, entry->length);
    return crc == mw_u32(at + ENTRY_CHECKSUM_OFFSET) && (entry->flags & ~FLAGS) == 0;
}

int mw_journal_write_entry(const struct mw_journal *journal, uint32_t page, uint32_t offset,
                           const struct mw_journal_entry *entry) {
    uint8_t header[MW_JOURNAL_ENTRY_HEADER];
    uint8_t last[MW_FLASH_LARGEST_WORD];
    uint32_t word = journal->flash->word_bytes;
    uint32_t start = mw_journal_offset(journal, page) + offset;
    uint32_t data = start + MW_JOURNAL_ENTRY_HEADER + word;
    uint32_t whole = entry->length & ~(word - 1);
    mw_put_u32(header, entry->length | entry->flags << 16);
    mw_put_u32(header + 4, entry->boot);
    mw_put_u32(header + 8, entry->sequence);
    mw_put_u32(header + ENTRY_CHECKSUM_OFFSET,
               mw_crc32(mw_crc32(0, header, ENTRY_CHECKSUM_OFFSET), entry->frame, entry->length));
    int result = mw_flash_write(journal->flash, start, header, sizeof header);
    if (result == MW_OK && whole > 0) {
        result = mw_flash_write(journal->flash, data, entry->frame, whole);
    }
    if (result == MW_OK && whole < entry->length) {
        memset(last, 0xFF, sizeof last);
        memcpy(last, entry->frame + whole, entry->length - whole);
        result = mw_flash_write(journal->flash, data + whole, last, word);
    }
    return result == MW_OK ? MW_OK : MW_ERROR_FLASH;
}

int mw_journal_write_done(const struct mw_journal *journal, uint32_t page, uint32_t offset) {
    return mw_flash_zero_word(journal->flash, mw_journal_offset(journal, page) + offset + MW_JOURNAL_ENTRY_HEADER);
}
