#include "milliwatt/recipe.h"

#include "milliwatt/error.h"
#include "test.h"

#include <string.h>

#define SECTION_CAPACITY 2048

static const struct mw_sensor sensor = {.nano_units_per_count = 488281};
static _Alignas(8) uint8_t state[10240];
static uint8_t section[SECTION_CAPACITY];

static uint32_t read_vibration_recipe(void) {
    return (uint32_t)test_read_file("contract/vectors/recipe-vibration-1.recipe", section, sizeof section);
}

TEST(the_released_vibration_recipe_names_itself) {
    uint32_t length = read_vibration_recipe();
    CHECK_EQUAL(9568, mw_recipe_state_size(section, length));
    CHECK_EQUAL(1, mw_recipe_id(section));
    CHECK_EQUAL(1, mw_recipe_version(section));
    CHECK_EQUAL(12000000, mw_recipe_sample_rate_millihertz(section));
    CHECK_EQUAL(12000, mw_recipe_window_length(section));
    CHECK_EQUAL(10, mw_recipe_value_count(section));
}

TEST(every_truncated_recipe_is_refused) {
    uint32_t length = read_vibration_recipe();
    for (uint32_t cut = 0; cut < length; cut++) {
        CHECK_EQUAL(MW_ERROR_TRUNCATED, mw_recipe_state_size(section, cut));
        section[16] = (uint8_t)cut;
        section[17] = (uint8_t)(cut >> 8);
        CHECK(mw_recipe_state_size(section, cut) < 0);
        section[16] = (uint8_t)length;
        section[17] = (uint8_t)(length >> 8);
    }
    CHECK(mw_recipe_state_size(section, length) > 0);
}

TEST(refusals_of_recipes_say_why) {
    uint32_t length = read_vibration_recipe();
    section[0] = 1;
    CHECK_EQUAL(MW_ERROR_VERSION, mw_recipe_state_size(section, length));
    read_vibration_recipe();
    section[24] = 77;
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, mw_recipe_state_size(section, length));
    read_vibration_recipe();
    section[22] = 1;
    CHECK_EQUAL(MW_ERROR_FORMAT, mw_recipe_state_size(section, length));
}

TEST(a_recipe_does_not_start_without_its_memory) {
    uint32_t length = read_vibration_recipe();
    struct mw_recipe recipe;
    CHECK_EQUAL(MW_ERROR_MEMORY, mw_recipe_start(&recipe, section, length, state, 9567, &sensor));
    CHECK_EQUAL(MW_OK, mw_recipe_start(&recipe, section, length, state, 9568, &sensor));
}

TEST(a_recipe_does_not_start_with_a_sensor_out_of_range) {
    uint32_t length = read_vibration_recipe();
    struct mw_recipe recipe;
    struct mw_sensor wrong = sensor;
    wrong.nano_units_per_count = 0;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_recipe_start(&recipe, section, length, state, sizeof state, &wrong));
    wrong = sensor;
    wrong.cage_order_q16 = 1 << 22;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_recipe_start(&recipe, section, length, state, sizeof state, &wrong));
}

TEST(a_shaft_faster_than_a_kilohertz_is_refused) {
    uint32_t length = read_vibration_recipe();
    struct mw_recipe recipe;
    CHECK_EQUAL(MW_OK, mw_recipe_start(&recipe, section, length, state, sizeof state, &sensor));
    CHECK_EQUAL(MW_OK, mw_recipe_set_shaft_speed(&recipe, 1000000));
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_recipe_set_shaft_speed(&recipe, 1000001));
    CHECK_EQUAL(1000000, recipe.shaft_speed_millihertz);
}

/* A node that is started again must not remember: stale filter state would make the first window differ. */
TEST(starting_again_forgets_everything) {
    uint32_t length = read_vibration_recipe();
    static int16_t samples[12000];
    struct mw_features first;
    struct mw_features again;
    for (int i = 0; i < 12000; i++) {
        samples[i] = (int16_t)(i * 7919 % 4001 - 2000);
    }
    struct mw_recipe recipe;
    mw_recipe_start(&recipe, section, length, state, sizeof state, &sensor);
    CHECK_EQUAL(12000, mw_recipe_accept(&recipe, samples, 12000, &first));
    mw_recipe_accept(&recipe, samples, 5000, &again);
    mw_recipe_start(&recipe, section, length, state, sizeof state, &sensor);
    mw_recipe_accept(&recipe, samples, 12000, &again);
    CHECK_EQUAL(first.count, again.count);
    CHECK_EQUAL(first.quality, again.quality);
    CHECK_BYTES(first.values, again.values, first.count * sizeof first.values[0]);
}

TEST(accept_stops_at_the_end_of_a_window) {
    uint32_t length = read_vibration_recipe();
    static const int16_t samples[15000];
    struct mw_recipe recipe;
    struct mw_features features;
    mw_recipe_start(&recipe, section, length, state, sizeof state, &sensor);
    CHECK_EQUAL(11999, mw_recipe_accept(&recipe, samples, 11999, &features));
    CHECK_EQUAL(0, features.count);
    CHECK_EQUAL(1, mw_recipe_accept(&recipe, samples, 15000, &features));
    CHECK_EQUAL(10, features.count);
    CHECK_EQUAL(MW_QUALITY_FLAT | MW_QUALITY_STOPPED | MW_QUALITY_WARMING_UP, features.quality);
    CHECK_EQUAL(0, mw_recipe_accept(&recipe, samples, 0, &features));
    CHECK_EQUAL(0, features.count);
}

TEST(a_spectrum_can_be_read_as_an_array) {
    uint32_t length = read_vibration_recipe();
    struct mw_recipe recipe;
    struct mw_features features;
    static int16_t samples[12000];
    for (int i = 0; i < 12000; i++) {
        samples[i] = (int16_t)(i * 7919 % 4001 - 2000);
    }
    mw_recipe_start(&recipe, section, length, state, sizeof state, &sensor);
    mw_recipe_accept(&recipe, samples, 12000, &features);
    uint32_t spectra = 0;
    for (uint32_t step = 1; step <= section[20]; step++) {
        uint32_t count;
        const int32_t *array = mw_recipe_array(&recipe, step, &count);
        spectra += count == 1024 ? 1 : 0;
        CHECK_EQUAL(count == 0, array == NULL);
        for (uint32_t i = 0; i < count; i++) {
            CHECK(array[i] >= 0 && array[i] <= 65535);
        }
    }
    CHECK_EQUAL(1, spectra);
}

TEST(steps_that_do_not_exist_have_no_array) {
    uint32_t length = read_vibration_recipe();
    struct mw_recipe recipe;
    uint32_t count = 7;
    mw_recipe_start(&recipe, section, length, state, sizeof state, &sensor);
    CHECK(mw_recipe_array(&recipe, 0, &count) == NULL);
    CHECK_EQUAL(0, count);
    CHECK(mw_recipe_array(&recipe, 33, &count) == NULL);
}
