#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "operation.h"

#include <string.h>

static bool check_mean_removal(const uint8_t *p, uint32_t length, const struct mw_source *source,
                               struct mw_step_needs *needs) {
    needs->state_bytes = sizeof(struct mw_mean_removal);
    return length == 4 && mw_in_range(p[0], 1, 15) && p[1] <= 7 && mw_all_zero(p + 2, 2) && source->operation == 0;
}

static uint32_t accept_mean_removal(const struct mw_step *step, const int32_t *input, uint32_t count,
                                    int32_t *output) {
    const uint8_t *p = step->parameters;
    mw_mean_removal_filter(step->state, p[0], p[1], input, count, output);
    return count;
}

/* Coefficient magnitudes of a section must sum to less than 2^32: the headroom of biquad_cascade.c. */
static bool check_biquads(const uint8_t *p, uint32_t length, const struct mw_source *source,
                          struct mw_step_needs *needs) {
    uint32_t sections = length / 20;
    needs->state_bytes = 20 * sections;
    if (length % 20 != 0 || !mw_in_range(sections, 1, 8)) {
        return false;
    }
    for (uint32_t s = 0; s < sections; s++) {
        int64_t sum = 0;
        for (uint32_t c = 0; c < 5; c++) {
            sum += mw_magnitude(mw_read_i32(p + 20 * s + 4 * c));
        }
        if (sum >= (int64_t)1 << 32) {
            return false;
        }
    }
    return source->is_stream;
}

static uint32_t accept_biquads(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    const uint8_t *bytes = step->parameters - MW_STEP_PARAMETERS;
    unsigned sections = (mw_read_u16(bytes + MW_STEP_LENGTH) - (unsigned)MW_STEP_PARAMETERS) / 20;
    memcpy(output, input, count * sizeof *output);
    mw_biquad_cascade_filter(step->state, step->parameters, sections, output, count);
    return count;
}

static bool check_whitening(const uint8_t *p, uint32_t length, const struct mw_source *source,
                            struct mw_step_needs *needs) {
    if (length != 4 || !mw_in_range(p[0], 1, MW_WHITENING_MAX_ORDER) || !mw_in_range(p[1], 1, 24)) {
        return false;
    }
    needs->state_bytes = 16 * ((uint32_t)p[0] + 1);
    return mw_all_zero(p + 2, 2) && source->is_stream;
}

static uint32_t accept_whitening(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    mw_whitening_filter(step->state, step->parameters[0], input, count, output);
    return count;
}

static void end_whitening(const struct mw_step *step, struct mw_findings *findings) {
    (void)findings;
    mw_whitening_end_window(step->state, step->parameters[0], step->parameters[1]);
}

static bool check_square(const uint8_t *p, uint32_t length, const struct mw_source *source,
                         struct mw_step_needs *needs) {
    (void)needs;
    return length == 4 && p[0] <= 31 && mw_all_zero(p + 1, 3) && source->is_stream;
}

static uint32_t accept_square(const struct mw_step *step, const int32_t *input, uint32_t count, int32_t *output) {
    mw_square(input, count, step->parameters[0], output);
    return count;
}

static bool check_decimating_fir(const uint8_t *p, uint32_t length, const struct mw_source *source,
                                 struct mw_step_needs *needs) {
    if (length < 4) {
        return false;
    }
    uint32_t taps = mw_read_u16(p + 2);
    uint32_t used = 4 + 2 * taps;
    needs->state_bytes = 8 + 4 * taps;
    needs->factor = p[0];
    return mw_in_range(taps, 1, 128) && length == ((used + 3) & ~3u) && mw_all_zero(p + used, length - used) &&
           p[0] >= 1 && p[1] <= 31 && source->is_stream;
}

static uint32_t accept_decimating_fir(const struct mw_step *step, const int32_t *input, uint32_t count,
                                      int32_t *output) {
    const uint8_t *p = step->parameters;
    struct mw_fir_taps fir = {.taps = p + 4, .count = mw_read_u16(p + 2), .factor = p[0], .shift = p[1]};
    return mw_decimating_fir_filter(step->state, &fir, input, count, output);
}

const struct mw_operation mw_mean_removal_operation = {
    .check = check_mean_removal, .accept = accept_mean_removal, .is_stream = true};
const struct mw_operation mw_biquads_operation = {
    .check = check_biquads, .accept = accept_biquads, .is_stream = true};
const struct mw_operation mw_whitening_operation = {
    .check = check_whitening, .accept = accept_whitening, .end_window = end_whitening, .is_stream = true};
const struct mw_operation mw_square_operation = {.check = check_square, .accept = accept_square, .is_stream = true};
const struct mw_operation mw_decimating_fir_operation = {
    .check = check_decimating_fir, .accept = accept_decimating_fir, .is_stream = true};
