#include "wave_match.h"

#include "milliwatt/dsp.h"

#define LARGEST 32767

/* Headroom: up to 37 products of two 15-bit values add up to 2^34, times 37 to 2^39, and so does what is taken off. */
struct mw_wave_moments mw_moments_of(const int16_t *values, int32_t length) {
    int32_t sum = 0;
    int64_t squares = 0;
    for (int32_t i = 0; i < length; i++) {
        sum += values[i];
        squares += (int32_t)values[i] * values[i];
    }
    return (struct mw_wave_moments){sum, length * squares - (int64_t)sum * sum};
}

int64_t mw_covariance(const int16_t *first, int32_t first_sum, const int16_t *second, int32_t second_sum, int32_t length) {
    int64_t products = 0;
    for (int32_t i = 0; i < length; i++) {
        products += (int32_t)first[i] * second[i];
    }
    return length * products - (int64_t)first_sum * second_sum;
}

/* Of 2^8 times an energy: below 2^24. */
static int64_t root_of(int64_t energy) {
    return mw_integer_square_root(energy * 256);
}

/* covariance / (first root second root / 2^8) in Q15; 0 where a root is 0. Headroom: 2^39 * 2^23 is below 2^63. */
static int32_t quotient_q15(int64_t covariance, int64_t roots) {
    return roots == 0 ? 0 : (int32_t)mw_clamp(covariance * (1 << 23) / roots, -LARGEST, LARGEST);
}

int32_t mw_shapes_correlation_q15(const int16_t *first, const int16_t *second, int32_t length) {
    struct mw_wave_moments one = mw_moments_of(first, length);
    struct mw_wave_moments other = mw_moments_of(second, length);
    return quotient_q15(mw_covariance(first, one.sum, second, other.sum, length), root_of(one.energy) * root_of(other.energy));
}

void mw_wave_take(struct mw_wave *wave, const struct mw_beat_signal *signal, uint32_t from, int32_t length, int32_t lags) {
    wave->length = length;
    wave->lags = lags;
    mw_signal_copy(signal, from - (uint32_t)lags, wave->values, (uint32_t)(length + 2 * lags));
    for (int32_t shift = 0; shift <= 2 * lags; shift++) {
        wave->moments[shift] = mw_moments_of(wave->values + shift, length);
        wave->roots[shift] = 0;
    }
}

/* The root of a stretch's energy is found when it is first needed: 2^4 at least, since an energy that is not 0 is at least 1. */
static int64_t root_at(struct mw_wave *wave, int32_t shift) {
    if (wave->roots[shift] == 0) {
        wave->roots[shift] = root_of(wave->moments[shift].energy);
    }
    return wave->roots[shift];
}

struct mw_wave_fit mw_wave_match(struct mw_wave *wave, const int16_t *shape) {
    struct mw_wave_moments of_shape = mw_moments_of(shape, wave->length);
    int64_t shape_root = root_of(of_shape.energy);
    struct mw_wave_fit fit = {INT16_MIN, 0};
    for (int32_t shift = 0; shift <= 2 * wave->lags; shift++) {
        int64_t covariance =
            mw_covariance(wave->values + shift, wave->moments[shift].sum, shape, of_shape.sum, wave->length);
        if (covariance <= 0 && fit.correlation_q15 >= 0) {
            continue; /* no more than 0, so it cannot be larger */
        }
        int32_t correlation = quotient_q15(covariance, root_at(wave, shift) * shape_root);
        if (correlation > fit.correlation_q15) {
            fit.correlation_q15 = correlation;
            fit.lag = shift - wave->lags;
        }
    }
    return fit;
}
