#include "beat_features.h"

#include "milliwatt/dsp.h"
#include "ratio.h"

#define LONGEST_INTERVAL 4095
#define LARGEST_AGE 65535

/* Ticks to wait for the next beat. */
#define PATIENCE 360

/* What a beat found late may be old at most, so that its signal is still held. */
#define OLDEST 300

#define OWN_WAVES (MW_RECOVERY_LAST + MW_QRS_SHAPE_LAGS + MW_SIGNAL_DELAY)
#define NEXT_ATRIAL_WAVE (MW_ATRIAL_WAVE_LENGTH - MW_ATRIAL_WAVE_FROM + MW_ATRIAL_WAVE_LAGS + MW_SIGNAL_DELAY)

static void take_beat(struct mw_beat_features *state, const struct mw_beat_sensor *sensor, uint32_t age, bool late) {
    uint32_t at = state->found % MW_BEATS_PENDING;
    uint32_t tick = mw_signal_tick_of(&state->signal, sensor, (int32_t)mw_min(age, LARGEST_AGE));
    uint32_t oldest = state->signal.tick - OLDEST;
    state->pending_samples[at] = state->samples - age;
    state->pending_ticks[at] = (int32_t)(tick - oldest) < 0 ? oldest : tick;
    state->pending_late = (state->pending_late & ~(1U << at)) | (late ? 1U << at : 0U);
    state->found++;
}

static uint32_t ticks_since(const struct mw_beat_features *state, uint32_t number) {
    return state->signal.tick - state->pending_ticks[number % MW_BEATS_PENDING];
}

static bool is_due(const struct mw_beat_features *state) {
    uint32_t waited = ticks_since(state, state->described);
    if (state->found - state->described == 1) {
        return waited >= PATIENCE;
    }
    return (waited >= OWN_WAVES && ticks_since(state, state->described + 1) >= NEXT_ATRIAL_WAVE) ||
           state->found - state->described == MW_BEATS_PENDING;
}

/* Rounded; no more than the longest, so 32 bits are enough. */
static int32_t millis(uint32_t samples, const struct mw_beat_sensor *sensor) {
    uint32_t rate = (uint32_t)sensor->sample_rate;
    if (samples > 5 * rate) {
        return LONGEST_INTERVAL;
    }
    return (int32_t)mw_min(LONGEST_INTERVAL, (samples * 1000 + rate / 2) / rate);
}

static int32_t second_difference(const struct mw_beat_signal *signal, uint32_t tick) {
    int32_t difference = mw_signal_at(signal, tick - 1) - 2 * mw_signal_at(signal, tick) + mw_signal_at(signal, tick + 1);
    return difference < 0 ? -difference : difference;
}

static void describe_templates(const struct mw_beat_features *state, uint32_t beat, int32_t height, int32_t *features) {
    const struct mw_qrs_templates *templates = &state->templates;
    int32_t noise = 0;
    for (uint32_t i = 0; i < 26; i++) {
        noise += second_difference(&state->signal, beat - 34 + i) + second_difference(&state->signal, beat + 20 + i);
    }
    int32_t normal_score = templates->scores[templates->normal] < 1 ? 1 : templates->scores[templates->normal];
    int64_t score = templates->scores[templates->current]; /* up to 2^24 */
    int16_t known = templates->joined ? 0 : -1;
    features[MW_FEATURE_QRS_SHAPE_KNOWN] = mw_templates_is_normal(templates) ? 1 : known;
    features[MW_FEATURE_QRS_ACCEPTED_CORRELATION] = templates->accepted_correlation;
    features[MW_FEATURE_SHAPE] = templates->current;
    features[MW_FEATURE_SHAPE_INTERVALS] = (templates->interval_ratios[templates->current] >> 8);
    features[MW_FEATURE_SHAPE_STANDING] = mw_saturate_16(score * 256 / normal_score);
    features[MW_FEATURE_NOISE] = mw_ratio_q10(noise / 52, height);
}

static void learn(struct mw_beat_features *state, uint32_t aligned, int32_t level, const struct mw_beat_intervals *beat) {
    int32_t interval = beat->interval;
    bool premature = mw_intervals_is_premature(&state->intervals, interval, beat->next);
    bool normal = mw_templates_is_normal(&state->templates);
    bool is_clean = normal && state->normal_before;
    if (is_clean && mw_intervals_is_late(&state->intervals, interval)) {
        mw_atrial_wave_learn(&state->atrial, &state->signal, aligned, true);
    } else if (is_clean && mw_intervals_is_early(&state->intervals, interval)) {
        mw_atrial_wave_learn(&state->atrial, &state->signal, aligned, false);
    }
    if (normal && !premature) {
        mw_recovery_learn(&state->recovery, &state->signal, aligned, level);
    }
    state->normal_before = normal;
    bool hurried = mw_intervals_is_hurried(&state->intervals, interval);
    mw_templates_learn(&state->templates, &state->signal, aligned, premature, hurried,
                       mw_ratio_q8(interval, state->intervals.median));
    mw_intervals_learn(&state->intervals, interval, normal, is_clean);
}

static void describe(struct mw_beat_features *state, const struct mw_beat_sensor *sensor) {
    int32_t *features = state->features;
    uint32_t at = state->described % MW_BEATS_PENDING;
    uint32_t after = (state->described + 1) % MW_BEATS_PENDING;
    uint32_t tick = state->pending_ticks[at];
    bool next_is_known = state->found - state->described > 1;
    uint32_t to_next = state->pending_samples[after] - state->pending_samples[at];
    struct mw_beat_intervals beat = {.next_is_known = next_is_known};
    beat.next = millis(next_is_known ? to_next : 3 * (uint32_t)sensor->sample_rate, sensor);
    bool first = state->described == 0;
    beat.interval = first ? beat.next : millis(state->pending_samples[at] - state->sample_before, sensor);
    beat.before = first ? beat.interval : state->interval_before;
    mw_intervals_expect(&state->intervals, &beat);
    mw_intervals_describe(&state->intervals, &beat, features);
    struct mw_qrs_shape shape;
    mw_qrs_shape_find(&shape, &state->signal, tick, &state->templates);
    uint32_t aligned = tick + (uint32_t)shape.lag;
    mw_templates_find(&state->templates, &state->signal, aligned);
    mw_qrs_shape_describe(&shape, features);
    mw_atrial_wave_describe(&state->atrial, &state->signal, aligned, next_is_known ? state->pending_ticks[after] : aligned,
                       shape.height, features);
    mw_recovery_describe(&state->recovery, &state->signal, aligned, shape.level, shape.height, features);
    describe_templates(state, aligned, shape.height, features);
    learn(state, aligned, shape.level, &beat);
    state->late = (state->pending_late >> at & 1U) != 0;
    state->sample_before = state->pending_samples[at];
    state->interval_before = beat.interval;
    state->described++;
}

bool mw_beat_features_accept(struct mw_beat_features *state, const struct mw_beat_sensor *sensor, int16_t sample, int32_t age) {
    mw_signal_accept(&state->signal, sensor, sample);
    if (age != 0) {
        take_beat(state, sensor, (uint32_t)(age < 0 ? -age : age), age < 0);
    }
    state->samples++;
    bool due = state->described != state->found && is_due(state);
    if (due) {
        describe(state, sensor);
    }
    return due;
}
