#include "wave_match.h"

#include "milliwatt/dsp.h"

#include <stdbool.h>
#include <string.h>

#define LARGEST 32767

#if defined(__ARM_FEATURE_DSP) && defined(__ARM_FEATURE_UNALIGNED)
static inline int64_t with_two_products(int64_t sum, const int16_t *first, const int16_t *second) {
    uint32_t one;
    uint32_t other;
    memcpy(&one, first, sizeof one);
    memcpy(&other, second, sizeof other);
    __asm__("smlald %Q0, %R0, %1, %2" : "+r"(sum) : "r"(one), "r"(other));
    return sum;
}
#endif

/* Two values at once from any address, where the processor has instructions for both. */
static int64_t sum_of_products(const int16_t *first, const int16_t *second, int32_t length) {
    int64_t sum = 0;
    int32_t i = 0;
#if defined(__ARM_FEATURE_DSP) && defined(__ARM_FEATURE_UNALIGNED)
    for (; i + 3 < length; i += 4) {
        sum = with_two_products(sum, first + i, second + i);
        sum = with_two_products(sum, first + i + 2, second + i + 2);
    }
#endif
    for (; i < length; i++) {
        sum += (int32_t)first[i] * second[i];
    }
    return sum;
}

/* Headroom: up to 37 products of two 15-bit values add up to 2^34, times 37 to 2^39, and so does what is taken off. */
struct mw_wave_moments mw_moments_of(const int16_t *values, int32_t length) {
    int32_t sum = 0;
    for (int32_t i = 0; i < length; i++) {
        sum += values[i];
    }
    return (struct mw_wave_moments){length * sum_of_products(values, values, length) - (int64_t)sum * sum, sum};
}

int64_t mw_covariance(const int16_t *first, int32_t first_sum, const int16_t *second, int32_t second_sum, int32_t length) {
    return length * sum_of_products(first, second, length) - (int64_t)first_sum * second_sum;
}

/* Of 32 bits, digit by digit. */
static uint32_t root_32(uint32_t value) {
    uint32_t root = 0;
    for (uint32_t bit = 1U << 30; bit != 0; bit >>= 2) {
        uint32_t tried = root + bit;
        root >>= 1;
        if (value >= tried) {
            value -= tried;
            root += bit;
        }
    }
    return root;
}

/*
 * Of 2^8 times an energy, below 2^48: exactly what mw_integer_square_root gives, in half the time. The root of the upper 32 bits
 * gives all but eight bits, a quotient of words the rest to within a few, and the square tells which.
 */
static uint32_t root_of(int64_t energy) {
    uint64_t value = (uint64_t)energy * 256;
    uint32_t root = root_32((uint32_t)(value >> 16)) << 8;
    if (root < 1U << 12) {
        return (uint32_t)mw_integer_square_root((int64_t)value);
    }
    root += (uint32_t)((value - (uint64_t)root * root) >> 4) / (root >> 3);
    while ((uint64_t)root * root > value) {
        root--;
    }
    while ((uint64_t)(root + 1) * (root + 1) <= value) {
        root++;
    }
    return root;
}

/* covariance / (first root second root / 2^8) in Q15; 0 where a root is 0. Headroom: 2^39 * 2^23 is below 2^63. */
static int32_t quotient_q15(int64_t covariance, uint32_t first_root, uint32_t second_root) {
    int64_t roots = (int64_t)((uint64_t)first_root * second_root);
    return roots == 0 ? 0 : (int32_t)mw_clamp(covariance * (1 << 23) / roots, -LARGEST, LARGEST);
}

int32_t mw_shapes_correlation_q15(const int16_t *first, const int16_t *second, int32_t length) {
    struct mw_wave_moments one = mw_moments_of(first, length);
    struct mw_wave_moments other = mw_moments_of(second, length);
    int64_t covariance = mw_covariance(first, one.sum, second, other.sum, length);
    return quotient_q15(covariance, root_of(one.energy), root_of(other.energy));
}

void mw_wave_take(struct mw_wave *wave, const struct mw_beat_signal *signal, uint32_t from, int32_t length, int32_t lags) {
    wave->length = length;
    wave->lags = lags;
    mw_signal_copy(signal, from - (uint32_t)lags, wave->values, (uint32_t)(length + 2 * lags));
    const int16_t *values = wave->values;
    int64_t squares = sum_of_products(values, values, length);
    int32_t sum = mw_moments_of(values, length).sum;
    for (int32_t shift = 0;; shift++) {
        wave->energies[shift] = length * squares - (int64_t)sum * sum;
        wave->sums[shift] = sum;
        if (shift == 2 * lags) {
            return;
        }
        sum += values[shift + length] - values[shift];
        squares += (int32_t)values[shift + length] * values[shift + length] - (int32_t)values[shift] * values[shift];
    }
}

/* The exact comparison, lag by lag; those left out are marked. */
static struct mw_wave_fit best_of(const struct mw_wave *wave, const int64_t *covariances, uint32_t left_out, int64_t energy) {
    uint32_t shape_root = root_of(energy);
    struct mw_wave_fit fit = {INT16_MIN, 0};
    for (int32_t shift = 0; shift <= 2 * wave->lags; shift++) {
        if ((left_out >> shift & 1U) == 0) {
            int32_t correlation = quotient_q15(covariances[shift], root_of(wave->energies[shift]), shape_root);
            if (correlation > fit.correlation_q15) {
                fit.correlation_q15 = correlation;
                fit.lag = shift - wave->lags;
            }
        }
    }
    return fit;
}

/* A lag's covariance in 15 bits and energy in 30, cut by shifts that all lags share. */
struct rough {
    uint32_t covariance;
    uint32_t energy;
};

static bool is_more(const struct rough *one, const struct rough *other) {
    return (uint64_t)one->covariance * one->covariance * other->energy >
           (uint64_t)other->covariance * other->covariance * one->energy;
}

/* Whether the square of one correlation is below the other's by a part of 2^-9 at least, the cuts counted against it. */
static bool is_surely_less(const struct rough *one, const struct rough *best) {
    uint64_t most = (uint64_t)(one->covariance + 1) * (one->covariance + 1) * ((uint64_t)best->energy + 1);
    uint64_t least = (uint64_t)best->covariance * best->covariance * one->energy;
    return most + (most >> 9) < least;
}

static struct rough rough_of(int64_t covariance, int64_t energy, int covariance_shift, int energy_shift) {
    return (struct rough){covariance <= 0 ? 0 : (uint32_t)(covariance >> covariance_shift), (uint32_t)(energy >> energy_shift)};
}

/*
 * The lags that cannot be the best: their correlation is not above 0, or surely less than that of the best by 2^-10 of it. A root
 * of an energy that is not tiny is at least 2^11, and so right to 2^-11; what is left of the gap, 2^-11, is a whole step of a
 * correlation above LEAST_CERTAIN: no lag left out has even an equal one.
 */
#define TINY (1 << 14)
#define LEAST_CERTAIN 4096

static uint32_t lags_to_leave_out(const struct mw_wave *wave, const int64_t *covariances) {
    int64_t most_covariance = 0;
    int64_t most_energy = 0;
    int32_t lags = 2 * wave->lags;
    for (int32_t shift = 0; shift <= lags; shift++) {
        most_covariance = mw_max(most_covariance, covariances[shift]);
        most_energy = mw_max(most_energy, wave->energies[shift]);
    }
    int covariance_shift = (int)mw_max(0, mw_bit_length((uint64_t)most_covariance) - 15);
    int energy_shift = (int)mw_max(0, mw_bit_length((uint64_t)most_energy) - 30);
    struct rough best = {0, 1};
    for (int32_t shift = 0; shift <= lags; shift++) {
        struct rough each = rough_of(covariances[shift], wave->energies[shift], covariance_shift, energy_shift);
        if (is_more(&each, &best)) {
            best = each;
        }
    }
    uint32_t left_out = 0;
    for (int32_t shift = 0; shift <= lags; shift++) {
        struct rough each = rough_of(covariances[shift], wave->energies[shift], covariance_shift, energy_shift);
        bool tiny = wave->energies[shift] < TINY;
        left_out |= !tiny && (covariances[shift] <= 0 || is_surely_less(&each, &best)) ? 1U << shift : 0U;
    }
    return left_out;
}

struct mw_wave_fit mw_wave_match(const struct mw_wave *wave, const int16_t *shape) {
    struct mw_wave_moments of_shape = mw_moments_of(shape, wave->length);
    int64_t covariances[2 * MW_MATCH_MOST_LAGS + 1];
    for (int32_t shift = 0; shift <= 2 * wave->lags; shift++) {
        covariances[shift] =
            mw_covariance(wave->values + shift, wave->sums[shift], shape, of_shape.sum, wave->length);
    }
    struct mw_wave_fit fit = best_of(wave, covariances, lags_to_leave_out(wave, covariances), of_shape.energy);
    return fit.correlation_q15 > LEAST_CERTAIN ? fit : best_of(wave, covariances, 0, of_shape.energy);
}
