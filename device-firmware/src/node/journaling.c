/*
 * With a journal, every frame is in flash from its building on, and the store in RAM is the part of them that is at hand: what
 * the store has no room for stays in flash and comes back when there is room. Only the journal drops frames then, and frames
 * too long for it, which are in RAM only.
 */
#include "journaling.h"

#include "milliwatt/error.h"
#include "state.h"

#include <string.h>

static uint32_t journal_flags(uint32_t flags) {
    return ((flags & MW_RECORD_EVENT) != 0 ? (uint32_t)MW_JOURNAL_EVENT : 0U) |
           ((flags & MW_RECORD_ONSET) != 0 ? (uint32_t)MW_JOURNAL_ONSET : 0U);
}

static uint32_t record_flags(uint32_t flags) {
    return MW_RECORD_JOURNALED | ((flags & MW_JOURNAL_EVENT) != 0 ? (uint32_t)MW_RECORD_EVENT : 0U) |
           ((flags & MW_JOURNAL_ONSET) != 0 ? (uint32_t)MW_RECORD_ONSET : 0U);
}

void mw_journaling_add(struct mw_node *node, struct mw_record *record, const uint8_t *frame) {
    struct mw_journal *journal = node->journal;
    if (journal == NULL) {
        return;
    }
    int result = mw_journal_append(journal, frame, record->length, record->boot, record->sequence,
                                   journal_flags(record->flags));
    if (result == MW_OK) {
        record->flags |= MW_RECORD_JOURNALED;
    }
    while (journal->live > MW_MAX_FRAMES_HELD && mw_journal_drop_oldest(journal) == MW_OK) {
    }
}

void mw_journaling_removed(struct mw_node *node, uint32_t boot, uint32_t sequence, bool delivered) {
    struct mw_journal_entry entry;
    if (node->journal == NULL || !mw_journal_find(node->journal, boot, sequence, &entry)) {
        return;
    }
    if (!delivered || (entry.flags & MW_JOURNAL_EVENT) == 0) {
        mw_journal_done(node->journal, boot, sequence);
    }
}

/* Too old for the gateway's memory: it would refuse the frame as a replay. */
static bool too_old(const struct mw_node *node, const struct mw_journal_entry *entry) {
    return entry->boot == node->configuration.boot_id && (entry->flags & MW_JOURNAL_EVENT) == 0 &&
           node->next_sequence - entry->sequence >= MW_MAX_FRAMES_HELD;
}

static bool bring(struct mw_node *node, const struct mw_journal_entry *entry) {
    if (!mw_store_has_room(&node->store, entry->length)) {
        node->store.spilled = true;
        return false;
    }
    uint8_t *room = mw_store_reserve(&node->store, entry->length);
    struct mw_record record = {entry->length, entry->boot, entry->sequence, (uint32_t)node->now_millis, 0,
                               record_flags(entry->flags)};
    memcpy(room, entry->frame, entry->length);
    mw_store_commit(&node->store, &record);
    return true;
}

bool mw_journaling_refill(struct mw_node *node) {
    bool any = false;
    if (node->journal == NULL || !node->store.spilled) {
        return false;
    }
    node->store.spilled = false;
    for (uint32_t wanted = MW_JOURNAL_EVENT, turn = 0; turn < 2; turn++, wanted = 0) {
        struct mw_journal_entry entry = {0};
        bool room = true;
        while (room && mw_journal_next(node->journal, &entry)) {
            bool fits = (entry.flags & MW_JOURNAL_EVENT) == wanted;
            if (fits && too_old(node, &entry)) {
                mw_journal_drop_oldest(node->journal);
            } else if (fits && mw_store_find(&node->store, entry.boot, entry.sequence) == NULL) {
                room = bring(node, &entry);
                any = any || room;
            }
        }
    }
    return any;
}

int mw_node_attach_journal(struct mw_node *node, struct mw_journal *journal) {
    if (node->journal != NULL || node->running) {
        return MW_ERROR_ARGUMENT;
    }
    node->journal = journal;
    struct mw_journal_entry entry;
    for (struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        if (mw_journal_find(journal, each->boot, each->sequence, &entry)) {
            each->flags |= MW_RECORD_JOURNALED;
        } else {
            mw_journaling_add(node, each, mw_store_frame(each));
        }
    }
    node->store.spilled = true;
    mw_journaling_refill(node);
    return MW_OK;
}
