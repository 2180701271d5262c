/* A build that leaves operations out, beside the whole one: its table and its check under other names. */
#define MW_RECIPE_OPERATIONS 0x1000000ULL /* 24 alone */
#define mw_operation_of selected_operation_of
#define mw_step_of selected_step_of
#define mw_step_samples selected_step_samples
#define mw_recipe_plan selected_recipe_plan
#include "../src/dsp/operations.c"
#include "../src/dsp/recipe_plan.c"

#include "test.h"

TEST(an_operation_that_is_left_out_is_not_there) {
    for (unsigned number = 0; number < 256; number++) {
        CHECK((number == 24) == (mw_operation_of(number) != NULL));
    }
}

TEST(a_recipe_with_an_operation_that_is_left_out_is_refused) {
    static uint8_t section[2048];
    struct mw_recipe_plan plan;
    uint32_t length = (uint32_t)test_read_file("contract/vectors/recipe-vibration-1.recipe", section, sizeof section);
    CHECK_EQUAL(MW_ERROR_UNSUPPORTED, mw_recipe_plan(section, length, &plan));
}
