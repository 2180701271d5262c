#include "milliwatt/dsp.h"

#define FRACTION_BITS 24
#define BLOCK 8U /* values that share one pass over the lags */

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

static int32_t error_of(int64_t sum) { return mw_saturate_32(mw_rounding_shift(sum, FRACTION_BITS)); }

/* A value's prediction error; earlier values lie before it. */
static int32_t filtered(const int32_t *coefficients_q24, unsigned order, const int32_t *value) {
    int64_t sum = *value * ((int64_t)1 << FRACTION_BITS);
    for (unsigned k = 0; k < order; k++) {
        sum += (int64_t)coefficients_q24[k] * *--value;
    }
    return error_of(sum);
}

/* The same for two values that follow one another: they share their coefficients and all past values but one. */
static void filter_two(const int32_t *coefficients_q24, unsigned order, const int32_t *value, int32_t *output) {
    int64_t first = value[0] * ((int64_t)1 << FRACTION_BITS);
    int64_t second = value[1] * ((int64_t)1 << FRACTION_BITS);
    int32_t newer = *value;
    unsigned k = 0;
    for (; k + 2 <= order; k += 2) {
        int32_t past = *--value;
        first += (int64_t)coefficients_q24[k] * past;
        second += (int64_t)coefficients_q24[k] * newer;
        newer = *--value;
        first += (int64_t)coefficients_q24[k + 1] * newer;
        second += (int64_t)coefficients_q24[k + 1] * past;
    }
    if (k < order) {
        first += (int64_t)coefficients_q24[k] * *--value;
        second += (int64_t)coefficients_q24[k] * newer;
    }
    output[0] = error_of(first);
    output[1] = error_of(second);
}

/* The sum of products of values with those some lag before them. */
static int64_t products(const int32_t *values, const int32_t *earlier, uint32_t count) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        sum += (int64_t)values[i] * earlier[i];
    }
    return sum;
}

/* The same of a whole block for two lags that follow one another: they share all values but one. */
static void add_two_lags(const int32_t *values, unsigned lag, int64_t sums[2]) {
    const int32_t *earlier = values - lag;
    int64_t near = sums[0];
    int64_t far = sums[1];
    int32_t even = earlier[-1];
    for (uint32_t i = 0; i < BLOCK; i += 2) {
        int32_t odd = earlier[i];
        near += (int64_t)values[i] * odd;
        far += (int64_t)values[i] * even;
        even = earlier[i + 1];
        near += (int64_t)values[i + 1] * even;
        far += (int64_t)values[i + 1] * odd;
    }
    sums[0] = near;
    sums[1] = far;
}

/* `before` values of the window came before these. */
static void correlate(int64_t *autocorrelation, unsigned order, const int32_t *values, uint32_t before, uint32_t count) {
    unsigned lag = 0;
    if (before >= order && count == BLOCK) {
        for (; lag < order; lag += 2) {
            add_two_lags(values, lag, autocorrelation + lag);
        }
    }
    for (; lag <= order; lag++) {
        /* Only pairs within one window count: that keeps the autocorrelation positive definite. */
        uint32_t first = before >= lag ? 0 : lag - before;
        if (first < count) {
            autocorrelation[lag] += products(values + first, values + first - lag, count - first);
        }
    }
}

/*
 * The predictor of the previous window filters this one, so the window need not be kept.
 *
 * Headroom: samples are clamped to 24 bits, so a lag sums at most 65 535 products below 2^46, and the filter sums at
 * most 17 products below 2^54.
 */
static void filter_block(const struct parts *parts, unsigned order, const int32_t *input, uint32_t count,
                         int32_t *output) {
    int32_t history[MW_WHITENING_MAX_ORDER + BLOCK]; /* the oldest first */
    int32_t *values = history + order;
    for (unsigned k = 0; k < order; k++) {
        history[order - 1 - k] = parts->past[k];
    }
    for (uint32_t i = 0; i < count; i++) {
        values[i] = mw_saturate_24(input[i]);
    }
    uint32_t done = 0;
    for (; done + 2 <= count; done += 2) {
        filter_two(parts->coefficients_q24, order, values + done, output + done);
    }
    if (done < count) {
        output[done] = filtered(parts->coefficients_q24, order, values + done);
    }
    uint32_t before = *parts->samples_in_window;
    correlate(parts->autocorrelation, order, values, before, count);
    for (unsigned k = 0; k < order; k++) {
        parts->past[k] = history[order + count - 1 - k];
    }
    *parts->samples_in_window = before + count;
}

void mw_whitening_filter(void *state, unsigned order, const int32_t *input, uint32_t count, int32_t *output) {
    struct parts parts = parts_of(state, order);
    while (count > 0) {
        uint32_t part = count < BLOCK ? count : BLOCK;
        filter_block(&parts, order, input, part, output);
        input += part;
        output += part;
        count -= part;
    }
}

void mw_whitening_end_window(void *state, unsigned order, unsigned white_noise_shift) {
    struct parts parts = parts_of(state, order);
    mw_levinson_durbin(parts.autocorrelation, order, white_noise_shift, parts.coefficients_q24);
    for (unsigned k = 0; k <= order; k++) {
        parts.autocorrelation[k] = 0;
    }
    *parts.samples_in_window = 0;
}
