#include "store.h"

#include <stddef.h>
#include <string.h>

#define RECORD ((uint32_t)sizeof(struct mw_record))

static uint32_t record_size(uint32_t frame_length) { return RECORD + ((frame_length + 3U) & ~(uint32_t)3U); }

static struct mw_record *at(const struct mw_store *store, uint32_t offset) {
    return (struct mw_record *)(void *)(store->memory + offset);
}

static uint32_t offset_of(const struct mw_store *store, const struct mw_record *record) {
    return (uint32_t)((const uint8_t *)record - store->memory);
}

struct mw_record *mw_store_next(const struct mw_store *store, const struct mw_record *after) {
    uint32_t offset = after == NULL ? 0 : offset_of(store, after) + record_size(after->length);
    while (offset < store->used && (at(store, offset)->flags & MW_RECORD_GONE) != 0) {
        offset += record_size(at(store, offset)->length);
    }
    return offset < store->used ? at(store, offset) : NULL;
}

const uint8_t *mw_store_frame(const struct mw_record *record) { return (const uint8_t *)record + RECORD; }

bool mw_store_waits(const struct mw_store *store, uint32_t now_millis, uint32_t limit_millis) {
    bool waits = store->spilled;
    for (const struct mw_record *each = mw_store_next(store, NULL); !waits && each != NULL;
         each = mw_store_next(store, each)) {
        waits = (each->flags & MW_RECORD_DELIVERED) == 0 && mw_elapsed(now_millis, each->built_millis, limit_millis);
    }
    return waits;
}

struct mw_record *mw_store_find(const struct mw_store *store, uint32_t boot, uint32_t sequence) {
    struct mw_record *record = mw_store_next(store, NULL);
    while (record != NULL && (record->boot != boot || record->sequence != sequence)) {
        record = mw_store_next(store, record);
    }
    return record;
}

void mw_store_remove(struct mw_store *store, struct mw_record *record) {
    record->flags |= MW_RECORD_GONE;
    store->frames--;
    if (store->frames == 0) {
        store->used = 0;
    }
}

static void close_holes(struct mw_store *store) {
    uint32_t to = 0;
    uint32_t from = 0;
    while (from < store->used) {
        uint32_t size = record_size(at(store, from)->length);
        if ((at(store, from)->flags & MW_RECORD_GONE) == 0) {
            if (to != from) {
                memmove(store->memory + to, store->memory + from, size);
            }
            to += size;
        }
        from += size;
    }
    store->used = to;
}

static uint32_t held_bytes(const struct mw_store *store) {
    uint32_t held = 0;
    for (const struct mw_record *each = mw_store_next(store, NULL); each != NULL; each = mw_store_next(store, each)) {
        held += record_size(each->length);
    }
    return held;
}

static void drop(struct mw_store *store, struct mw_record *record) {
    uint32_t waiting = MW_RECORD_EVENT | MW_RECORD_ONSET;
    if ((record->flags & waiting) == waiting) {
        store->onset_dropped = true; /* also where flash keeps it: nobody here watches its ten seconds any more */
    }
    if ((record->flags & MW_RECORD_JOURNALED) != 0) {
        store->spilled = true;
    } else {
        store->dropped++;
    }
    mw_store_remove(store, record);
}

bool mw_store_drop_one(struct mw_store *store) {
    struct mw_record *delivered = NULL;
    for (struct mw_record *each = mw_store_next(store, NULL); each != NULL; each = mw_store_next(store, each)) {
        if ((each->flags & MW_RECORD_EVENT) == 0) {
            drop(store, each);
            return true;
        }
        if (delivered == NULL && (each->flags & MW_RECORD_DELIVERED) != 0) {
            delivered = each;
        }
    }
    struct mw_record *victim = delivered != NULL ? delivered : mw_store_next(store, NULL);
    if (victim != NULL) {
        drop(store, victim);
    }
    return victim != NULL;
}

void mw_store_drop_older(struct mw_store *store, uint32_t boot, uint32_t sequence, uint32_t span) {
    struct mw_record *next = NULL;
    for (struct mw_record *each = mw_store_next(store, NULL); each != NULL; each = next) {
        next = mw_store_next(store, each);
        if (each->boot == boot && sequence - each->sequence < span) {
            return;
        }
        if (each->boot == boot && (each->flags & MW_RECORD_EVENT) == 0) {
            drop(store, each);
        }
    }
}

bool mw_store_has_room(const struct mw_store *store, uint32_t frame_length) {
    return store->capacity >= RECORD && frame_length <= store->capacity - RECORD &&
           record_size(frame_length) <= store->capacity - held_bytes(store);
}

uint8_t *mw_store_reserve(struct mw_store *store, uint32_t frame_capacity) {
    if (store->capacity < RECORD || frame_capacity > store->capacity - RECORD ||
        record_size(frame_capacity) > store->capacity) {
        store->dropped++;
        return NULL;
    }
    uint32_t size = record_size(frame_capacity);
    if (store->capacity - store->used < size) {
        while (store->capacity - held_bytes(store) < size && mw_store_drop_one(store)) {
        }
        close_holes(store);
    }
    return store->memory + store->used + RECORD;
}

void mw_store_commit(struct mw_store *store, const struct mw_record *record) {
    *at(store, store->used) = *record;
    store->used += record_size(record->length);
    store->frames++;
}
