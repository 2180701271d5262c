#include "milliwatt/spectrum.h"
#include "quarter_wave.h"

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

/* (a + b s) / 2^15, halves rounded up. */
static inline int32_t turned_part(int32_t a, int32_t cosine, int32_t b, int32_t sine) {
    return (int32_t)(((int64_t)a * cosine + (int64_t)b * sine + 16384) >> 15);
}

/* a, b := (a + t) / 2, (a - t) / 2 */
static inline void put_halves(int32_t *a, int32_t *b, int32_t real, int32_t imaginary) {
    int32_t other_real = a[0];
    int32_t other_imaginary = a[1];
    a[0] = (other_real + real + 1) >> 1;
    a[1] = (other_imaginary + imaginary + 1) >> 1;
    b[0] = (other_real - real + 1) >> 1;
    b[1] = (other_imaginary - imaginary + 1) >> 1;
}

/*
 * Radix 2, decimation in time, every stage halves; the factor w = exp(-j phi) is exactly one for phi = 0, which Q15 cannot hold.
 * The phases are all multiples of 1 / 2048 turn, so the table serves without interpolation.
 *
 * Headroom: inputs of at most 2^29 make complex magnitudes of at most 2^29.5; a halving butterfly |a +- w b| / 2 cannot
 * raise the largest magnitude but by its rounding, below 2 per stage. So parts and the sums of two stay within 2^30.6.
 */
static void transform(int32_t *values, uint32_t length) {
    reverse_bits(values, length);
    for (uint32_t half = 1; half < length; half *= 2) {
        for (uint32_t i = 0; i < length; i += 2 * half) {
            int32_t *b = values + 2 * (i + half);
            put_halves(values + 2 * i, b, b[0], b[1]);
        }
        for (uint32_t k = 1; k < half; k++) {
            uint32_t angle = k * (2 * MW_QUARTER_WAVE / half);
            uint32_t beyond = angle - MW_QUARTER_WAVE;
            int32_t cosine = angle <= MW_QUARTER_WAVE ? mw_quarter_sine(MW_QUARTER_WAVE - angle) : -mw_quarter_sine(beyond);
            int32_t sine = angle <= MW_QUARTER_WAVE ? mw_quarter_sine(angle) : mw_quarter_sine(MW_QUARTER_WAVE - beyond);
            for (uint32_t i = k; i < length; i += 2 * half) {
                int32_t *b = values + 2 * (i + half);
                put_halves(values + 2 * i, b, turned_part(b[0], cosine, b[1], sine),
                           turned_part(b[1], cosine, -b[0], sine));
            }
        }
    }
}

/* Magnitudes are below 2^30.6, so the power is below 2^62. */
static int32_t log_power(int32_t real, int32_t imaginary) {
    return mw_binary_logarithm_q10((uint64_t)((int64_t)real * real + (int64_t)imaginary * imaginary));
}

/* Even and odd samples went in as real and imaginary parts; takes bins k and half - k apart again. */
static void separate(int32_t *low, int32_t *high, int32_t cosine, int32_t sine) {
    int32_t even_real = (low[0] + high[0]) >> 1;
    int32_t even_imaginary = (low[1] - high[1]) >> 1;
    int32_t odd_real = (low[1] + high[1]) >> 1;
    int32_t odd_imaginary = (high[0] - low[0]) >> 1;
    int32_t turned_real = turned_part(odd_real, cosine, odd_imaginary, sine);
    int32_t turned_imaginary = turned_part(odd_imaginary, cosine, -odd_real, sine);
    low[0] = log_power(even_real + turned_real, even_imaginary + turned_imaginary);
    high[0] = log_power(even_real - turned_real, even_imaginary - turned_imaginary);
}

void mw_log_power_spectrum(int32_t *values, uint32_t length) {
    uint32_t half = length / 2;
    uint32_t step = 4 * MW_QUARTER_WAVE / length;
    transform(values, half);
    int64_t mean = (int64_t)values[0] + values[1];
    values[0] = mw_binary_logarithm_q10((uint64_t)(mean * mean));
    for (uint32_t k = 1; k <= half / 2; k++) {
        separate(values + 2 * k, values + 2 * (half - k), mw_quarter_sine(MW_QUARTER_WAVE - k * step),
                 mw_quarter_sine(k * step));
    }
    for (uint32_t k = 1; k < half; k++) {
        values[k] = values[2 * k];
    }
}
