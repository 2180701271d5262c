#include "operation.h"

#include "little_endian.h"

static const struct {
    uint8_t first;
    uint8_t length;
    const struct mw_operation *operations;
} families[] = {
    {1, MW_STREAM_OPERATIONS, mw_stream_operations},
    {6, MW_MOVING_OPERATIONS, mw_moving_operations},
    {10, MW_READING_STREAM_OPERATIONS, mw_reading_stream_operations},
    {16, MW_FINDING_OPERATIONS, mw_finding_operations},
    {20, MW_STATISTICS_OPERATIONS, mw_statistics_operations},
    {24, MW_BEAT_OPERATIONS, mw_beat_operations},
    {25, MW_READING_OPERATIONS, mw_reading_operations},
    {32, MW_LINE_OPERATIONS, mw_line_operations},
    {36, MW_SPECTRUM_OPERATIONS, mw_spectrum_operations},
};

const struct mw_operation *mw_operation_of(unsigned number) {
    for (uint32_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        unsigned index = number - families[i].first; /* a number below the family's first wraps around */
        if (index < families[i].length) {
            return families[i].operations + index;
        }
    }
    return NULL;
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
