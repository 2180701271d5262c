/* A page of the journal: a header, then entries up to the first blank word. Nothing follows an entry that a cut tore. */
#ifndef MILLIWATT_JOURNAL_PAGES_H
#define MILLIWATT_JOURNAL_PAGES_H

#include "milliwatt/journal.h"

#define MW_JOURNAL_PAGE_HEADER 32U /* with the mark that the page is begun completely */
#define MW_JOURNAL_ENTRY_HEADER 16U

struct mw_journal_page {
    uint32_t generation;
    uint32_t dropped;
    bool onset_dropped;
};

uint32_t mw_journal_offset(const struct mw_journal *journal, uint32_t page); /* in flash; `page` from 0 in the ring */

/* Bytes that a frame takes in a page. */
uint32_t mw_journal_entry_bytes(const struct mw_journal *journal, uint32_t length);

bool mw_journal_read_page(const struct mw_journal *journal, uint32_t page, struct mw_journal_page *header);

/* The header of a blank page; the mark comes once the page holds what it takes over from the oldest one. */
int mw_journal_begin_page(const struct mw_journal *journal, uint32_t page, const struct mw_journal_page *header);

int mw_journal_mark_begun(const struct mw_journal *journal, uint32_t page);
bool mw_journal_begun(const struct mw_journal *journal, uint32_t page);

/* What lies at `offset` of a page, without looking at the frame. Returns whether there is an entry's header at all. */
bool mw_journal_read_entry(const struct mw_journal *journal, uint32_t page, uint32_t offset,
                           struct mw_journal_entry *entry);

/* Whether the entry just read is whole and not yet done. */
bool mw_journal_entry_live(const struct mw_journal *journal, uint32_t page, const struct mw_journal_entry *entry);

int mw_journal_write_entry(const struct mw_journal *journal, uint32_t page, uint32_t offset,
                           const struct mw_journal_entry *entry);
int mw_journal_write_done(const struct mw_journal *journal, uint32_t page, uint32_t offset);

#endif
