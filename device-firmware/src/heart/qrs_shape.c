#include "qrs_shape.h"

#include "beat_feature.h"
#include "milliwatt/dsp.h"
#include "ratio.h"

#include <string.h>

#define LENGTH MW_QRS_SHAPE_LENGTH
#define REACH MW_QRS_SHAPE_REACH
#define ALIGN_LAGS MW_QRS_SHAPE_LAGS
#define ALIGN_Q15 22938
#define SLOPE_PERCENT 15
#define LEVEL_FROM 14
#define LEVEL_LENGTH 7

static int32_t size_of(int32_t value) {
    return value < 0 ? -value : value;
}

static int32_t larger(int32_t a, int32_t b) {
    return a > b ? a : b;
}

static int32_t smaller(int32_t a, int32_t b) {
    return a < b ? a : b;
}

/* The middle one of up to LENGTH values, by parting them around one that may be it (Hoare's quickselect). */
static int32_t middle_of(const int16_t *values, int32_t count) {
    int16_t parted[LENGTH] = {0};
    int32_t first = 0;
    int32_t last = count - 1;
    memcpy(parted, values, (size_t)count * sizeof *values);
    while (first < last) {
        int16_t pivot = parted[count / 2];
        int32_t low = first;
        int32_t high = last;
        while (low <= high) {
            for (; parted[low] < pivot; low++) {
            }
            for (; parted[high] > pivot; high--) {
            }
            if (low <= high) {
                int16_t kept = parted[low];
                parted[low++] = parted[high];
                parted[high--] = kept;
            }
        }
        last = high < count / 2 ? last : high;
        first = low > count / 2 ? first : low;
        if (high < count / 2 && low > count / 2) {
            break;
        }
    }
    return parted[count / 2];
}

void mw_qrs_shape_find(struct mw_qrs_shape *shape, const struct mw_beat_signal *signal, uint32_t beat,
                       const struct mw_qrs_templates *templates) {
    struct mw_wave wave;
    int16_t before[LEVEL_LENGTH];
    memcpy(shape->normal, templates->shapes[templates->normal], sizeof shape->normal);
    mw_wave_take(&wave, signal, beat - REACH, LENGTH, ALIGN_LAGS);
    struct mw_wave_fit fit = mw_wave_match(&wave, shape->normal);
    shape->correlation = fit.correlation_q15;
    shape->lag = fit.correlation_q15 >= ALIGN_Q15 ? fit.lag : 0;
    for (int32_t i = 0; i < LENGTH; i++) {
        shape->wave[i] = wave.values[ALIGN_LAGS + shape->lag + i];
    }
    shape->normal_base = middle_of(shape->normal, LENGTH);
    shape->height = 1;
    for (int32_t i = 0; i < LENGTH; i++) {
        shape->height = larger(shape->height, size_of(shape->normal[i] - shape->normal_base));
    }
    mw_signal_copy(signal, beat + (uint32_t)(shape->lag - LEVEL_FROM), before, LEVEL_LENGTH);
    shape->level = middle_of(before, LEVEL_LENGTH);
}

static int32_t root_mean_square(const int16_t *values, int32_t mean) {
    int64_t squares = 0;
    for (int32_t i = 0; i < LENGTH; i++) {
        int32_t value = values[i] - mean;
        squares += (int64_t)value * value;
    }
    return (int32_t)mw_integer_square_root(squares / LENGTH);
}

/* Headroom: sums of 37 differences of 16 bits stay below 2^22. */
static void compare(const struct mw_qrs_shape *shape, int32_t *features) {
    int32_t mean = 0;
    int32_t normal_mean = 0;
    for (int32_t i = 0; i < LENGTH; i++) {
        mean += shape->wave[i];
        normal_mean += shape->normal[i];
    }
    mean /= LENGTH;
    normal_mean /= LENGTH;
    int32_t distance = 0;
    int32_t size = 0;
    int32_t above = INT32_MIN;
    int32_t below = INT32_MAX;
    for (int32_t i = 0; i < LENGTH; i++) {
        int32_t difference = shape->wave[i] - mean - (shape->normal[i] - normal_mean);
        distance += size_of(difference);
        size += size_of(shape->normal[i] - normal_mean);
        above = larger(above, difference);
        below = smaller(below, difference);
    }
    int32_t rms = root_mean_square(shape->wave, mean);
    features[MW_FEATURE_QRS_DISTANCE] = mw_ratio_q8(distance, size);
    features[MW_FEATURE_QRS_SIZE] = mw_ratio_q8(rms, root_mean_square(shape->normal, normal_mean));
    features[MW_FEATURE_QRS_MOST_ABOVE] = mw_ratio_q10(above, shape->height);
    features[MW_FEATURE_QRS_MOST_BELOW] = mw_ratio_q10(below, shape->height);
}

static int32_t steepest(const int16_t *values) {
    int32_t steepest = 0;
    for (int32_t i = 1; i + 1 < LENGTH; i++) {
        steepest = larger(steepest, size_of(values[i + 1] - values[i - 1]));
    }
    return steepest;
}

static int32_t width(const int16_t *values, int32_t slope) {
    int32_t first = LENGTH;
    int32_t last = 0;
    for (int32_t i = 1; i + 1 < LENGTH; i++) {
        if (100 * size_of(values[i + 1] - values[i - 1]) > slope * SLOPE_PERCENT) {
            first = smaller(first, i);
            last = i;
        }
    }
    return larger(0, last - first);
}

static int32_t broadness(const int16_t *values, int32_t base) {
    int32_t peak = 0;
    int32_t broad = 0;
    for (int32_t i = 0; i < LENGTH; i++) {
        peak = larger(peak, size_of(values[i] - base));
    }
    for (int32_t i = 0; i < LENGTH; i++) {
        broad += 2 * size_of(values[i] - base) > peak ? 1 : 0;
    }
    return broad;
}

static void measure(const struct mw_qrs_shape *shape, int32_t *features) {
    int32_t area = 0;
    int32_t size = 0;
    int32_t normal_size = 0;
    int32_t highest = INT32_MIN;
    int32_t lowest = INT32_MAX;
    int32_t first_half = 0;
    int32_t second_half = 0;
    for (int32_t i = 0; i < LENGTH; i++) {
        int32_t value = shape->wave[i] - shape->level;
        area += value;
        size += size_of(value);
        normal_size += size_of(shape->normal[i] - shape->normal_base);
        highest = larger(highest, value);
        lowest = smaller(lowest, value);
        first_half += i < REACH ? value : 0;
        second_half += i > REACH ? value : 0;
    }
    features[MW_FEATURE_QRS_AREA] = mw_ratio_q10(area / LENGTH, shape->height);
    features[MW_FEATURE_QRS_AREA_RATIO] = mw_ratio_q8(size, normal_size);
    features[MW_FEATURE_QRS_HIGHEST] = mw_ratio_q10(highest, shape->height);
    features[MW_FEATURE_QRS_LOWEST] = mw_ratio_q10(lowest, shape->height);
    features[MW_FEATURE_QRS_FIRST_HALF] = mw_ratio_q10(first_half / REACH, shape->height);
    features[MW_FEATURE_QRS_SECOND_HALF] = mw_ratio_q10(second_half / REACH, shape->height);
}

void mw_qrs_shape_describe(const struct mw_qrs_shape *shape, int32_t *features) {
    int32_t slope = steepest(shape->wave);
    features[MW_FEATURE_QRS_CORRELATION] = shape->correlation;
    compare(shape, features);
    features[MW_FEATURE_QRS_WIDTH] = width(shape->wave, slope);
    features[MW_FEATURE_QRS_BROADER] = (broadness(shape->wave, middle_of(shape->wave, LENGTH)) -
                                                 broadness(shape->normal, shape->normal_base));
    features[MW_FEATURE_QRS_STEEPNESS] = mw_ratio_q8(slope, steepest(shape->normal));
    measure(shape, features);
}
