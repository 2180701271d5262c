/*
 * Frames that are not yet delivered, oldest first, in one flat piece of caller-owned memory. Removed frames leave holes;
 * when a new frame does not fit at the end, the holes are closed, and if that is not enough, frames are dropped: the
 * oldest that is not an event, then the oldest delivered event, then the oldest event.
 */
#ifndef MILLIWATT_NODE_STORE_H
#define MILLIWATT_NODE_STORE_H

#include <stdbool.h>
#include <stdint.h>

enum mw_record_flag {
    MW_RECORD_GONE = 1,
    MW_RECORD_EVENT = 2,
    MW_RECORD_ONSET = 4,
    MW_RECORD_SENT = 8,       /* handed out since the last connection loss */
    MW_RECORD_DELIVERED = 16, /* an event that waits only for its acknowledgement */
    MW_RECORD_OVERDUE = 32,   /* waited too long once; stays set so that a wrapping clock cannot hide it */
    MW_RECORD_JOURNALED = 64  /* in flash as well: the store may give it up, and it is no drop */
};

/* Before each frame; 4-byte aligned. Times are the low 32 bits of milliseconds: compare with mw_elapsed. */
struct mw_record {
    uint32_t length; /* of the frame, without padding */
    uint32_t boot;
    uint32_t sequence;
    uint32_t built_millis;
    uint32_t sent_millis;
    uint32_t flags;
};

struct mw_store {
    uint8_t *memory; /* aligned to 4 */
    uint32_t capacity;
    uint32_t used;
    uint32_t frames;
    uint32_t dropped;
    bool onset_dropped; /* an onset event was lost to a full store */
    bool spilled;       /* frames are in flash that are not here */
};

/* Whether `limit` milliseconds have passed since `then`; false when the clock went backwards. `limit` is below 2^31. */
static inline bool mw_elapsed(uint32_t now_millis, uint32_t then_millis, uint32_t limit) {
    uint32_t passed = now_millis - then_millis;
    return passed >= limit && passed < 0x80000000U;
}

/* Room for a frame of at most `frame_capacity` bytes, dropping others if it must; NULL, counted as a drop, if it can never
 * fit. Valid until the next call of any mw_store function. */
uint8_t *mw_store_reserve(struct mw_store *store, uint32_t frame_capacity);

/* Whether a frame of this length can be added without dropping another. */
bool mw_store_has_room(const struct mw_store *store, uint32_t frame_length);

/* Keeps the frame written into the room just reserved; `record->length` is at most the capacity reserved. */
void mw_store_commit(struct mw_store *store, const struct mw_record *record);

/* Walks over the frames held: give NULL for the first; NULL after the last. Holes are passed over. */
struct mw_record *mw_store_next(const struct mw_store *store, const struct mw_record *after);

const uint8_t *mw_store_frame(const struct mw_record *record);

/* Whether a frame has not been delivered for so long, or lies in flash for want of room here: the link is away. */
bool mw_store_waits(const struct mw_store *store, uint32_t now_millis, uint32_t limit_millis);

/* The frame of this boot and sequence, or NULL. */
struct mw_record *mw_store_find(const struct mw_store *store, uint32_t boot, uint32_t sequence);

void mw_store_remove(struct mw_store *store, struct mw_record *record);

/* Drops one frame by the rule above and counts it. Returns false when there is none. */
bool mw_store_drop_one(struct mw_store *store);

/* Drops frames, events excepted, of `boot` whose sequence is `span` or more below `sequence`. */
void mw_store_drop_older(struct mw_store *store, uint32_t boot, uint32_t sequence, uint32_t span);

#endif
