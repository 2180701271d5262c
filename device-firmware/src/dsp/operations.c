#include "operation.h"

#include "little_endian.h"

/* By number, since it is looked up for every step and every few samples. */
static const struct mw_operation *const operations[] = {
    [1] = mw_stream_operations, mw_stream_operations + 1, mw_stream_operations + 2, mw_stream_operations + 3,
    mw_stream_operations + 4,
    [6] = mw_moving_operations, mw_moving_operations + 1, mw_moving_operations + 2, mw_moving_operations + 3,
    [10] = mw_reading_stream_operations, mw_reading_stream_operations + 1, mw_reading_stream_operations + 2,
    [16] = mw_finding_operations, mw_finding_operations + 1, mw_finding_operations + 2, mw_finding_operations + 3,
    [20] = mw_statistics_operations, mw_statistics_operations + 1, mw_statistics_operations + 2,
    mw_statistics_operations + 3,
    [24] = mw_beat_operations,
    [25] = mw_reading_operations, mw_reading_operations + 1, mw_reading_operations + 2, mw_reading_operations + 3,
    mw_reading_operations + 4,
    [32] = mw_line_operations, mw_line_operations + 1, mw_line_operations + 2, mw_line_operations + 3,
    [36] = mw_spectrum_operations, mw_spectrum_operations + 1, mw_spectrum_operations + 2,
    mw_spectrum_operations + 3, mw_spectrum_operations + 4,
};

const struct mw_operation *mw_operation_of(unsigned number) {
    return number < sizeof operations / sizeof operations[0] ? operations[number] : NULL;
}

struct mw_step mw_step_of(const struct mw_recipe *recipe, uint32_t index) {
    const uint8_t *bytes = recipe->section + recipe->step_offset[index];
    struct mw_step step = {.recipe = recipe,
                           .parameters = bytes + MW_STEP_PARAMETERS,
                           .state = recipe->state + recipe->state_offset[index],
                           .index = index,
                           .input = bytes[MW_STEP_INPUT]};
    return step;
}

/* A step's own decimation is that of its input, but for steps that decimate themselves. */
uint32_t mw_step_samples(const struct mw_step *step) {
    uint32_t decimation = step->input == 0 ? 1 : step->recipe->decimation[step->input - 1];
    return mw_recipe_window_length(step->recipe->section) / decimation;
}
