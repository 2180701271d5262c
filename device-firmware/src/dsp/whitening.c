#include "milliwatt/dsp.h"

#define FRACTION_BITS 24

struct parts {
    int64_t *autocorrelation;
    int32_t *coefficients_q24;
    int32_t *past;
    uint32_t *samples_in_window;
};

static struct parts parts_of(void *state, unsigned order) {
    struct parts parts;
    parts.autocorrelation = state;
    parts.coefficients_q24 = (int32_t *)(void *)(parts.autocorrelation + order + 1);
    parts.past = parts.coefficients_q24 + order;
    parts.samples_in_window = (uint32_t *)(void *)(parts.past + order);
    return parts;
}

/*
 * The predictor of the previous window filters this one, so the window need not be kept.
 *
 * Headroom: samples are clamped to 24 bits, so a lag sums at most 65 535 products below 2^46, and the filter sums at
 * most 17 products below 2^54.
 */
int32_t mw_whitening_accept(void *state, unsigned order, int32_t value) {
    struct parts parts = parts_of(state, order);
    int32_t x = mw_saturate_24(value);
    int64_t sum = x * ((int64_t)1 << FRACTION_BITS);
    for (unsigned k = 0; k < order; k++) {
        sum += (int64_t)parts.coefficients_q24[k] * parts.past[k];
    }
    /* Only pairs within one window count: that keeps the autocorrelation positive definite. */
    unsigned lags = *parts.samples_in_window < order ? *parts.samples_in_window : order;
    parts.autocorrelation[0] += (int64_t)x * x;
    int32_t newer = x;
    for (unsigned k = 0; k < lags; k++) {
        int32_t past = parts.past[k];
        parts.autocorrelation[k + 1] += (int64_t)x * past;
        parts.past[k] = newer;
        newer = past;
    }
    for (unsigned k = lags; k < order; k++) {
        int32_t past = parts.past[k];
        parts.past[k] = newer;
        newer = past;
    }
    *parts.samples_in_window += 1;
    return mw_saturate_32(mw_rounding_shift(sum, FRACTION_BITS));
}

void mw_whitening_end_window(void *state, unsigned order, unsigned white_noise_shift) {
    struct parts parts = parts_of(state, order);
    mw_levinson_durbin(parts.autocorrelation, order, white_noise_shift, parts.coefficients_q24);
    for (unsigned k = 0; k <= order; k++) {
        parts.autocorrelation[k] = 0;
    }
    *parts.samples_in_window = 0;
}
