#include "milliwatt/error.h"
#include "milliwatt/recipe.h"
#include "test.h"

#include <string.h>

#define LARGEST_FILE 60000
#define LARGEST_STATE 32768

static uint8_t file[LARGEST_FILE];
static _Alignas(8) uint8_t state[LARGEST_STATE];
static int16_t samples[LARGEST_FILE / 2];

static uint32_t word(const uint8_t *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* Feeds chunks of 1, 2 .. 97, 1 .. samples: windows end inside chunks and at their ends. */
static void check_against_vectors(const char *path) {
    size_t length = test_read_file(path, file, sizeof file);
    if (length == 0) {
        return;
    }
    uint32_t section_length = word(file);
    const uint8_t *section = file + 4;
    const uint8_t *at = section + section_length;
    struct mw_sensor sensor = {.nano_units_per_count = word(at),
                               .outer_race_order_q16 = word(at + 4),
                               .inner_race_order_q16 = word(at + 8),
                               .ball_defect_order_q16 = word(at + 12),
                               .cage_order_q16 = word(at + 16)};
    uint32_t speed = word(at + 20);
    uint32_t count = word(at + 24);
    at += 28;
    for (uint32_t i = 0; i < count; i++) {
        samples[i] = (int16_t)(at[2 * i] | at[2 * i + 1] << 8);
    }
    at += (2 * count + 3) & ~3u;
    uint32_t windows = word(at);
    uint32_t outputs = word(at + 4);
    at += 8;

    struct mw_recipe recipe;
    CHECK_EQUAL(MW_OK, mw_recipe_start(&recipe, section, section_length, state, sizeof state, &sensor));
    CHECK_EQUAL(MW_OK, mw_recipe_set_shaft_speed(&recipe, speed));
    uint32_t seen = 0;
    uint32_t chunk = 1;
    for (uint32_t fed = 0; fed < count;) {
        struct mw_features features;
        uint32_t offered = chunk < count - fed ? chunk : count - fed;
        fed += mw_recipe_accept(&recipe, samples + fed, offered, &features);
        chunk = chunk % 97 + 1;
        if (features.count == 0) {
            continue;
        }
        CHECK_EQUAL(outputs, features.count);
        CHECK_EQUAL((int32_t)word(at), features.quality);
        for (uint32_t i = 0; i < outputs; i++) {
            CHECK_EQUAL((int32_t)word(at + 4 + 4 * i), features.values[i]);
        }
        at += 4 + 4 * outputs;
        seen++;
    }
    CHECK_EQUAL(windows, seen);
    CHECK_EQUAL(length, at - file);
}

TEST(recipe_vectors_outer_race) {
    check_against_vectors("contract/vectors/recipe-outer-race.bin");
}

TEST(recipe_vectors_slow_inner_race) {
    check_against_vectors("contract/vectors/recipe-inner-race-slow.bin");
}

TEST(recipe_vectors_standing_machine) {
    check_against_vectors("contract/vectors/recipe-standing.bin");
}

TEST(recipe_vectors_statistics_and_baseline) {
    check_against_vectors("contract/vectors/recipe-statistics.bin");
}

TEST(recipe_vectors_filters_into_saturation) {
    check_against_vectors("contract/vectors/recipe-filters.bin");
}

TEST(recipe_vectors_readings_of_a_soil_probe) {
    check_against_vectors("contract/vectors/recipe-readings.bin");
}

TEST(recipe_vectors_beats_of_a_heart) {
    check_against_vectors("contract/vectors/recipe-heart.bin");
}

TEST(recipe_vectors_moving_levels_and_statistics) {
    check_against_vectors("contract/vectors/recipe-moving.bin");
}

TEST(recipe_vectors_spectra_of_one_frame) {
    check_against_vectors("contract/vectors/recipe-spectra-one.bin");
}

TEST(recipe_vectors_spectra_of_overlapping_frames) {
    check_against_vectors("contract/vectors/recipe-spectra-many.bin");
}

TEST(recipe_vectors_spectra_of_the_longest_frames) {
    check_against_vectors("contract/vectors/recipe-spectra-long.bin");
}

TEST(recipe_vectors_spectra_of_the_shortest_frames) {
    check_against_vectors("contract/vectors/recipe-spectra-short.bin");
}
