/*
 * Frames in flash until they are delivered: a ring of pages that survives restarts (contract/update.md, "Journal").
 *
 * Frames are appended; a delivered one is marked by programming one word. When the ring is full its oldest page is erased:
 * events in it that nobody has acknowledged move to the front, plain frames are dropped and counted. The count survives too.
 * A power cut at any moment loses at most the frame being appended, and doubles none.
 */
#ifndef MILLIWATT_JOURNAL_H
#define MILLIWATT_JOURNAL_H

#include "milliwatt/flash.h"

#include <stdbool.h>
#include <stdint.h>

#define MW_JOURNAL_MIN_PAGES 3U

enum mw_journal_flag {
    MW_JOURNAL_EVENT = 1,
    MW_JOURNAL_ONSET = 2 /* an event that begins something */
};

struct mw_journal {
    const struct mw_flash *flash;
    uint32_t first_page;
    uint32_t pages;
    uint32_t head;       /* page of the ring being filled, from 0 */
    uint32_t used;       /* bytes of it */
    uint32_t generation; /* of the head; each page begun has the next */
    uint32_t live;       /* frames held */
    uint32_t dropped;    /* frames that had to go undelivered, ever */
    bool onset_dropped;  /* one of them was an onset event */
};

/* A frame held; for walking, see mw_journal_next. */
struct mw_journal_entry {
    const uint8_t *frame; /* in flash */
    uint32_t length;
    uint32_t boot;
    uint32_t sequence;
    uint32_t flags; /* enum mw_journal_flag */
    uint32_t page;  /* pages behind the oldest */
    uint32_t offset;
};

/* Rebuilds the ring from these pages and finishes what a cut interrupted; pages that hold no journal are taken over.
 * Returns 0, MW_ERROR_ARGUMENT (geometry, fewer than 3 pages) or _FLASH. */
int mw_journal_open(struct mw_journal *journal, const struct mw_flash *flash, uint32_t first_page, uint32_t pages);

/* The longest frame that fits a page. */
uint32_t mw_journal_largest(const struct mw_journal *journal);

/* Returns 0, MW_ERROR_MEMORY for a frame that is empty or longer than the largest, or MW_ERROR_FLASH. */
int mw_journal_append(struct mw_journal *journal, const uint8_t *frame, uint32_t length, uint32_t boot,
                      uint32_t sequence, uint32_t flags);

/* The frames held, oldest first: begin with a zeroed entry. Returns false after the last. No frame may be added between. */
bool mw_journal_next(const struct mw_journal *journal, struct mw_journal_entry *entry);

bool mw_journal_find(const struct mw_journal *journal, uint32_t boot, uint32_t sequence, struct mw_journal_entry *entry);

/* The frame need not be held any longer. Returns 0, MW_ERROR_NOT_FOUND or MW_ERROR_FLASH. */
int mw_journal_done(struct mw_journal *journal, uint32_t boot, uint32_t sequence);

/* Gives up the oldest plain frame, or the oldest event if there is no other; counted. Returns MW_ERROR_NOT_FOUND when empty. */
int mw_journal_drop_oldest(struct mw_journal *journal);

#endif
