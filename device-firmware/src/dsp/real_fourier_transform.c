#include "milliwatt/dsp.h"

static void swap(int32_t *a, int32_t *b) {
    int32_t kept = *a;
    *a = *b;
    *b = kept;
}

static void reverse_bits(int32_t *values, uint32_t length) {
    for (uint32_t i = 1, j = 0; i < length; i++) {
        uint32_t bit = length >> 1;
        for (; (j & bit) != 0; bit >>= 1) {
            j ^= bit;
        }
        j |= bit;
        if (i < j) {
            swap(values + 2 * i, values + 2 * j);
            swap(values + 2 * i + 1, values + 2 * j + 1);
        }
    }
}

/* a, b := (a + w b) / 2, (a - w b) / 2 with w = exp(-j phi); for phi = 0 it is exactly one, which Q15 cannot hold. */
static void butterfly(int32_t *a, int32_t *b, int32_t cosine, int32_t sine, bool one) {
    int64_t real = b[0];
    int64_t imaginary = b[1];
    int64_t turned_real = one ? real : mw_rounding_shift(real * cosine + imaginary * sine, 15);
    int64_t turned_imaginary = one ? imaginary : mw_rounding_shift(imaginary * cosine - real * sine, 15);
    int64_t other_real = a[0];
    int64_t other_imaginary = a[1];
    a[0] = (int32_t)((other_real + turned_real + 1) >> 1);
    a[1] = (int32_t)((other_imaginary + turned_imaginary + 1) >> 1);
    b[0] = (int32_t)((other_real - turned_real + 1) >> 1);
    b[1] = (int32_t)((other_imaginary - turned_imaginary + 1) >> 1);
}

/*
 * Radix 2, decimation in time, every stage halves.
 *
 * Headroom: inputs of at most 2^29 make complex magnitudes of at most 2^29.5; a halving butterfly |a +- w b| / 2 cannot
 * raise the largest magnitude but by its rounding, below 2 per stage.
 */
static void transform(int32_t *values, uint32_t length) {
    reverse_bits(values, length);
    for (uint32_t half = 1; half < length; half *= 2) {
        for (uint32_t k = 0; k < half; k++) {
            uint32_t phase = (uint32_t)(((uint64_t)k << 31) / half);
            int32_t cosine = mw_cosine_q15(phase);
            int32_t sine = mw_sine_q15(phase);
            for (uint32_t i = k; i < length; i += 2 * half) {
                butterfly(values + 2 * i, values + 2 * (i + half), cosine, sine, k == 0);
            }
        }
    }
}

/* Magnitudes are below 2^30.6, so the power is below 2^62. */
static int32_t log_power(int64_t real, int64_t imaginary) {
    return mw_binary_logarithm_q10((uint64_t)(real * real + imaginary * imaginary));
}

/* Even and odd samples went in as real and imaginary parts; takes bins k and half - k apart again. */
static void separate(int32_t *low, int32_t *high, uint32_t phase) {
    int64_t even_real = ((int64_t)low[0] + high[0]) >> 1;
    int64_t even_imaginary = ((int64_t)low[1] - high[1]) >> 1;
    int64_t odd_real = ((int64_t)low[1] + high[1]) >> 1;
    int64_t odd_imaginary = ((int64_t)high[0] - low[0]) >> 1;
    int32_t cosine = mw_cosine_q15(phase);
    int32_t sine = mw_sine_q15(phase);
    int64_t turned_real = mw_rounding_shift(odd_real * cosine + odd_imaginary * sine, 15);
    int64_t turned_imaginary = mw_rounding_shift(odd_imaginary * cosine - odd_real * sine, 15);
    low[0] = log_power(even_real + turned_real, even_imaginary + turned_imaginary);
    high[0] = log_power(even_real - turned_real, even_imaginary - turned_imaginary);
}

void mw_log_power_spectrum(int32_t *values, uint32_t length) {
    uint32_t half = length / 2;
    transform(values, half);
    int64_t mean = (int64_t)values[0] + values[1];
    values[0] = log_power(mean, 0);
    for (uint32_t k = 1; k <= half / 2; k++) {
        separate(values + 2 * k, values + 2 * (half - k), (uint32_t)(((uint64_t)k << 32) / length));
    }
    for (uint32_t k = 1; k < half; k++) {
        values[k] = values[2 * k];
    }
}
