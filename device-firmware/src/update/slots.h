/* The inside of an update: where things lie in flash, and the trailer's marks. */
#ifndef MILLIWATT_UPDATE_SLOTS_H
#define MILLIWATT_UPDATE_SLOTS_H

#include "../flash/flash_words.h"
#include "milliwatt/update.h"

/*
 * A mark is one word of the trailer's log: u16 value, u16 its complement, repeated where words have 8 bytes. Programming
 * clears bits only, and every mark has as many ones as every other, so a torn mark never reads as another one.
 */
enum mw_mark {
    MW_MARK_FRAGMENT = 0x0000, /* + index: this fragment is in flash completely */
    MW_MARK_CLEARING = 0x8000, /* + page of the data: it is being erased; what it held is lost */
    MW_MARK_CLEARED = 0x9000,  /* + page: done */
    MW_MARK_ONSETS = 0xA000,   /* + onsets expected of the predecessor in the trial's windows */
    MW_MARK_SHARE = 0xB000,    /* + share of alarmed windows expected, 0 .. 256 */
    MW_MARK_STAGED = 0xC000,
    MW_MARK_STARTED = 0xD000,  /* one per start as trial */
    MW_MARK_CONFIRMED = 0xE000,
    MW_MARK_BAD = 0xF000       /* + reason */
};

#define MW_MARK_VALUE 0x0FFFU

/* Words that fragments leave to the states. */
#define MW_MARKS_FOR_STATES 16U

/* Words a trailer must have beyond one per fragment for an offer to be taken: states, and a few repairs. */
#define MW_MARKS_TO_SPARE 32U

uint32_t mw_slot_trailer(const struct mw_update *update, uint32_t slot); /* offset in flash */
uint32_t mw_slot_data(const struct mw_update *update, uint32_t slot);    /* offset in flash */
uint32_t mw_slot_data_bytes(const struct mw_update *update);
uint32_t mw_slot_marks(const struct mw_update *update); /* words of a log */

/* Whether the offer's bundle and its marks have room in a slot. */
bool mw_slot_fits(const struct mw_update *update, const struct mw_update_offer *offer);

/* Reads a slot's header and marks. */
void mw_slot_read(struct mw_update *update, uint32_t slot);

/* Appends a mark; `spare` words at the log's end stay free. Returns 0 or MW_ERROR_FLASH (also when the log is full). */
int mw_slot_mark(struct mw_update *update, uint32_t slot, uint32_t value, uint32_t spare);

/* Empties the slot and writes the header of a new update. Returns 0 or MW_ERROR_FLASH. */
int mw_slot_begin(struct mw_update *update, uint32_t slot, const struct mw_update_offer *offer, uint32_t generation,
                  uint32_t counter_floor);

/* Makes `slot` the receiving one and rebuilds the fragments held; erases again a page whose erasing was interrupted. */
int mw_fragments_read(struct mw_update *update, uint32_t slot);

/* Mark `index` of the log. Returns whether it is whole. */
bool mw_mark_read(const struct mw_update *update, uint32_t slot, uint32_t index, uint32_t *value);

/* SHA-256 of the data against the offer. Returns 0, MW_ERROR_CHECKSUM or MW_ERROR_CRYPTO. */
int mw_slot_digest(const struct mw_update *update, uint32_t slot);

/* The lowest anti-rollback counter that may come now. */
uint32_t mw_update_counter_floor(const struct mw_update *update);

#endif
