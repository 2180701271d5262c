#include "milliwatt/dsp.h"

#include <string.h>

#define BLOCK 8U

/*
 * Headroom: squares of 24-bit samples as in energy.c. For the kurtosis samples are rounded to int16; a fourth power is at
 * most 2^60, so eight of them stay below 2^63 + 1; they are summed on in two halves of 32 bits, each sum below 2^51.
 */
static void accept_block(struct mw_moments *state, const int32_t *values, uint32_t count, unsigned dropped_bits) {
    const int32_t half = dropped_bits == 0 ? 0 : 1 << (dropped_bits - 1);
    int64_t squares = 0;
    int64_t rounded_squares = 0;
    uint64_t fourths = 0;
    int32_t peak = state->peak;
    for (uint32_t i = 0; i < count; i++) {
        int32_t x = mw_saturate_24(values[i]);
        squares += (int64_t)x * x;
        int32_t magnitude = x < 0 ? -x : x;
        peak = magnitude > peak ? magnitude : peak;
        int32_t rounded = (x + half) >> dropped_bits;
        rounded = rounded > INT16_MAX ? INT16_MAX : rounded < INT16_MIN ? INT16_MIN : rounded;
        uint32_t square = (uint32_t)(rounded * rounded);
        rounded_squares += square;
        fourths += (uint64_t)square * square;
    }
    state->peak = peak;
    state->sum_of_squares += squares;
    state->sum_of_rounded_squares += rounded_squares;
    state->sum_of_fourth_high += (int64_t)(fourths >> 32);
    state->sum_of_fourth_low += (int64_t)(fourths & 0xFFFFFFFF);
}

void mw_moments_accept(struct mw_moments *state, const int32_t *values, uint32_t count, unsigned dropped_bits) {
    while (count > 0) {
        uint32_t part = count < BLOCK ? count : BLOCK;
        accept_block(state, values, part, dropped_bits);
        values += part;
        count -= part;
    }
}

/*
 * n S4 / S2^2 with both sums as a 31-bit mantissa and an exponent. S2^2 / n <= S4 <= S2^2, so the last shift lies between
 * -20 and 0 and the quotient, below 2^32, keeps at least 12 bits behind the point.
 */
static int32_t kurtosis_q12(const struct mw_moments *state, uint32_t samples) {
    if (state->sum_of_rounded_squares == 0) {
        return 0;
    }
    int square_exponent = mw_bit_length((uint64_t)state->sum_of_rounded_squares) - 31;
    int64_t square = mw_scale_by_power_of_two(state->sum_of_rounded_squares, -square_exponent);
    int64_t high = state->sum_of_fourth_high + (state->sum_of_fourth_low >> 32);
    int64_t low = state->sum_of_fourth_low & 0xFFFFFFFF;
    int fourth_exponent = (high == 0 ? mw_bit_length((uint64_t)low) : 32 + mw_bit_length((uint64_t)high)) - 31;
    int64_t fourth;
    if (fourth_exponent >= 32) {
        fourth = high >> (fourth_exponent - 32);
    } else if (fourth_exponent >= 0) {
        fourth = high << (32 - fourth_exponent) | low >> fourth_exponent;
    } else {
        fourth = low << -fourth_exponent;
    }
    int64_t quotient = (samples * fourth * 4096) / (square * square >> 32);
    return mw_saturate_32(mw_scale_by_power_of_two(quotient, fourth_exponent - 2 * square_exponent - 32));
}

void mw_moments_end_window(struct mw_moments *state, uint32_t samples, int32_t values[MW_MOMENTS_VALUES]) {
    int32_t root_mean_square = mw_root_mean_square_q8(state->sum_of_squares, samples);
    int32_t peak_q8 = mw_saturate_32((int64_t)state->peak * 256);
    values[MW_MOMENTS_ROOT_MEAN_SQUARE] = root_mean_square;
    values[MW_MOMENTS_PEAK] = peak_q8;
    values[MW_MOMENTS_KURTOSIS] = kurtosis_q12(state, samples);
    values[MW_MOMENTS_CREST] = root_mean_square == 0 ? 0 : mw_saturate_32((int64_t)peak_q8 * 4096 / root_mean_square);
    memset(state, 0, sizeof *state);
}
