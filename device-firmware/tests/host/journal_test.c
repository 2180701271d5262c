/* The ring of frames in flash against a plain account of what went in and out, with the power cut at every operation. */
#include "../../port/host/simulated_flash.h"
#include "../test.h"
#include "milliwatt/error.h"
#include "milliwatt/journal.h"

#include <stdio.h>
#include <string.h>

#define PAGE 512U
#define MOST_PAGES 5U
#define MOST_FRAMES 1500U
#define BOOT 7U
#define LONGEST 200U

enum fate { FATE_NEVER, FATE_HELD, FATE_DONE, FATE_UNCERTAIN };

/* A frame's number is its sequence, and tells its length, its bytes and whether it is an event. */
struct account {
    _Alignas(8) uint8_t bytes[MOST_PAGES * PAGE];
    struct mw_simulated_flash flash;
    struct mw_journal journal;
    uint32_t pages;
    uint32_t frames; /* 0 .. frames - 1 were begun to be appended */
    uint32_t random;
    uint8_t fate[MOST_FRAMES];
};

static struct account account;
static struct account saved;

static uint32_t scramble(uint32_t number) { return number * 2654435761U ^ number >> 3; }

static uint32_t length_of(uint32_t number) { return 1 + (scramble(number) >> 8) % LONGEST; }

static bool event(uint32_t number) { return (scramble(number) >> 20) % 5 == 0; }

static void frame_of(uint32_t number, uint8_t *bytes) {
    for (uint32_t i = 0; i < length_of(number); i++) {
        bytes[i] = (uint8_t)(scramble(number + 1) >> (i % 4 * 8));
    }
}

static void begin(uint32_t pages, uint32_t word_bytes) {
    memset(&account, 0, sizeof account);
    memset(account.bytes, 0xFF, sizeof account.bytes);
    account.pages = pages;
    account.random = 1;
    mw_simulated_flash_open(&account.flash, account.bytes, PAGE, word_bytes, pages);
    CHECK_EQUAL(MW_OK, mw_journal_open(&account.journal, &account.flash.port, 0, pages));
}

static void append_one(void) {
    uint8_t bytes[LONGEST];
    uint32_t number = account.frames++;
    frame_of(number, bytes);
    account.fate[number] = FATE_UNCERTAIN;
    uint32_t flags = event(number) ? (uint32_t)(MW_JOURNAL_EVENT | MW_JOURNAL_ONSET) : 0U;
    int result = mw_journal_append(&account.journal, bytes, length_of(number), BOOT, number, flags);
    CHECK(result == MW_OK || account.flash.off);
    account.fate[number] = result == MW_OK ? FATE_HELD : FATE_UNCERTAIN;
}

/* One of the oldest four frames held is delivered, as a connection would do it. */
static void finish_one(void) {
    struct mw_journal_entry entry = {0};
    uint32_t skip = account.random >> 24 & 3U;
    bool any = mw_journal_next(&account.journal, &entry);
    for (uint32_t i = 0; i < skip && any; i++) {
        struct mw_journal_entry next = entry;
        if (mw_journal_next(&account.journal, &next)) {
            entry = next;
        }
    }
    if (any) {
        account.fate[entry.sequence] = FATE_UNCERTAIN;
        int result = mw_journal_done(&account.journal, BOOT, entry.sequence);
        CHECK(result == MW_OK || account.flash.off);
        account.fate[entry.sequence] = result == MW_OK ? FATE_DONE : FATE_UNCERTAIN;
    }
}

static void step(void) {
    account.random = account.random * 1664525U + 1013904223U;
    if ((account.random >> 16) % 3 == 0) {
        finish_one();
    } else {
        append_one();
    }
}

/* Each frame held is one that went in and is not done, whole and once; and what is neither held nor done was counted. */
static void check(void) {
    static uint8_t seen[MOST_FRAMES];
    struct mw_journal_entry entry = {0};
    uint8_t bytes[LONGEST];
    uint32_t held = 0;
    uint32_t missing = 0;
    uint32_t uncertain = 0;
    uint32_t oldest_plain = MOST_FRAMES;
    memset(seen, 0, sizeof seen);
    while (mw_journal_next(&account.journal, &entry)) {
        CHECK(entry.sequence < account.frames && entry.boot == BOOT);
        CHECK(seen[entry.sequence] == 0);
        CHECK(account.fate[entry.sequence] == FATE_HELD || account.fate[entry.sequence] == FATE_UNCERTAIN);
        CHECK_EQUAL(length_of(entry.sequence), entry.length);
        CHECK_EQUAL(event(entry.sequence), (entry.flags & MW_JOURNAL_EVENT) != 0);
        frame_of(entry.sequence, bytes);
        CHECK_BYTES(bytes, entry.frame, entry.length);
        seen[entry.sequence] = 1;
        held++;
        if (!event(entry.sequence) && entry.sequence < oldest_plain) {
            oldest_plain = entry.sequence;
        }
    }
    for (uint32_t number = 0; number < account.frames; number++) {
        if (account.fate[number] == FATE_HELD && seen[number] == 0) {
            missing++;
            CHECK(event(number) || number < oldest_plain);
        }
        uncertain += account.fate[number] == FATE_UNCERTAIN ? 1 : 0;
    }
    CHECK_EQUAL(held, account.journal.live);
    CHECK(missing <= account.journal.dropped && account.journal.dropped <= missing + uncertain);
    CHECK_EQUAL(0, account.flash.violations);
}

static void reopen(uint32_t cut_at, enum mw_cut cut) {
    mw_simulated_flash_power_on(&account.flash, cut_at, cut);
    int result = mw_journal_open(&account.journal, &account.flash.port, 0, account.pages);
    CHECK(result == MW_OK || account.flash.off);
}

static uint32_t cut_everywhere(uint32_t steps) {
    static struct account next;
    uint32_t cuts = 0;
    for (uint32_t i = 0; i < steps; i++) {
        saved = account;
        mw_simulated_flash_power_on(&account.flash, MW_NO_CUT, MW_CUT_BEFORE);
        step();
        check();
        next = account;
        for (uint32_t operation = 0; operation < next.flash.operations; operation++) {
            for (int way = MW_CUT_BEFORE; way <= MW_CUT_AFTER; way++) {
                account = saved;
                account.flash.random ^= (operation + i * 100) * 2654435761U + (uint32_t)way;
                mw_simulated_flash_power_on(&account.flash, operation, (enum mw_cut)way);
                step();
                CHECK(account.flash.off);
                /* The rebuilding is cut as well, then it is left to finish. */
                reopen(account.flash.random >> 30, (account.flash.random >> 20 & 1U) != 0 ? MW_CUT_TORN : MW_CUT_AFTER);
                cuts += account.flash.off ? 2 : 1;
                reopen(MW_NO_CUT, MW_CUT_BEFORE);
                check();
                for (int more = 0; more < 12; more++) {
                    step();
                }
                check();
            }
        }
        account = next;
    }
    return cuts;
}

TEST(a_journal_cut_at_any_operation_loses_and_doubles_no_frame) {
    begin(4, 8);
    uint32_t cuts = cut_everywhere(120);
    CHECK(account.journal.dropped > 20);
    begin(3, 4);
    cuts += cut_everywhere(100);
    printf("power cuts, journal of frames: %u\n", cuts);
    CHECK(cuts > 5000);
}

TEST(a_journal_keeps_its_frames_in_order_over_restarts_and_counts_what_it_dropped) {
    begin(5, 8);
    for (uint32_t i = 0; i < 1000; i++) {
        step();
        if (i % 10 == 0) {
            reopen(MW_NO_CUT, MW_CUT_BEFORE);
        }
        check();
    }
    CHECK(account.journal.generation > 50);
    CHECK(account.journal.dropped > 100);
    CHECK(account.journal.onset_dropped);
}

TEST(an_event_outlives_the_plain_frames_around_it_in_the_journal) {
    uint8_t bytes[40] = {1};
    struct mw_journal_entry entry;
    begin(4, 8);
    CHECK_EQUAL(MW_OK, mw_journal_append(&account.journal, bytes, sizeof bytes, BOOT, 0, MW_JOURNAL_EVENT));
    for (uint32_t number = 1; number < 500; number++) {
        bytes[1] = (uint8_t)number;
        CHECK_EQUAL(MW_OK, mw_journal_append(&account.journal, bytes, sizeof bytes, BOOT, number, 0));
    }
    CHECK(mw_journal_find(&account.journal, BOOT, 0, &entry));
    CHECK(!mw_journal_find(&account.journal, BOOT, 1, &entry));
    CHECK(mw_journal_find(&account.journal, BOOT, 499, &entry));
    CHECK_EQUAL(500, account.journal.live + account.journal.dropped);
    CHECK(!account.journal.onset_dropped);
    CHECK_EQUAL(MW_OK, mw_journal_drop_oldest(&account.journal));
    CHECK(mw_journal_find(&account.journal, BOOT, 0, &entry));
}

TEST(a_frame_too_long_for_half_a_page_is_not_taken) {
    static const uint8_t bytes[PAGE];
    begin(3, 8);
    uint32_t largest = mw_journal_largest(&account.journal);
    CHECK(largest > PAGE / 2 - 60);
    CHECK_EQUAL(MW_ERROR_MEMORY, mw_journal_append(&account.journal, bytes, largest + 1, BOOT, 0, 0));
    CHECK_EQUAL(MW_ERROR_MEMORY, mw_journal_append(&account.journal, bytes, 0, BOOT, 0, 0));
    for (uint32_t number = 0; number < 20; number++) {
        CHECK_EQUAL(MW_OK, mw_journal_append(&account.journal, bytes, largest, BOOT, number, MW_JOURNAL_EVENT));
    }
    CHECK(account.journal.live >= 2);
    CHECK_EQUAL(20, account.journal.live + account.journal.dropped);
    CHECK_EQUAL(0, account.flash.violations);
    CHECK_EQUAL(MW_ERROR_NOT_FOUND, mw_journal_done(&account.journal, BOOT, 0));
}

TEST(flash_that_held_something_else_becomes_a_journal) {
    begin(4, 8);
    for (uint32_t seed = 0; seed < 200; seed++) {
        account.random = seed;
        for (uint32_t i = 0; i < sizeof account.bytes; i++) {
            account.random = account.random * 1664525U + 1013904223U;
            account.bytes[i] = (uint8_t)(account.random >> 24);
        }
        account.frames = 0;
        reopen(MW_NO_CUT, MW_CUT_BEFORE);
        CHECK_EQUAL(0, account.journal.live);
        memset(account.fate, 0, sizeof account.fate);
        for (int i = 0; i < 40; i++) {
            step();
        }
        check();
    }
}

TEST(a_journal_of_wrong_geometry_is_refused) {
    begin(4, 8);
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_journal_open(&account.journal, &account.flash.port, 0, 2));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_journal_open(&account.journal, &account.flash.port, 2, 3));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_journal_open(&account.journal, &account.flash.port, UINT32_MAX, 3));
}
