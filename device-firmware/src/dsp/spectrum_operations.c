#include "little_endian.h"
#include "milliwatt/spectrum.h"
#include "operation.h"

#define LONGEST_SPECTRUM 2048
#define MOST_FRAMES 4096
#define MOST_BANDS 64
#define LONGEST_HISTORY 4096
#define UNITY_Q15 32768

static uint32_t frames_in(uint32_t samples, uint32_t length, uint32_t hop) {
    return hop == 0 ? 1 : (samples - length) / hop + 1;
}

static uint32_t coefficient_sum(const uint8_t *window, uint32_t count) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        sum += mw_read_u16(window + 2 * i);
    }
    return sum;
}

static bool check_power_spectrum(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                 struct mw_step_needs *needs) {
    if (length < 8) {
        return false;
    }
    uint32_t points = mw_read_u16(p);
    uint32_t hop = mw_read_u16(p + 2);
    uint32_t used = 6 + 2 * (uint32_t)p[5];
    bool framed = hop == 0 ? source->samples <= points
                           : hop <= points && points <= source->samples &&
                                 frames_in(source->samples, points, hop) <= MOST_FRAMES;
    uint32_t words = hop == 0 ? points : hop == points ? points + points / 2 : 2 * points + points / 2;
    needs->state_bytes = (uint32_t)sizeof(struct mw_power_spectrum) + 4 * words;
    needs->array = points / 2;
    return mw_in_range(points, 16, LONGEST_SPECTRUM) && (points & (points - 1)) == 0 && framed && p[4] <= 1 &&
           mw_in_range(p[5], 1, 5) && length == ((used + 3) & ~3u) && mw_all_zero(p + used, length - used) &&
           coefficient_sum(p + 6, p[5]) <= UNITY_Q15 && source->is_stream;
}

static struct mw_spectrum_frames frames_of(const struct mw_step *step) {
    const uint8_t *p = step->parameters;
    struct mw_spectrum_frames frames = {.window = p + 6,
                                        .length = mw_read_u16(p),
                                        .hop = mw_read_u16(p + 2),
                                        .coefficients = p[5],
                                        .removes_mean = p[4] == 1};
    frames.frames = frames_in(mw_step_samples(step), frames.length, frames.hop);
    return frames;
}

static uint32_t accept_power_spectrum(const struct mw_step *step, const int32_t *input, uint32_t count,
                                      int32_t *output) {
    (void)output;
    struct mw_spectrum_frames frames = frames_of(step);
    for (uint32_t i = 0; i < count; i++) {
        mw_power_spectrum_accept(step->state, &frames, input[i]);
    }
    return 0;
}

static void end_power_spectrum(const struct mw_step *step, struct mw_findings *findings) {
    struct mw_power_spectrum *state = step->state;
    struct mw_spectrum_frames frames = frames_of(step);
    mw_power_spectrum_end_window(state, &frames, mw_step_samples(step));
    mw_step_values(step, findings)[0] = state->exponent;
}

static const int32_t *power_spectrum(const struct mw_step *step) {
    struct mw_spectrum_frames frames = frames_of(step);
    return mw_power_spectrum_values(step->state, &frames);
}

static const int32_t *own_state(const struct mw_step *step) {
    return step->state;
}

static bool check_magnitudes(const uint8_t *p, uint32_t length, const struct mw_source *source,
                             struct mw_step_needs *needs) {
    (void)p;
    needs->state_bytes = 4 * source->array;
    needs->array = source->array;
    return length == 0 && source->operation == MW_OPERATION_POWER_SPECTRUM;
}

static void end_magnitudes(const struct mw_step *step, struct mw_findings *findings) {
    struct mw_step spectrum = mw_step_of(step->recipe, step->input - 1);
    const int32_t *power = power_spectrum(&spectrum);
    int32_t exponent = mw_step_input_values(step, findings)[0];
    uint32_t frames = frames_of(&spectrum).frames;
    int32_t *magnitudes = step->state;
    for (uint32_t k = 0; k < step->recipe->array_length[step->index]; k++) {
        magnitudes[k] = mw_magnitude_q8(power[k], exponent, frames);
    }
}

static bool check_log_bands(const uint8_t *p, uint32_t length, const struct mw_source *source,
                            struct mw_step_needs *needs) {
    if (length < 4 || !mw_in_range(p[0], 1, MOST_BANDS) || p[1] > 1) {
        return false;
    }
    uint32_t edges = (uint32_t)p[0] + p[1] + 1;
    uint32_t used = 2 + 2 * edges;
    if (length != ((used + 3) & ~3u) || !mw_all_zero(p + used, length - used)) {
        return false;
    }
    for (uint32_t i = 1; i < edges; i++) {
        if (mw_read_u16(p + 2 * i) >= mw_read_u16(p + 2 + 2 * i)) {
            return false;
        }
    }
    needs->state_bytes = 4 * (uint32_t)p[0];
    needs->array = p[0];
    return source->operation == MW_OPERATION_POWER_SPECTRUM && mw_read_u16(p + 2 * edges) <= source->array;
}

static void end_log_bands(const struct mw_step *step, struct mw_findings *findings) {
    const uint8_t *p = step->parameters;
    struct mw_step spectrum = mw_step_of(step->recipe, step->input - 1);
    const int32_t *power = power_spectrum(&spectrum);
    int32_t exponent = mw_step_input_values(step, findings)[0];
    uint32_t frames = frames_of(&spectrum).frames;
    struct mw_bands bands = {.edges = p + 2, .count = p[0], .triangular = p[1] == 1};
    int32_t *logarithms = step->state;
    for (uint32_t b = 0; b < bands.count; b++) {
        logarithms[b] = mw_log_band(power, exponent, frames, &bands, b);
    }
}

static bool check_elements(const uint8_t *p, uint32_t length, const struct mw_source *source,
                           struct mw_step_needs *needs) {
    (void)needs;
    if (length != 2 * MW_STEP_MAX_VALUES) {
        return false;
    }
    for (uint32_t i = 0; i < MW_STEP_MAX_VALUES; i++) {
        if (mw_read_u16(p + 2 * i) >= source->array) {
            return false;
        }
    }
    return true;
}

static void end_elements(const struct mw_step *step, struct mw_findings *findings) {
    uint32_t count;
    const int32_t *array = mw_recipe_array(step->recipe, step->input, &count);
    for (uint32_t i = 0; i < MW_STEP_MAX_VALUES; i++) {
        mw_step_values(step, findings)[i] = array[mw_read_u16(step->parameters + 2 * i)];
    }
}

static bool check_history(const uint8_t *p, uint32_t length, const struct mw_source *source,
                          struct mw_step_needs *needs) {
    if (length != 4 || p[0] < 1 || !mw_all_zero(p + 1, 3)) {
        return false;
    }
    needs->array = p[0] * source->array;
    needs->state_bytes = 4 * needs->array;
    return mw_in_range(needs->array, 1, LONGEST_HISTORY);
}

static void end_history(const struct mw_step *step, struct mw_findings *findings) {
    (void)findings;
    uint32_t length;
    const int32_t *newest = mw_recipe_array(step->recipe, step->input, &length);
    mw_array_history_append(step->state, step->parameters[0], newest, length);
}

const struct mw_operation mw_power_spectrum_operation = {
    .check = check_power_spectrum,
    .accept = accept_power_spectrum,
    .end_window = end_power_spectrum,
    .array = power_spectrum,
    .values = 1};
const struct mw_operation mw_magnitudes_operation = {
    .check = check_magnitudes, .end_window = end_magnitudes, .array = own_state};
const struct mw_operation mw_log_bands_operation = {
    .check = check_log_bands, .end_window = end_log_bands, .array = own_state};
const struct mw_operation mw_elements_operation = {
    .check = check_elements, .end_window = end_elements, .values = MW_STEP_MAX_VALUES};
const struct mw_operation mw_history_operation = {
    .check = check_history, .end_window = end_history, .array = own_state};
