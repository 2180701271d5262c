#include "operation.h"

#include "little_endian.h"

/* By number, since it is looked up for every step and every few samples. What is left out is not referred to, so that
 * the linker drops it. */
#define OPERATION(number, name) [number] = MW_HAS_OPERATION(number) ? &mw_##name##_operation : NULL

static const struct mw_operation *const operations[] = {
    OPERATION(1, mean_removal),
    OPERATION(2, biquads),
    OPERATION(3, whitening),
    OPERATION(4, square),
    OPERATION(5, decimating_fir),
    OPERATION(6, absolute_value),
    OPERATION(7, envelope),
    OPERATION(8, moving_average),
    OPERATION(9, moving_rms),
    OPERATION(10, moving_median),
    OPERATION(11, exponential_smoothing),
    OPERATION(12, plausibility),
    OPERATION(16, energy),
    OPERATION(17, moments),
    OPERATION(18, signal_quality),
    OPERATION(19, baseline_anomaly),
    OPERATION(20, mean_and_deviation),
    OPERATION(21, extremes),
    OPERATION(22, zero_crossings),
    OPERATION(23, window_statistics),
    OPERATION(24, qrs),
    OPERATION(25, slope),
    OPERATION(26, window_slope),
    OPERATION(27, day),
    OPERATION(28, degree_days),
    OPERATION(29, level),
    OPERATION(30, beat_features),
    OPERATION(31, soil_days),
    OPERATION(32, log_spectrum),
    OPERATION(33, local_floor),
    OPERATION(34, line_score),
    OPERATION(35, shaft_speed),
    OPERATION(36, power_spectrum),
    OPERATION(37, magnitudes),
    OPERATION(38, log_bands),
    OPERATION(39, elements),
    OPERATION(40, history),
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
