#include "milliwatt/error.h"
#include "milliwatt/qrs.h"
#include "milliwatt/slow.h"
#include "test.h"

#include <string.h>

#define LARGEST_FILE 60000
#define LARGEST_STATE 4096

static uint8_t file[LARGEST_FILE];
static _Alignas(8) uint8_t state[LARGEST_STATE];

static uint32_t word(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

/* The worked example of a heart: steps 2 and 3 look for beats. */
static struct mw_recipe heart(uint32_t *samples, const uint8_t **at) {
    struct mw_recipe recipe;
    size_t length = test_read_file("contract/vectors/recipe-heart.bin", file, sizeof file);
    CHECK(length > 0);
    uint32_t section_length = word(file);
    *at = file + 4 + section_length;
    *samples = word(*at + 24);
    struct mw_sensor sensor = {.nano_units_per_count = word(*at)};
    *at += 28;
    CHECK_EQUAL(MW_OK, mw_recipe_start(&recipe, file + 4, section_length, state, sizeof state, &sensor));
    return recipe;
}

static void feed(struct mw_recipe *recipe, const uint8_t *at, uint32_t sample) {
    struct mw_features features;
    int16_t count;
    memcpy(&count, at + 2 * sample, sizeof count);
    CHECK_EQUAL(1, mw_recipe_accept(recipe, &count, 1, &features));
}

TEST(every_beat_is_told_once_and_in_order) {
    uint32_t samples;
    const uint8_t *at;
    struct mw_recipe recipe = heart(&samples, &at);
    uint32_t number = 0;
    uint32_t told = 0;
    uint32_t before = 0;
    for (uint32_t i = 0; i < samples; i++) {
        struct mw_qrs_beat beat;
        feed(&recipe, at, i);
        while (mw_recipe_next_beat(&recipe, 2, &number, &beat)) {
            CHECK_EQUAL(told, beat.number);
            CHECK(beat.sample > before && beat.sample <= i);
            before = beat.sample;
            told++;
        }
    }
    CHECK_EQUAL(111, told);
}

TEST(beats_that_nobody_asked_for_leave_a_gap_in_the_numbers) {
    uint32_t samples;
    const uint8_t *at;
    struct mw_recipe recipe = heart(&samples, &at);
    for (uint32_t i = 0; i < samples; i++) {
        feed(&recipe, at, i);
    }
    uint32_t number = 0;
    struct mw_qrs_beat beat;
    for (uint32_t expected = 111 - MW_QRS_BEATS; expected < 111; expected++) {
        CHECK(mw_recipe_next_beat(&recipe, 2, &number, &beat));
        CHECK_EQUAL(expected, beat.number);
    }
    CHECK(!mw_recipe_next_beat(&recipe, 2, &number, &beat));
    number = 0;
    CHECK(!mw_recipe_next_beat(&recipe, 0, &number, &beat));
    CHECK(!mw_recipe_next_beat(&recipe, 1, &number, &beat));
    CHECK(!mw_recipe_next_beat(&recipe, 4, &number, &beat));
}

TEST(a_season_starts_anew_in_the_middle_of_a_day) {
    struct mw_degree_days degrees = {0};
    const struct mw_degree_day_rule rule = {
        .base = 1000, .upper = 3000, .values_per_day = 2, .method = MW_DEGREE_DAYS_READINGS};
    int32_t values[MW_DEGREE_DAYS_VALUES];
    for (int i = 0; i < 5; i++) {
        mw_degree_days_accept(&degrees, &rule, 1600);
    }
    mw_degree_days_end_window(&degrees, values);
    CHECK_EQUAL(1200, values[MW_DEGREE_DAYS_TOTAL]);
    CHECK_EQUAL(2, values[MW_DEGREE_DAYS_DAYS]);
    mw_degree_days_start_season(&degrees);
    mw_degree_days_accept(&degrees, &rule, 2000);
    mw_degree_days_end_window(&degrees, values);
    CHECK_EQUAL(800, values[MW_DEGREE_DAYS_TOTAL]);
    CHECK_EQUAL(1, values[MW_DEGREE_DAYS_DAYS]);
}

TEST(a_period_is_told_from_a_rate) {
    uint8_t section[24] = {0};
    uint32_t period = 0x80000000u + 900000;
    memcpy(section + 8, &period, sizeof period);
    CHECK_EQUAL(900000, mw_recipe_sample_period_milliseconds(section));
    CHECK_EQUAL(1, mw_recipe_sample_rate_millihertz(section));
    uint32_t rate = 12000000;
    memcpy(section + 8, &rate, sizeof rate);
    CHECK_EQUAL(0, mw_recipe_sample_period_milliseconds(section));
    CHECK_EQUAL(12000000, mw_recipe_sample_rate_millihertz(section));
}
