#include "milliwatt/dsp.h"

void mw_log_spectrum_accept(struct mw_log_spectrum *state, int32_t value) {
    state->values[state->count] = value;
    state->count++;
}

static int64_t mean_rounded_down(const int32_t *values, uint32_t samples) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < samples; i++) {
        sum += values[i];
    }
    int64_t quotient = sum / samples;
    return sum % samples < 0 ? quotient - 1 : quotient;
}

void mw_log_spectrum_end_window(struct mw_log_spectrum *state, uint32_t samples, uint32_t length, uint32_t first_bin) {
    int32_t *values = state->values;
    state->count = 0;
    int64_t mean = mean_rounded_down(values, samples);
    int64_t largest = 0;
    for (uint32_t i = 0; i < samples; i++) {
        largest = mw_max(largest, mw_magnitude(values[i] - mean));
    }
    /* The largest magnitude, at most 2^32, comes to lie in 2^28 .. 2^29. */
    int shift = 29 - mw_bit_length((uint64_t)largest);
    for (uint32_t i = 0; i < samples; i++) {
        int32_t cosine = mw_cosine_q15((uint32_t)(((uint64_t)i << 32) / samples));
        int64_t scaled = mw_scale_by_power_of_two(values[i] - mean, shift);
        values[i] = (int32_t)mw_rounding_shift(scaled * (32768 - cosine), 16);
    }
    for (uint32_t i = samples; i < length; i++) {
        values[i] = 0;
    }
    mw_log_power_spectrum(values, length);
    for (uint32_t i = 0; i < first_bin; i++) {
        values[i] = values[first_bin];
    }
}
