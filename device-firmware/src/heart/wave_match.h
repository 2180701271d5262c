/* How well a stretch of the signal fits a template, at the best of several lags: correlation with both means taken away. */
#ifndef MILLIWATT_HEART_WAVE_MATCH_H
#define MILLIWATT_HEART_WAVE_MATCH_H

#include "beat_signal.h"

#include <stdint.h>

#define MW_MATCH_MOST_LAGS 10
#define MW_MATCH_LONGEST 37

/* Sums of values without their mean: length times the sum of squares, less the square of the sum. */
struct mw_wave_moments {
    int64_t energy;
    int32_t sum;
};

/* A stretch of the signal at all its lags, so that it can be compared with several templates. */
struct mw_wave {
    int64_t energies[2 * MW_MATCH_MOST_LAGS + 1]; /* of the stretch at each lag, as in mw_wave_moments */
    int32_t sums[2 * MW_MATCH_MOST_LAGS + 1];
    int16_t values[MW_MATCH_LONGEST + 2 * MW_MATCH_MOST_LAGS]; /* from lag -lags on */
    int32_t length;
    int32_t lags;
};

struct mw_wave_fit {
    int32_t correlation_q15; /* the largest */
    int32_t lag;             /* where it is, in ticks; positive when the wave lies later than the template's */
};

/* length 1 .. MW_MATCH_LONGEST, lags 0 .. MW_MATCH_MOST_LAGS. */
void mw_wave_take(struct mw_wave *wave, const struct mw_beat_signal *signal, uint32_t from, int32_t length, int32_t lags);

/* Tries the lags -lags .. lags; of equal correlations the first stands. */
struct mw_wave_fit mw_wave_match(const struct mw_wave *wave, const int16_t *shape);

/* The correlation of two shapes, Q15. */
int32_t mw_shapes_correlation_q15(const int16_t *first, const int16_t *second, int32_t length);

struct mw_wave_moments mw_moments_of(const int16_t *values, int32_t length);

/* length times the sum of products, less the product of both sums. */
int64_t mw_covariance(const int16_t *first, int32_t first_sum, const int16_t *second, int32_t second_sum, int32_t length);

#endif
