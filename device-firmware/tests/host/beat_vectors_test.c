/* What generate_beats.py made from the text of recipe.md and heart.md alone: beats as they are found, and their features. */
#include "../test.h"
#include "milliwatt/beat_features.h"
#include "milliwatt/error.h"
#include "milliwatt/qrs.h"

#include <stdio.h>
#include <string.h>

#define LARGEST_FILE 100000
#define LARGEST_STATE 8192
#define VALUES 64

static uint8_t file[LARGEST_FILE];
static _Alignas(8) uint8_t state[LARGEST_STATE];

static uint32_t take_word(const uint8_t **at) {
    uint32_t value;
    memcpy(&value, *at, sizeof value);
    *at += sizeof value;
    return value;
}

struct tables {
    struct mw_recipe recipe;
    const uint8_t *samples;
    const uint8_t *found;
    const uint8_t *described;
    uint32_t sample_count;
    uint32_t found_count;
    uint32_t described_count;
};

static void open_tables(struct tables *tables, const char *name) {
    char path[64];
    snprintf(path, sizeof path, "contract/vectors/beats-%s.bin", name);
    CHECK(test_read_file(path, file, sizeof file) > 0);
    const uint8_t *at = file;
    uint32_t section_length = take_word(&at);
    const uint8_t *section = at;
    at += section_length;
    const struct mw_sensor sensor = {.nano_units_per_count = take_word(&at)};
    tables->sample_count = take_word(&at);
    tables->samples = at;
    at = file + ((uint32_t)(at - file) + 2 * tables->sample_count + 3) / 4 * 4;
    tables->found_count = take_word(&at);
    tables->found = at;
    at += 8 * tables->found_count;
    tables->described_count = take_word(&at);
    tables->described = at;
    CHECK_EQUAL(MW_OK, mw_recipe_start(&tables->recipe, section, section_length, state, sizeof state, &sensor));
}

/* Whether a beat found with this sample is the next of the table. */
static uint32_t check_found(struct tables *tables, uint32_t sample, uint32_t *number) {
    struct mw_qrs_beat beat;
    uint32_t found = 0;
    while (mw_recipe_next_beat(&tables->recipe, 1, number, &beat)) {
        CHECK_EQUAL(take_word(&tables->found), sample);
        int32_t ago = (int32_t)take_word(&tables->found);
        CHECK_EQUAL(sample - beat.sample, (uint32_t)(ago < 0 ? -ago : ago));
        found++;
    }
    return found;
}

static uint32_t check_described(struct tables *tables, uint32_t sample, uint32_t *number) {
    struct mw_described_beat beat;
    uint32_t length = 0;
    if (!mw_recipe_next_described_beat(&tables->recipe, 2, number, &beat)) {
        return 0;
    }
    const int32_t *values = mw_recipe_array(&tables->recipe, 2, &length);
    CHECK(length >= VALUES);
    CHECK_EQUAL(take_word(&tables->described), sample);
    CHECK_EQUAL(take_word(&tables->described), beat.sample);
    CHECK_EQUAL(take_word(&tables->described), beat.late ? 1U : 0U);
    for (uint32_t i = 0; i < VALUES; i++) {
        int16_t expected;
        memcpy(&expected, tables->described + 2 * i, sizeof expected);
        CHECK_EQUAL(expected, values[i]);
    }
    tables->described += 2 * VALUES;
    return 1;
}

static void compare(const char *name) {
    struct tables tables;
    struct mw_features features;
    uint32_t next_found = 0;
    uint32_t next_described = 0;
    uint32_t found = 0;
    uint32_t described = 0;
    open_tables(&tables, name);
    for (uint32_t i = 0; i < tables.sample_count; i++) {
        int16_t sample;
        memcpy(&sample, tables.samples + 2 * i, sizeof sample);
        mw_recipe_accept(&tables.recipe, &sample, 1, &features);
        found += check_found(&tables, i, &next_found);
        described += check_described(&tables, i, &next_described);
    }
    CHECK_EQUAL(tables.found_count, found);
    CHECK_EQUAL(tables.described_count, described);
}

TEST(beats_and_their_features_are_those_of_the_contract_at_250_hz) { compare("250-hz"); }

TEST(beats_and_their_features_are_those_of_the_contract_at_128_hz) { compare("128-hz"); }

TEST(beats_and_their_features_are_those_of_the_contract_in_a_long_tachycardia) { compare("tachycardia-128-hz"); }
