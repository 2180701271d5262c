/*
 * Signal processing in integers, one kernel per file in src/dsp; every kernel says why it cannot overflow.
 * contract/recipe.md defines what each computes; io.milliwatt.dsp.fixedpoint is the twin in Java.
 *
 * A kernel's state is the caller's memory, aligned to 8 and cleared to zero before the first value.
 */
#ifndef MILLIWATT_DSP_H
#define MILLIWATT_DSP_H

#include <stdbool.h>
#include <stdint.h>

/* Right shifts of negative numbers round down, as on every compiler this firmware is built with. */
/* cppcheck-suppress shiftNegativeLHS ; this very behaviour is what is asserted */
_Static_assert((-3 >> 1) == -2, "arithmetic right shift expected");

/*
 * Arithmetic
 * ----------
 */

#define MW_MAX_24 ((1 << 23) - 1)

static inline int64_t mw_clamp(int64_t value, int64_t lowest, int64_t highest) {
    return value < lowest ? lowest : value > highest ? highest : value;
}

static inline int64_t mw_max(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static inline int64_t mw_min(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static inline int64_t mw_magnitude(int64_t value) {
    return value < 0 ? -value : value;
}

/* The common case, a value that fits, costs one comparison: the upper word is then the sign of the lower. */
static inline int32_t mw_saturate_32(int64_t value) {
    int32_t low = (int32_t)value;
    if ((int32_t)(value >> 32) == low >> 31) {
        return low;
    }
    return value < 0 ? INT32_MIN : INT32_MAX;
}

/* Symmetric: 65 535 squares of the result fit 62 bits. */
static inline int32_t mw_saturate_24(int32_t value) {
    return value < -MW_MAX_24 ? -MW_MAX_24 : value > MW_MAX_24 ? MW_MAX_24 : value;
}

static inline int16_t mw_saturate_16(int64_t value) {
    return (int16_t)mw_clamp(value, INT16_MIN, INT16_MAX);
}

/* value / 2^shift, halves rounded up; shift 0 .. 62. */
static inline int64_t mw_rounding_shift(int64_t value, unsigned shift) {
    return shift == 0 ? value : (value + ((int64_t)1 << (shift - 1))) >> shift;
}

/* floor(value / divisor), divisor above 0. */
static inline int64_t mw_floor_divide(int64_t value, int64_t divisor) {
    int64_t quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

/* value * 2^shift, or floor(value / 2^-shift) for a negative shift. */
static inline int64_t mw_scale_by_power_of_two(int64_t value, int shift) {
    return shift >= 0 ? value * ((int64_t)1 << shift) : value >> -shift;
}

/* Bits up to and with the leading one; 0 for 0. */
static inline int mw_bit_length(uint64_t value) {
    return value == 0 ? 0 : 64 - __builtin_clzll(value);
}

/* floor(sqrt(value)), value 0 .. 2^63 - 1. */
int64_t mw_integer_square_root(int64_t value);

/* log2 in Q10, error below 0.0006; 0 for 0. */
int32_t mw_binary_logarithm_q10(uint64_t value);

/* A full turn of the phase is 2^32. */
int32_t mw_sine_q15(uint32_t phase);
int32_t mw_cosine_q15(uint32_t phase);

/* The value with rank ceil(n / 2) of values[first .. last], each 0 .. 65 535. */
int32_t mw_lower_median(const int32_t *values, int first, int last);

/*
 * Streams: a value in, a value out
 * --------------------------------
 */

struct mw_mean_removal {
    int32_t mean_q16;
    int32_t primed;
};

/* The samples are int16 in int32. settling_shift 1 .. 15, fraction_bits 0 .. 7. */
void mw_mean_removal_filter(struct mw_mean_removal *state, unsigned settling_shift, unsigned fraction_bits,
                            const int32_t *samples, uint32_t count, int32_t *output);

/* Filters `count` values in place. Coefficients b0 b1 b2 a1 a2 per section, int32 little-endian, Q29; state 5 words per
 * section. */
void mw_biquad_cascade_filter(int32_t *state, const uint8_t *coefficients, unsigned sections, int32_t *values,
                              uint32_t count);

#define MW_WHITENING_MAX_ORDER 16

/* State of 16 (order + 1) bytes: int64 autocorrelation[order + 1], int32 coefficients_q24[order], int32 past[order],
 * uint32 samples in the window, uint32 unused. */
void mw_whitening_filter(void *state, unsigned order, const int32_t *input, uint32_t count, int32_t *output);
void mw_whitening_end_window(void *state, unsigned order, unsigned white_noise_shift);

/* Levinson-Durbin recursion; r[0] is the largest, 0 .. 2^62. Writes a[0 .. order - 1] in Q24. */
void mw_levinson_durbin(const int64_t *autocorrelation, unsigned order, unsigned white_noise_shift,
                        int32_t *coefficients_q24);

void mw_square(const int32_t *values, uint32_t count, unsigned shift, int32_t *output);

struct mw_decimating_fir {
    uint32_t newest;
    uint32_t phase;
    int32_t past[];
};

struct mw_fir_taps {
    const uint8_t *taps; /* int16 little-endian */
    uint16_t count;
    uint8_t factor;
    uint8_t shift;
};

/* Returns how many values it put into `output`, at most `count`. */
uint32_t mw_decimating_fir_filter(struct mw_decimating_fir *state, const struct mw_fir_taps *fir, const int32_t *values,
                                  uint32_t count, int32_t *output);

/* INT32_MIN becomes INT32_MAX. */
int32_t mw_absolute_value(int32_t value);

struct mw_envelope {
    int64_t level_q16;
};

/* Follows the magnitude: a share of 2^-attack of the way up, of 2^-release down. */
int32_t mw_envelope_accept(struct mw_envelope *state, int32_t value, unsigned attack_shift, unsigned release_shift);

/* The last 2^length_shift values, zeros before there are as many. */
struct mw_moving_sum {
    int64_t sum;
    uint32_t oldest;
    uint32_t unused;
    int32_t past[];
};

int32_t mw_moving_average_accept(struct mw_moving_sum *state, int32_t value, unsigned length_shift);

/* With 0 .. 8 fraction bits more than the stream. */
int32_t mw_moving_rms_accept(struct mw_moving_sum *state, int32_t value, unsigned length_shift,
                             unsigned fraction_bits);

/*
 * Windows: values in, findings at the window's end
 * ------------------------------------------------
 */

struct mw_energy {
    int64_t sum;
};

enum { MW_ENERGY_ROOT_MEAN_SQUARE, MW_ENERGY_LOG_MEAN_SQUARE, MW_ENERGY_VALUES };

void mw_energy_accept(struct mw_energy *state, const int32_t *values, uint32_t count);
void mw_energy_end_window(struct mw_energy *state, uint32_t samples, int32_t values[MW_ENERGY_VALUES]);

/* sqrt(sum / samples) with 8 fraction bits more than the samples. */
int32_t mw_root_mean_square_q8(int64_t sum_of_squares, uint32_t samples);

struct mw_moments {
    int64_t sum_of_squares;
    int64_t sum_of_rounded_squares;
    int64_t sum_of_fourth_high;
    int64_t sum_of_fourth_low;
    int32_t peak;
    int32_t unused;
};

enum { MW_MOMENTS_ROOT_MEAN_SQUARE, MW_MOMENTS_PEAK, MW_MOMENTS_KURTOSIS, MW_MOMENTS_CREST, MW_MOMENTS_VALUES };

void mw_moments_accept(struct mw_moments *state, const int32_t *values, uint32_t count, unsigned dropped_bits);
void mw_moments_end_window(struct mw_moments *state, uint32_t samples, int32_t values[MW_MOMENTS_VALUES]);

struct mw_mean_and_deviation {
    int64_t sum;
    int64_t sum_of_squares;
};

enum { MW_DEVIATION_MEAN_Q8, MW_DEVIATION_STANDARD_Q8, MW_DEVIATION_VALUES };

void mw_mean_and_deviation_accept(struct mw_mean_and_deviation *state, int32_t value);
void mw_mean_and_deviation_end_window(struct mw_mean_and_deviation *state, uint32_t samples,
                                      int32_t values[MW_DEVIATION_VALUES]);

struct mw_extremes {
    int32_t lowest;
    int32_t highest;
    int32_t started;
    int32_t unused;
};

enum { MW_EXTREMES_LOWEST, MW_EXTREMES_HIGHEST, MW_EXTREMES_PEAK_TO_PEAK, MW_EXTREMES_VALUES };

void mw_extremes_accept(struct mw_extremes *state, int32_t value);
void mw_extremes_end_window(struct mw_extremes *state, int32_t values[MW_EXTREMES_VALUES]);

struct mw_zero_crossings {
    int32_t side; /* -1, 1; 0 until the signal has left the band around zero */
    int32_t crossings;
    int32_t rising;
    int32_t unused;
};

enum { MW_CROSSINGS_ALL, MW_CROSSINGS_RISING, MW_CROSSINGS_VALUES };

void mw_zero_crossings_accept(struct mw_zero_crossings *state, int32_t value, int32_t hysteresis);
void mw_zero_crossings_end_window(struct mw_zero_crossings *state, int32_t values[MW_CROSSINGS_VALUES]);

/* A value of the last windows. */
struct mw_window_statistics {
    uint32_t count;
    uint32_t oldest;
    int32_t past[];
};

enum {
    MW_WINDOWS_MEAN,
    MW_WINDOWS_LOWEST,
    MW_WINDOWS_HIGHEST,
    MW_WINDOWS_MEAN_DEVIATION,
    MW_WINDOWS_VALUES
};

void mw_window_statistics_end_window(struct mw_window_statistics *state, uint32_t windows, int32_t value,
                                     int32_t values[MW_WINDOWS_VALUES]);

struct mw_signal_quality {
    int32_t clipped_samples;
    int32_t lowest;
    int32_t highest;
    int32_t started;
};

struct mw_quality_thresholds {
    int32_t clip_level_counts;
    int32_t clipped_samples;
    int32_t flat_range_counts;
    uint32_t stopped_below_nano_units;
    uint32_t stopped_below_millihertz;
    uint8_t level_fraction_bits;
};

void mw_signal_quality_accept(struct mw_signal_quality *state, const struct mw_quality_thresholds *thresholds,
                              const int32_t *samples, uint32_t count);
/* Returns enum mw_quality bits. */
uint16_t mw_signal_quality_end_window(struct mw_signal_quality *state, const struct mw_quality_thresholds *thresholds,
                                      int32_t level, uint32_t nano_units_per_count, uint32_t shaft_speed_millihertz);

struct mw_baseline_anomaly {
    int32_t count;
    int32_t baseline;
    int32_t spread;
    int32_t cumulative_q8;
    int32_t score_q8;
    int32_t learnt[];
};

struct mw_baseline_rule {
    int32_t smallest_spread;
    int32_t drift_q8;
    int32_t score_limit_q8;
    int32_t cumulative_limit_q8;
    uint8_t windows_to_learn;
    uint8_t unlearnable_flags;
    uint8_t unjudgeable_flags;
};

/* Takes the quality found so far; returns it, with MW_QUALITY_WARMING_UP while learning. */
uint16_t mw_baseline_anomaly_end_window(struct mw_baseline_anomaly *state, const struct mw_baseline_rule *rule,
                                        int32_t value, uint16_t quality);

#endif
