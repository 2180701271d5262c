#include "../src/node/store.h"
#include "test.h"

#include <string.h>

#define CAPACITY 400U

static _Alignas(8) uint8_t memory[CAPACITY + 8];

static struct mw_store opened(uint32_t capacity) {
    struct mw_store store = {0};
    memset(memory, 0xEE, sizeof memory);
    store.memory = memory;
    store.capacity = capacity;
    return store;
}

static int add(struct mw_store *store, uint32_t sequence, uint32_t length, uint32_t flags) {
    uint8_t *room = mw_store_reserve(store, length);
    if (room == NULL) {
        return 0;
    }
    memset(room, (int)sequence, length);
    struct mw_record record = {length, 1, sequence, 0, 0, flags};
    mw_store_commit(store, &record);
    return 1;
}

static uint32_t first_sequence(const struct mw_store *store) {
    const struct mw_record *record = mw_store_next(store, NULL);
    return record == NULL ? 9999 : record->sequence;
}

TEST(a_full_store_drops_the_oldest) {
    struct mw_store store = opened(CAPACITY);
    for (uint32_t sequence = 0; sequence < 50; sequence++) {
        CHECK(add(&store, sequence, 41, 0));
        CHECK_EQUAL(sequence + 1, store.frames + store.dropped);
    }
    CHECK_EQUAL(CAPACITY / (24 + 44), store.frames);
    CHECK_EQUAL(50 - store.frames, first_sequence(&store));
    const struct mw_record *record = mw_store_find(&store, 1, 49);
    CHECK(record != NULL && mw_store_frame(record)[40] == 49);
    CHECK_EQUAL(0xEE, memory[CAPACITY]);
}

TEST(an_event_outlives_every_other_frame) {
    struct mw_store store = opened(CAPACITY);
    add(&store, 0, 40, MW_RECORD_EVENT | MW_RECORD_ONSET);
    for (uint32_t sequence = 1; sequence < 50; sequence++) {
        add(&store, sequence, 40, 0);
    }
    CHECK_EQUAL(0, first_sequence(&store));
    CHECK(!store.onset_dropped);
}

TEST(among_events_a_delivered_one_goes_first) {
    struct mw_store store = opened(3 * 64);
    add(&store, 0, 40, MW_RECORD_EVENT | MW_RECORD_ONSET);
    add(&store, 1, 40, MW_RECORD_EVENT | MW_RECORD_DELIVERED);
    add(&store, 2, 40, MW_RECORD_EVENT);
    add(&store, 3, 40, MW_RECORD_EVENT);
    CHECK(mw_store_find(&store, 1, 1) == NULL);
    CHECK(mw_store_find(&store, 1, 0) != NULL);
    CHECK(!store.onset_dropped);
    add(&store, 4, 40, MW_RECORD_EVENT);
    CHECK(mw_store_find(&store, 1, 0) == NULL);
    CHECK(store.onset_dropped);
}

TEST(holes_in_the_middle_are_used_again) {
    struct mw_store store = opened(5 * 64);
    for (uint32_t sequence = 0; sequence < 5; sequence++) {
        add(&store, sequence, 40, 0);
    }
    mw_store_remove(&store, mw_store_find(&store, 1, 1));
    mw_store_remove(&store, mw_store_find(&store, 1, 3));
    CHECK_EQUAL(3, store.frames);
    CHECK(add(&store, 5, 100, 0));
    CHECK_EQUAL(0, store.dropped);
    static const uint32_t left[] = {0, 2, 4, 5};
    const struct mw_record *record = NULL;
    for (uint32_t i = 0; i < 4; i++) {
        record = mw_store_next(&store, record);
        CHECK(record != NULL && record->sequence == left[i] && mw_store_frame(record)[0] == left[i]);
    }
}

TEST(a_frame_larger_than_the_store_is_counted_and_harms_nothing) {
    struct mw_store store = opened(CAPACITY);
    add(&store, 0, 40, 0);
    CHECK(!add(&store, 1, CAPACITY, 0));
    CHECK(!add(&store, 1, UINT32_MAX, 0));
    CHECK_EQUAL(2, store.dropped);
    CHECK_EQUAL(1, store.frames);
    CHECK(add(&store, 2, CAPACITY - 24, 0));
    CHECK_EQUAL(1, store.frames);
    struct mw_store none = opened(0);
    CHECK(!add(&none, 0, 1, 0));
}

TEST(frames_too_far_back_in_sequence_are_dropped_but_events_stay) {
    struct mw_store store = opened(CAPACITY);
    add(&store, 3, 20, 0);
    add(&store, 4, 20, MW_RECORD_EVENT);
    add(&store, 5, 20, 0);
    mw_store_drop_older(&store, 1, 14, 10);
    CHECK_EQUAL(1, store.dropped);
    CHECK(mw_store_find(&store, 1, 3) == NULL);
    mw_store_drop_older(&store, 1, 15, 10);
    CHECK(mw_store_find(&store, 1, 4) != NULL);
    CHECK_EQUAL(1, store.frames);
}

TEST(elapsed_time_survives_the_wrap_and_a_clock_set_back) {
    CHECK(mw_elapsed(5, UINT32_MAX - 4, 10));
    CHECK(!mw_elapsed(4, UINT32_MAX - 4, 10));
    CHECK(!mw_elapsed(100, 200, 10));
    CHECK(mw_elapsed(200, 200, 0));
}
