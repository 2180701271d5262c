#include "milliwatt/spectrum.h"

#include "milliwatt/recipe.h"
#include "test.h"

#include <string.h>

TEST(rounding_shift_rounds_halves_up) {
    CHECK_EQUAL(1, mw_rounding_shift(1, 1));
    CHECK_EQUAL(0, mw_rounding_shift(-1, 1));
    CHECK_EQUAL(-1, mw_rounding_shift(-3, 1));
    CHECK_EQUAL(-3, mw_rounding_shift(-3, 0));
    CHECK_EQUAL(1, mw_rounding_shift((int64_t)1 << 62, 62));
}

TEST(saturation_ends_at_the_type) {
    CHECK_EQUAL(32767, mw_saturate_16(32768));
    CHECK_EQUAL(-32768, mw_saturate_16(INT64_MIN));
    CHECK_EQUAL(INT32_MAX, mw_saturate_32((int64_t)INT32_MAX + 1));
    CHECK_EQUAL(-MW_MAX_24, mw_saturate_24(INT32_MIN));
}

TEST(integer_square_root_is_the_floor) {
    for (int64_t root = 0; root < 5000; root++) {
        CHECK_EQUAL(root, mw_integer_square_root(root * root));
        CHECK_EQUAL(root, mw_integer_square_root(root * root + 2 * root));
    }
    CHECK_EQUAL(3037000499, mw_integer_square_root(INT64_MAX));
}

TEST(binary_logarithm_of_powers_of_two_is_exact) {
    CHECK_EQUAL(0, mw_binary_logarithm_q10(0));
    for (int e = 0; e < 64; e++) {
        CHECK_EQUAL(e * 1024, mw_binary_logarithm_q10((uint64_t)1 << e));
    }
    CHECK_EQUAL(64 * 1024, mw_binary_logarithm_q10(UINT64_MAX));
}

TEST(sine_keeps_its_symmetries) {
    for (uint32_t i = 0; i < 4096; i++) {
        uint32_t phase = i * 1048576u + 12345u;
        CHECK_EQUAL(-mw_sine_q15(phase), mw_sine_q15(phase + ((uint32_t)1 << 31)));
        CHECK_EQUAL(mw_sine_q15(phase), -mw_sine_q15(0u - phase));
    }
    CHECK_EQUAL(32767, mw_cosine_q15(0));
    CHECK_EQUAL(0, mw_sine_q15((uint32_t)1 << 31));
}

TEST(lower_median_takes_the_lower_of_two) {
    const int32_t values[] = {9, 65535, 0, 7};
    CHECK_EQUAL(7, mw_lower_median(values, 0, 3));
    CHECK_EQUAL(9, mw_lower_median(values, 0, 2));
    CHECK_EQUAL(65535, mw_lower_median(values, 1, 1));
}

TEST(mean_removal_starts_at_the_first_sample) {
    struct mw_mean_removal removal = {0, 0};
    const int32_t samples[2] = {-32768, 32767};
    int32_t output[2];
    mw_mean_removal_filter(&removal, 11, 6, samples, 2, output);
    CHECK_EQUAL(0, output[0]);
    /* 65 535 counts in Q6, less a share of 2^-11. */
    CHECK_EQUAL(65535 * 64 - 65535 * 64 / 2048, output[1]);
}

TEST(biquads_take_the_steepest_recursive_coefficient) {
    /* y = x + 4 y1 and y = x + 4 y2, little-endian Q29: -2^31 has no negative in 32 bits. */
    const uint8_t by_one[20] = {0, 0, 0, 0x20, [15] = 0x80};
    const uint8_t by_two[20] = {0, 0, 0, 0x20, [19] = 0x80};
    const int32_t expected_by_one[5] = {1, 5, 21, 85, 341};
    const int32_t expected_by_two[5] = {1, 1, 5, 5, 21};
    int32_t state[5] = {0};
    int32_t values[5] = {1, 1, 1, 1, 1};
    mw_biquad_cascade_filter(state, by_one, 1, values, 5);
    CHECK_BYTES(expected_by_one, values, sizeof values);
    int32_t other_state[5] = {0};
    int32_t other_values[5] = {1, 1, 1, 1, 1};
    mw_biquad_cascade_filter(other_state, by_two, 1, other_values, 5);
    CHECK_BYTES(expected_by_two, other_values, sizeof other_values);
}

TEST(biquads_saturate_at_full_drive_and_recover) {
    /* y = 3.999 x + 3.999 x1, little-endian Q29. */
    const uint8_t coefficients[20] = {0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F};
    int32_t state[5] = {0};
    int32_t values[4] = {INT32_MAX, INT32_MAX, INT32_MIN + 1, INT32_MIN};
    mw_biquad_cascade_filter(state, coefficients, 1, values, 4);
    CHECK_EQUAL(INT32_MAX, values[0]);
    CHECK_EQUAL(INT32_MAX, values[1]);
    CHECK_EQUAL(0, values[2]);
    CHECK_EQUAL(INT32_MIN, values[3]);
}

/* r of x[n] = 0.5 x[n-1] + noise is 1, 0.5, 0.25: one coefficient of -0.5 explains all. */
TEST(levinson_durbin_finds_a_first_order_process) {
    const int64_t r[4] = {1 << 20, 1 << 19, 1 << 18, 1 << 17};
    int32_t a[3];
    mw_levinson_durbin(r, 3, 24, a);
    CHECK_EQUAL(-(1 << 23), a[0]);
    CHECK_EQUAL(0, a[1]);
    CHECK_EQUAL(0, a[2]);
}

TEST(levinson_durbin_of_silence_predicts_nothing) {
    const int64_t r[3] = {0, 0, 0};
    int32_t a[2] = {5, 5};
    mw_levinson_durbin(r, 2, 13, a);
    CHECK_EQUAL(0, a[0]);
    CHECK_EQUAL(0, a[1]);
}

/* A reflection coefficient of one would leave no error to divide the next sum by. */
TEST(levinson_durbin_stops_where_nothing_is_left_to_predict) {
    const int64_t equal[4] = {100, 100, 100, 100};
    const int64_t alternating[4] = {100, -100, 100, -100};
    const int32_t zero[3] = {0, 0, 0};
    int32_t a[3];
    mw_levinson_durbin(equal, 3, 24, a);
    CHECK_BYTES(zero, a, sizeof zero);
    mw_levinson_durbin(alternating, 3, 24, a);
    CHECK_BYTES(zero, a, sizeof zero);
}

static uint16_t quality_of(const int32_t *samples, uint32_t count, int32_t level, uint32_t shaft_speed_millihertz) {
    const struct mw_quality_thresholds thresholds = {.clip_level_counts = 32760,
                                                     .clipped_samples = 2,
                                                     .flat_range_counts = 3,
                                                     .stopped_below_nano_units = 500,
                                                     .stopped_below_millihertz = 1000,
                                                     .level_fraction_bits = 8};
    struct mw_signal_quality quality;
    memset(&quality, 0, sizeof quality);
    mw_signal_quality_accept(&quality, &thresholds, samples, count);
    return mw_signal_quality_end_window(&quality, &thresholds, level, 50, shaft_speed_millihertz);
}

TEST(signal_quality_begins_and_ends_at_its_thresholds) {
    const int32_t once[3] = {-32760, 0, 32759};
    const int32_t twice[3] = {-32768, 0, 32760};
    const int32_t narrow[3] = {700, 703, 701};
    const int32_t wide[3] = {700, 704, 701};
    int32_t level = 10 * 256;
    CHECK_EQUAL(0, quality_of(once, 3, level, 1000));
    CHECK_EQUAL(MW_QUALITY_CLIPPED, quality_of(twice, 3, level, 1000));
    CHECK_EQUAL(MW_QUALITY_FLAT, quality_of(narrow, 3, level, 1000));
    CHECK_EQUAL(0, quality_of(wide, 3, level, 1000));
    CHECK_EQUAL(MW_QUALITY_STOPPED, quality_of(wide, 3, level, 999));
    CHECK_EQUAL(MW_QUALITY_STOPPED, quality_of(wide, 3, level - 6, 1000));
}

TEST(moments_of_a_full_scale_square_wave) {
    struct mw_moments moments;
    int32_t values[MW_MOMENTS_VALUES];
    memset(&moments, 0, sizeof moments);
    for (int i = 0; i < 65535; i++) {
        const int32_t value = i % 2 == 0 ? INT32_MAX : INT32_MIN;
        mw_moments_accept(&moments, &value, 1, 0);
    }
    mw_moments_end_window(&moments, 65535, values);
    CHECK_EQUAL(MW_MAX_24 * (int64_t)256, values[MW_MOMENTS_PEAK]);
    CHECK_EQUAL(4096, values[MW_MOMENTS_CREST]);
    CHECK_EQUAL(4096, values[MW_MOMENTS_KURTOSIS]);
}

TEST(a_silent_spectrum_is_all_zero) {
    static int32_t memory[2 + 64];
    struct mw_log_spectrum *spectrum = (struct mw_log_spectrum *)(void *)memory;
    for (int i = 0; i < 64; i++) {
        mw_log_spectrum_accept(spectrum, INT32_MIN);
    }
    mw_log_spectrum_end_window(spectrum, 64, 64, 3);
    for (int i = 0; i < 32; i++) {
        CHECK_EQUAL(0, spectrum->values[i]);
    }
}

TEST(a_spectrum_does_not_depend_on_the_level) {
    static int32_t loud[2 + 64];
    static int32_t soft[2 + 64];
    for (int i = 0; i < 64; i++) {
        int32_t value = (i * 37 % 64 - 32) * 1000;
        mw_log_spectrum_accept((struct mw_log_spectrum *)(void *)soft, value);
        mw_log_spectrum_accept((struct mw_log_spectrum *)(void *)loud, value * 65536);
    }
    mw_log_spectrum_end_window((struct mw_log_spectrum *)(void *)soft, 64, 64, 0);
    mw_log_spectrum_end_window((struct mw_log_spectrum *)(void *)loud, 64, 64, 0);
    CHECK_BYTES(soft, loud, sizeof soft);
}

TEST(a_baseline_is_learnt_from_good_windows_only) {
    static int32_t memory[5 + 4];
    struct mw_baseline_anomaly *anomaly = (struct mw_baseline_anomaly *)(void *)memory;
    struct mw_baseline_rule rule = {.smallest_spread = 10,
                                    .drift_q8 = 512,
                                    .score_limit_q8 = 2560,
                                    .cumulative_limit_q8 = 15360,
                                    .windows_to_learn = 4,
                                    .unlearnable_flags = MW_QUALITY_CLIPPED,
                                    .unjudgeable_flags = MW_QUALITY_STOPPED};
    CHECK_EQUAL(MW_QUALITY_CLIPPED | MW_QUALITY_WARMING_UP,
                mw_baseline_anomaly_end_window(anomaly, &rule, INT32_MAX, MW_QUALITY_CLIPPED));
    for (int i = 0; i < 4; i++) {
        CHECK_EQUAL(MW_QUALITY_WARMING_UP, mw_baseline_anomaly_end_window(anomaly, &rule, 100 + i, 0));
    }
    CHECK_EQUAL(0, mw_baseline_anomaly_end_window(anomaly, &rule, 151, 0));
    CHECK_EQUAL(5 * 256, anomaly->score_q8);
    CHECK_EQUAL(3 * 256, anomaly->cumulative_q8);
    CHECK_EQUAL(MW_QUALITY_STOPPED, mw_baseline_anomaly_end_window(anomaly, &rule, 0, MW_QUALITY_STOPPED));
    CHECK_EQUAL(3 * 256, anomaly->cumulative_q8);
    mw_baseline_anomaly_end_window(anomaly, &rule, INT32_MIN, 0);
    CHECK_EQUAL(-2560, anomaly->score_q8);
    CHECK_EQUAL(0, anomaly->cumulative_q8);
}

/* A line is judged with both its neighbours, so the last bin cannot carry one. */
TEST(a_floor_ends_one_bin_before_the_spectrum) {
    static int32_t memory[6 + 40];
    static const int32_t spectrum[32];
    struct mw_local_floor *local_floor = (struct mw_local_floor *)(void *)memory;
    const struct mw_spectrum_axis axis = {.length = 64, .decimation = 1, .sample_rate_millihertz = 64000};
    const struct mw_floor_grid grid = {.step_order_q16 = 65536,
                                       .half_width_order_q16 = 65536,
                                       .limit_orders = 255,
                                       .minimum_half_width_bins = 1,
                                       .limit_millihertz = 64000,
                                       .points = 40};
    mw_local_floor_end_window(local_floor, &grid, spectrum, &axis, 1000);
    CHECK_EQUAL(30, local_floor->top_bin);
    CHECK_EQUAL(32, local_floor->points);
    mw_local_floor_end_window(local_floor, &grid, spectrum, &axis, 0);
    CHECK_EQUAL(0, local_floor->points);
}
