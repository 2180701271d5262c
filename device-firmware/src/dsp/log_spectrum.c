#include "milliwatt/spectrum.h"
#include "quarter_wave.h"

void mw_log_spectrum_accept(struct mw_log_spectrum *state, int32_t value) {
    state->values[state->count] = value;
    state->count++;
}

static int64_t sum_of(const int32_t *values, uint32_t samples) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < samples; i++) {
        sum += values[i];
    }
    return sum;
}

void mw_log_spectrum_end_window(struct mw_log_spectrum *state, uint32_t samples, uint32_t length, uint32_t first_bin) {
    int32_t *values = state->values;
    state->count = 0;
    int64_t mean = mw_floor_divide(sum_of(values, samples), samples);
    uint64_t largest = 0; /* or-ing magnitudes finds the longest as well as comparing would */
    for (uint32_t i = 0; i < samples; i++) {
        largest |= (uint64_t)mw_magnitude(values[i] - mean);
    }
    /* The largest magnitude, at most 2^32, comes to lie in 2^28 .. 2^29. */
    int shift = 29 - mw_bit_length(largest);
    struct mw_turn turn = mw_turn_begin(samples);
    for (uint32_t i = 0; i < samples; i++) {
        int32_t scaled = (int32_t)mw_scale_by_power_of_two(values[i] - mean, shift);
        values[i] = (int32_t)(((int64_t)scaled * (32768 - mw_cosine_q15(turn.phase)) + 32768) >> 16);
        mw_turn_next(&turn);
    }
    for (uint32_t i = samples; i < length; i++) {
        values[i] = 0;
    }
    mw_log_power_spectrum(values, length);
    for (uint32_t i = 0; i < first_bin; i++) {
        values[i] = values[first_bin];
    }
}
