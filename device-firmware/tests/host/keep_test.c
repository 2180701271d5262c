/* A kept value under power cuts: the old one or the new one, never something else. */
#include "../../port/host/simulated_flash.h"
#include "../test.h"
#include "milliwatt/error.h"
#include "milliwatt/keep.h"

#include <string.h>

#define PAGE 256U
#define PAGES 5U
#define VALUE 300U

static _Alignas(8) uint8_t bytes[PAGES * PAGE];
static struct mw_simulated_flash flash;
static struct mw_keep keep;

static void fill(uint8_t *value, uint32_t number) {
    for (uint32_t i = 0; i < VALUE; i++) {
        value[i] = (uint8_t)(number * 31 + i);
    }
}

static uint32_t length_of(uint32_t number) { return VALUE - number % 7; }

/* The number of the value kept, or 0. Anything that is not whole is reported. */
static uint32_t kept(uint32_t newest) {
    uint8_t value[VALUE];
    const uint8_t *found = NULL;
    mw_simulated_flash_power_on(&flash, MW_NO_CUT, MW_CUT_BEFORE);
    CHECK_EQUAL(MW_OK, mw_keep_open(&keep, &flash.port, 1, 2));
    uint32_t length = mw_keep_read(&keep, &found);
    if (length == 0) {
        return 0;
    }
    fill(value, newest);
    uint32_t number = memcmp(value, found, length) == 0 ? newest : newest - 1;
    fill(value, number);
    CHECK_EQUAL(length_of(number), length);
    CHECK_BYTES(value, found, length);
    return number;
}

TEST(a_kept_value_is_the_old_one_or_the_new_one_whatever_the_power_does) {
    static _Alignas(8) uint8_t before[PAGES * PAGE];
    uint8_t value[VALUE];
    memset(bytes, 0xFF, sizeof bytes);
    mw_simulated_flash_open(&flash, bytes, PAGE, 8, PAGES);
    CHECK_EQUAL(0, kept(1));
    uint32_t cuts = 0;
    for (uint32_t number = 1; number < 8; number++) {
        memcpy(before, bytes, sizeof bytes);
        bool reached = true;
        for (uint32_t operation = 0; reached; operation++) {
            for (int way = MW_CUT_BEFORE; way <= MW_CUT_AFTER; way++) {
                memcpy(bytes, before, sizeof bytes);
                CHECK_EQUAL(number - 1, kept(number - 1));
                fill(value, number);
                mw_simulated_flash_power_on(&flash, operation, (enum mw_cut)way);
                int result = mw_keep_write(&keep, value, length_of(number));
                reached = flash.off;
                uint32_t found = kept(number);
                CHECK(found == number || (found == number - 1 && result < 0));
                cuts += reached ? 1 : 0;
                CHECK_EQUAL(MW_OK, mw_keep_write(&keep, value, length_of(number)));
                CHECK_EQUAL(number, kept(number));
            }
        }
    }
    CHECK(cuts > 7 * 100);
    CHECK_EQUAL(0, flash.violations);
}

TEST(a_value_that_does_not_fit_is_not_kept) {
    static const uint8_t value[2 * PAGE] = {1};
    memset(bytes, 0xFF, sizeof bytes);
    mw_simulated_flash_open(&flash, bytes, PAGE, 4, PAGES);
    CHECK_EQUAL(MW_OK, mw_keep_open(&keep, &flash.port, 0, 2));
    CHECK_EQUAL(MW_ERROR_MEMORY, mw_keep_write(&keep, value, 0));
    CHECK_EQUAL(MW_ERROR_MEMORY, mw_keep_write(&keep, value, mw_keep_largest(&keep) + 1));
    CHECK_EQUAL(MW_OK, mw_keep_write(&keep, value, mw_keep_largest(&keep)));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_keep_open(&keep, &flash.port, 2, 2));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_keep_open(&keep, &flash.port, 0, 0));
}
