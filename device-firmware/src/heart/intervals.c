#include "intervals.h"

#include "beat_feature.h"
#include "milliwatt/dsp.h"
#include "ratio.h"

#define TACHYCARDIA_MILLIS 600
#define PREMATURE_PERCENT 87
#define PAUSE_PERCENT 115
#define LATE_PERCENT 90
#define SLOWEST_PERCENT 97
#define RECENT 10
#define LONGEST_WAIT 20

static int32_t mean_of_recent(const struct mw_intervals *intervals, int32_t otherwise) {
    struct mw_intervals_view recent = MW_RING_VIEW(intervals->recent, intervals->recent_values);
    int32_t used = (int32_t)mw_min(RECENT, intervals->recent.count);
    int32_t sum = 0;
    for (uint32_t i = 0; i < (uint32_t)used; i++) {
        sum += mw_ring_newest(&recent, i);
    }
    return used == 0 ? otherwise : sum / used;
}

static void describe_sinus(const struct mw_intervals *intervals, const struct mw_beat_intervals *beat, int32_t *features) {
    const struct mw_sinus_tracker *sinus = &intervals->sinus;
    int32_t reference = mw_sinus_interval_millis(sinus, beat->interval);
    int32_t before_shortest = mw_sinus_shortest_millis(sinus, beat->interval) - beat->interval;
    features[MW_FEATURE_INTERVAL_TO_SINUS] = mw_ratio_q8(beat->interval, reference);
    features[MW_FEATURE_NEXT_TO_SINUS] = mw_ratio_q8(beat->next, reference);
    features[MW_FEATURE_EARLINESS] = mw_sinus_earliness_q4(sinus, beat->interval);
    features[MW_FEATURE_BEFORE_EARLIEST] = mw_ratio_q8(before_shortest, reference);
}

static void describe_irregularity(const struct mw_intervals *intervals, const struct mw_beat_intervals *beat,
                                  int32_t *features) {
    const struct mw_irregularity *irregularity = &intervals->irregularity;
    int32_t nearest = mw_irregularity_nearest_millis(irregularity, beat->interval, beat->next_is_known ? 2 : 1);
    struct mw_irregularity_scores scores = mw_irregularity_measure(irregularity);
    features[MW_FEATURE_IRREGULARITY] = scores.difference_q10;
    features[MW_FEATURE_NEAREST_INTERVAL] = mw_ratio_q10(nearest, intervals->median);
    features[MW_FEATURE_FIBRILLATION] = scores.score_32;
    features[MW_FEATURE_ALTERNATING_FIBRILLATION] = scores.alternating_score_32;
}

static void describe_slow(const struct mw_intervals *intervals, const struct mw_beat_intervals *beat, int32_t mass_q8,
                          int32_t *features) {
    struct mw_intervals_view clean = MW_RING_VIEW(intervals->clean, intervals->clean_values);
    struct mw_intervals_view long_term = MW_RING_VIEW(intervals->long_term, intervals->long_term_values);
    bool none = intervals->clean.count == 0;
    int32_t slow_64 = none ? intervals->median : mw_ring_percentile(&clean, 90);
    int32_t slow_256 = intervals->long_term.count == 0 ? intervals->median : mw_ring_percentile(&long_term, 90);
    int32_t early = 0;
    for (uint32_t i = 0; i < intervals->clean.count; i++) {
        early += mw_intervals_is_early(intervals, intervals->clean_values[i]) ? 1 : 0;
    }
    features[MW_FEATURE_INTERVAL_TO_SLOW_64] = mw_ratio_q8(beat->interval, slow_64);
    features[MW_FEATURE_INTERVAL_TO_SLOW_256] = mw_ratio_q8(beat->interval, slow_256);
    features[MW_FEATURE_INTERVAL_TO_SLOW_MODE] = mw_ratio_q8(beat->interval, intervals->slow_mode);
    features[MW_FEATURE_SLOW_MODE_MASS] = mass_q8;
    features[MW_FEATURE_NEXT_TO_SLOW_MODE] = mw_ratio_q8(beat->next, intervals->slow_mode);
    features[MW_FEATURE_EARLY_SHARE] = mw_ratio_q8(early, intervals->clean.count);
    features[MW_FEATURE_BEATS_SINCE_LATE] = intervals->since_late;
    features[MW_FEATURE_INTERVAL_MILLIS] = beat->interval;
    features[MW_FEATURE_MEDIAN_MILLIS] = (none ? intervals->median : mw_ring_median(&clean));
}

static int32_t mean_of(const struct mw_intervals_view *view, int32_t otherwise) {
    int32_t count = view->ring->count;
    int32_t sum = 0;
    for (int32_t i = 0; i < count; i++) {
        sum += view->values[i];
    }
    return count == 0 ? otherwise : sum / count;
}

/* Means and the slowest: what long pauses between runs of early beats move, and medians do not. */
static void describe_means(const struct mw_intervals *intervals, int32_t interval, int32_t *features) {
    struct mw_intervals_view recent = MW_RING_VIEW(intervals->recent, intervals->recent_values);
    struct mw_intervals_view long_term = MW_RING_VIEW(intervals->long_term, intervals->long_term_values);
    int32_t slowest = intervals->long_term.count == 0 ? intervals->median : mw_ring_percentile(&long_term, SLOWEST_PERCENT);
    features[MW_FEATURE_INTERVAL_TO_MEAN_64] = mw_ratio_q8(interval, mean_of(&recent, interval));
    features[MW_FEATURE_INTERVAL_TO_MEAN_256] = mw_ratio_q8(interval, mean_of(&long_term, interval));
    features[MW_FEATURE_INTERVAL_TO_SLOWEST_256] = mw_ratio_q8(interval, slowest);
}

void mw_intervals_describe(struct mw_intervals *intervals, const struct mw_beat_intervals *beat, int32_t *features) {
    struct mw_intervals_view recent = MW_RING_VIEW(intervals->recent, intervals->recent_values);
    struct mw_intervals_view long_term = MW_RING_VIEW(intervals->long_term, intervals->long_term_values);
    struct mw_intervals_view clean = MW_RING_VIEW(intervals->clean, intervals->clean_values);
    struct mw_slow_mode slow = mw_slow_mode_of(&clean, intervals->clean_bins);
    int32_t median = intervals->recent.count == 0 ? beat->interval : mw_ring_median(&recent);
    int32_t long_median = intervals->long_term.count == 0 ? beat->interval : mw_ring_median(&long_term);
    intervals->median = median;
    intervals->mean = mean_of_recent(intervals, beat->interval);
    intervals->slow_mode = intervals->clean.count == 0 ? median : slow.interval_millis;
    features[MW_FEATURE_INTERVAL_TO_MEDIAN] = mw_ratio_q8(beat->interval, median);
    features[MW_FEATURE_INTERVAL_TO_RECENT] = mw_ratio_q8(beat->interval, intervals->mean);
    features[MW_FEATURE_NEXT_TO_MEDIAN] = mw_ratio_q8(beat->next, median);
    features[MW_FEATURE_NEXT_TO_INTERVAL] = mw_ratio_q8(beat->next, beat->interval);
    features[MW_FEATURE_INTERVAL_TO_PREVIOUS] = mw_ratio_q8(beat->interval, beat->before);
    features[MW_FEATURE_BOTH_TO_MEDIAN] = mw_ratio_q8(beat->interval + beat->next, 2 * median);
    features[MW_FEATURE_INTERVAL_TO_LONG_MEDIAN] = mw_ratio_q8(beat->interval, long_median);
    describe_sinus(intervals, beat, features);
    describe_irregularity(intervals, beat, features);
    describe_slow(intervals, beat, slow.mass_q8, features);
    describe_means(intervals, beat->interval, features);
}

void mw_intervals_expect(struct mw_intervals *intervals, const struct mw_beat_intervals *beat) {
    if (!intervals->next_is_kept) {
        mw_irregularity_add(&intervals->irregularity, beat->interval);
    }
    if (beat->next_is_known) {
        mw_irregularity_add(&intervals->irregularity, beat->next);
    }
    intervals->next_is_kept = beat->next_is_known;
}

void mw_intervals_learn(struct mw_intervals *intervals, int32_t interval, bool normal_shape, bool is_clean) {
    mw_ring_add(&intervals->recent, intervals->recent_values, 64, interval);
    mw_ring_add(&intervals->long_term, intervals->long_term_values, 256, interval);
    mw_sinus_learn(&intervals->sinus, interval, normal_shape);
    if (is_clean) {
        intervals->clean_bins[intervals->clean.at] = mw_slow_mode_bin(interval);
        mw_ring_add(&intervals->clean, intervals->clean_values, 64, interval);
    }
    bool waits = !mw_intervals_is_late(intervals, interval);
    intervals->since_late = waits ? (uint8_t)mw_min(intervals->since_late + 1, LONGEST_WAIT) : 0;
}

bool mw_intervals_is_premature(const struct mw_intervals *intervals, int32_t interval, int32_t next) {
    return 100 * interval < PREMATURE_PERCENT * intervals->mean || 100 * interval < PREMATURE_PERCENT * intervals->median ||
           100 * next > PAUSE_PERCENT * interval;
}

bool mw_intervals_is_late(const struct mw_intervals *intervals, int32_t interval) {
    return 100 * interval >= LATE_PERCENT * intervals->slow_mode;
}

bool mw_intervals_is_early(const struct mw_intervals *intervals, int32_t interval) {
    return 100 * interval < PREMATURE_PERCENT * intervals->slow_mode;
}

bool mw_intervals_is_hurried(const struct mw_intervals *intervals, int32_t interval) {
    return mw_intervals_is_early(intervals, interval) && interval < TACHYCARDIA_MILLIS;
}
