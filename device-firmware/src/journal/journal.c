/*
 * The ring. Between calls the page after the head is blank. The next page is begun in this order: its header, with the loss
 * counted that follows; copies of the events that stay from the oldest page; the mark that it is begun; the oldest page erased,
 * which is the blank one then. A cut before the mark leaves the oldest page whole, and the page being begun is erased again; a
 * cut after it leaves nothing to do but that erasing.
 */
#include "milliwatt/journal.h"

#include "../flash/flash_words.h"
#include "milliwatt/error.h"
#include "pages.h"

#include <string.h>

static uint32_t after(const struct mw_journal *journal, uint32_t page) { return (page + 1) % journal->pages; }

/* Events that move take at most half of a fresh page, so that any frame fits behind them. */
static uint32_t half_page(const struct mw_journal *journal) {
    return (journal->flash->page_bytes - MW_JOURNAL_PAGE_HEADER) / 2;
}

uint32_t mw_journal_largest(const struct mw_journal *journal) {
    uint32_t room = half_page(journal) - MW_JOURNAL_ENTRY_HEADER - 2 * journal->flash->word_bytes;
    return room > UINT16_MAX ? UINT16_MAX : room;
}

/* A page in use has the generation that its place behind the head says; anything else is a leftover. */
static bool in_use(const struct mw_journal *journal, uint32_t page) {
    struct mw_journal_page header;
    uint32_t behind = (journal->head + journal->pages - page) % journal->pages;
    return mw_journal_read_page(journal, page, &header) && header.generation == journal->generation - behind;
}

static bool is_event(const struct mw_journal_entry *entry) { return (entry->flags & MW_JOURNAL_EVENT) != 0; }

/* The next live entry of one page at or behind entry->offset, which begins at the page's header. */
static bool next_in_page(const struct mw_journal *journal, uint32_t page, uint32_t offset, struct mw_journal_entry *entry) {
    while (mw_journal_read_entry(journal, page, offset, entry)) {
        if (mw_journal_entry_live(journal, page, entry)) {
            return true;
        }
        offset += mw_journal_entry_bytes(journal, entry->length);
    }
    return false;
}

/* What erasing a page takes with it. */
struct loss {
    uint32_t frames;
    uint32_t keep_from; /* offset of the oldest event that moves; older ones are lost */
    bool onset;
};

static struct loss plan(const struct mw_journal *journal, uint32_t page) {
    struct loss loss = {0, 0, false};
    struct mw_journal_entry entry;
    uint32_t events = 0;
    uint32_t offset = MW_JOURNAL_PAGE_HEADER;
    if (!in_use(journal, page)) {
        return loss;
    }
    while (next_in_page(journal, page, offset, &entry)) {
        offset = entry.offset + mw_journal_entry_bytes(journal, entry.length);
        events += is_event(&entry) ? mw_journal_entry_bytes(journal, entry.length) : 0;
    }
    offset = MW_JOURNAL_PAGE_HEADER;
    loss.keep_from = journal->flash->page_bytes;
    while (next_in_page(journal, page, offset, &entry)) {
        offset = entry.offset + mw_journal_entry_bytes(journal, entry.length);
        if (!is_event(&entry)) {
            loss.frames++;
        } else if (events > half_page(journal)) {
            events -= mw_journal_entry_bytes(journal, entry.length);
            loss.frames++;
            loss.onset = loss.onset || (entry.flags & MW_JOURNAL_ONSET) != 0;
        } else if (entry.offset < loss.keep_from) {
            loss.keep_from = entry.offset;
        }
    }
    return loss;
}

static bool find_in_page(const struct mw_journal *journal, uint32_t page, uint32_t boot, uint32_t sequence,
                         struct mw_journal_entry *entry) {
    uint32_t offset = MW_JOURNAL_PAGE_HEADER;
    for (; mw_journal_read_entry(journal, page, offset, entry); offset += mw_journal_entry_bytes(journal, entry->length)) {
        if (entry->boot == boot && entry->sequence == sequence && mw_journal_entry_live(journal, page, entry)) {
            return true;
        }
    }
    return false;
}

static int write_at_head(struct mw_journal *journal, const struct mw_journal_entry *entry) {
    uint32_t offset = journal->used;
    journal->used += mw_journal_entry_bytes(journal, entry->length);
    int result = mw_journal_write_entry(journal, journal->head, offset, entry);
    if (result < 0) {
        journal->used = journal->flash->page_bytes; /* nothing may follow what is torn */
    }
    return result;
}

static int clear(struct mw_journal *journal, uint32_t page) {
    bool blank = mw_flash_blank(journal->flash, mw_journal_offset(journal, page), journal->flash->page_bytes);
    return blank ? MW_OK : mw_flash_clear_page(journal->flash, journal->first_page + page);
}

static int move_events(struct mw_journal *journal, uint32_t page, uint32_t offset) {
    struct mw_journal_entry entry;
    int result = MW_OK;
    while (result == MW_OK && next_in_page(journal, page, offset, &entry)) {
        offset = entry.offset + mw_journal_entry_bytes(journal, entry.length);
        result = is_event(&entry) ? write_at_head(journal, &entry) : MW_OK;
    }
    return result;
}

static int begin_next_page(struct mw_journal *journal) {
    uint32_t page = after(journal, journal->head);
    uint32_t oldest = after(journal, page);
    struct loss loss = plan(journal, oldest);
    const struct mw_journal_page header = {journal->generation + 1, journal->dropped + loss.frames,
                                           journal->onset_dropped || loss.onset};
    int result = clear(journal, page);
    result = result == MW_OK ? mw_journal_begin_page(journal, page, &header) : result;
    if (result < 0) {
        return result;
    }
    journal->head = page;
    journal->generation = header.generation;
    journal->used = MW_JOURNAL_PAGE_HEADER;
    journal->dropped = header.dropped;
    journal->onset_dropped = header.onset_dropped;
    journal->live -= loss.frames;
    if (loss.keep_from > 0) {
        result = move_events(journal, oldest, loss.keep_from);
    }
    result = result == MW_OK ? mw_journal_mark_begun(journal, page) : result;
    return result == MW_OK ? clear(journal, oldest) : result;
}

int mw_journal_append(struct mw_journal *journal, const uint8_t *frame, uint32_t length, uint32_t boot,
                      uint32_t sequence, uint32_t flags) {
    const struct mw_journal_entry entry = {frame, length, boot, sequence, flags, 0, 0};
    if (length == 0 || length > mw_journal_largest(journal)) {
        return MW_ERROR_MEMORY;
    }
    if (mw_journal_entry_bytes(journal, length) > journal->flash->page_bytes - journal->used) {
        int result = begin_next_page(journal);
        if (result < 0) {
            return result;
        }
    }
    int result = write_at_head(journal, &entry);
    journal->live += result == MW_OK ? 1U : 0U;
    return result;
}

bool mw_journal_next(const struct mw_journal *journal, struct mw_journal_entry *entry) {
    uint32_t offset = entry->frame == NULL ? MW_JOURNAL_PAGE_HEADER
                                           : entry->offset + mw_journal_entry_bytes(journal, entry->length);
    for (uint32_t behind = entry->page; behind < journal->pages; behind++) {
        uint32_t page = (journal->head + 1 + behind) % journal->pages;
        if (in_use(journal, page) && next_in_page(journal, page, offset, entry)) {
            entry->page = behind;
            return true;
        }
        offset = MW_JOURNAL_PAGE_HEADER;
    }
    return false;
}

bool mw_journal_find(const struct mw_journal *journal, uint32_t boot, uint32_t sequence, struct mw_journal_entry *entry) {
    for (uint32_t behind = 0; behind < journal->pages; behind++) {
        uint32_t page = (journal->head + 1 + behind) % journal->pages;
        if (in_use(journal, page) && find_in_page(journal, page, boot, sequence, entry)) {
            entry->page = behind;
            return true;
        }
    }
    return false;
}

static int done(struct mw_journal *journal, const struct mw_journal_entry *entry) {
    journal->live--;
    return mw_journal_write_done(journal, (journal->head + 1 + entry->page) % journal->pages, entry->offset);
}

int mw_journal_done(struct mw_journal *journal, uint32_t boot, uint32_t sequence) {
    struct mw_journal_entry entry;
    return mw_journal_find(journal, boot, sequence, &entry) ? done(journal, &entry) : MW_ERROR_NOT_FOUND;
}

int mw_journal_drop_oldest(struct mw_journal *journal) {
    struct mw_journal_entry entry = {0};
    struct mw_journal_entry chosen = {0};
    while (mw_journal_next(journal, &entry)) {
        if (chosen.frame == NULL || !is_event(&entry)) {
            chosen = entry;
        }
        if (!is_event(&entry)) {
            break;
        }
    }
    if (chosen.frame == NULL) {
        return MW_ERROR_NOT_FOUND;
    }
    journal->dropped++;
    journal->onset_dropped = journal->onset_dropped || (chosen.flags & MW_JOURNAL_ONSET) != 0;
    return done(journal, &chosen);
}

/* The newest page, or the place before the first page if there is none. */
static void find_head(struct mw_journal *journal) {
    struct mw_journal_page header;
    journal->head = journal->pages - 1;
    journal->generation = 0;
    for (uint32_t page = 0; page < journal->pages; page++) {
        if (mw_journal_read_page(journal, page, &header) && header.generation > journal->generation) {
            journal->head = page;
            journal->generation = header.generation;
            journal->dropped = header.dropped;
            journal->onset_dropped = header.onset_dropped;
        }
    }
}

static uint32_t bytes_used(const struct mw_journal *journal) {
    struct mw_journal_entry entry;
    uint32_t offset = MW_JOURNAL_PAGE_HEADER;
    bool whole = true;
    while (whole && mw_journal_read_entry(journal, journal->head, offset, &entry)) {
        uint32_t start = mw_journal_offset(journal, journal->head) + offset;
        bool marked = !mw_flash_blank(journal->flash, start + MW_JOURNAL_ENTRY_HEADER, journal->flash->word_bytes);
        whole = marked || mw_journal_entry_live(journal, journal->head, &entry);
        offset += mw_journal_entry_bytes(journal, entry.length);
    }
    uint32_t rest = journal->flash->page_bytes - offset;
    bool clean = whole && mw_flash_blank(journal->flash, mw_journal_offset(journal, journal->head) + offset, rest);
    return clean ? offset : journal->flash->page_bytes;
}

int mw_journal_open(struct mw_journal *journal, const struct mw_flash *flash, uint32_t first_page, uint32_t pages) {
    if (!mw_flash_geometry_holds(flash) || pages < MW_JOURNAL_MIN_PAGES || first_page > flash->pages ||
        pages > flash->pages - first_page) {
        return MW_ERROR_ARGUMENT;
    }
    memset(journal, 0, sizeof *journal);
    journal->flash = flash;
    journal->first_page = first_page;
    journal->pages = pages;
    find_head(journal);
    int result = MW_OK;
    /* More than one only where the flash held something else before. */
    for (uint32_t turn = 0; turn < pages && journal->generation > 0 && !mw_journal_begun(journal, journal->head); turn++) {
        result = mw_flash_clear_page(flash, first_page + journal->head);
        if (result < 0) {
            return result;
        }
        find_head(journal);
    }
    if (journal->generation == 0) {
        journal->dropped = 0;
        journal->onset_dropped = false;
        return begin_next_page(journal);
    }
    journal->used = bytes_used(journal);
    result = clear(journal, after(journal, journal->head));
    struct mw_journal_entry entry = {0};
    while (mw_journal_next(journal, &entry)) {
        journal->live++;
    }
    return result;
}
