#include "milliwatt/heart.h"

#include "../dsp/little_endian.h"
#include "../dsp/recipe_layout.h"
#include "milliwatt/beat_decision.h"
#include "milliwatt/beat_features.h"
#include "milliwatt/decision.h"
#include "milliwatt/dsp.h"
#include "milliwatt/error.h"
#include "milliwatt/frame.h"
#include "milliwatt/heart_atrial.h"
#include "milliwatt/heart_fibrillation.h"
#include "milliwatt/heart_rate.h"
#include "milliwatt/heart_respiration.h"
#include "milliwatt/qrs.h"
#include "even_beats.h"
#include "rhythm_parts.h"

#include <string.h>

#define LEAST_FIBRILLATION_NANOVOLT 100000U /* 0.1 mV */
#define NANO_MILLIVOLT_PER_NANOVOLT 1000U

#define LEAST_SPIKE_NANOVOLT 500000U /* 0.5 mV */

/* Beats detected and not yet described are fewer than so many. */
#define SIZES 8U

/* Spikes are held until the beat after them is found. A beat is paced by one up to 3/10 s before its R wave, or up to 1/20 s after. */
#define SPIKES 8U

/* How large the QRS complex of a detected beat is. */
struct beat_size {
    uint32_t sample;
    int32_t height;
};

/* Plain bytes, all 0 at the start. */
struct mw_heart_state {
    struct mw_pacing pacing;
    struct mw_heart_quality quality;
    struct mw_fibrillation fibrillation;
    struct mw_atrial atrial;
    struct mw_rhythm rhythm;
    struct mw_heart_rate rate;
    struct mw_respiration respiration;
    struct beat_size sizes[SIZES]; /* a ring, by the beats' numbers */
    uint32_t spikes[SPIKES];       /* samples at which the last ones began, a ring */
    struct mw_beat_decision decision;
    uint32_t samples; /* taken so far */
    uint32_t next_detected;
    uint32_t next_described;
    uint32_t beats_in_second;
    uint8_t spike_at;
    uint8_t paced; /* a bit for each place of `sizes` */
    uint8_t signal; /* enum mw_heart_signal, what counts of the quality's verdict */
    uint8_t unused[1];
};

bool mw_heart_is_watched(const struct mw_bundle *bundle) { return mw_decision_judges_beats(bundle); }

static uint8_t operation_of(const uint8_t *step) { return step[MW_STEP_OPERATION]; }

/* The step of this number, 1 the first; NULL beyond the last. */
static const uint8_t *step_of(const uint8_t *recipe, uint32_t number) {
    const uint8_t *at = recipe + MW_RECIPE_HEADER_BYTES;
    if (number < 1 || number > recipe[MW_RECIPE_STEP_COUNT]) {
        return NULL;
    }
    for (uint32_t i = 1; i < number; i++) {
        at += mw_read_u16(at + MW_STEP_LENGTH);
    }
    return at;
}

/* The detector's second must be one; the parameters are those of recipe.md, operation 24. */
#define SECOND_OF_QRS 18

bool mw_heart_fits(const struct mw_bundle *bundle) {
    const uint8_t *recipe = bundle->recipe.bytes;
    const uint8_t *step = step_of(recipe, bundle->array_step);
    if (!bundle->takes_array || step == NULL || operation_of(step) != MW_OPERATION_BEAT_FEATURES) {
        return false;
    }
    const uint8_t *qrs = step_of(recipe, step[MW_STEP_INPUT]);
    uint32_t second = mw_read_u16(qrs + MW_STEP_PARAMETERS + SECOND_OF_QRS);
    return mw_beat_decision_fits(bundle, bundle->inputs) && second == mw_recipe_window_length(recipe) &&
           second * 1000U == mw_recipe_sample_rate_millihertz(recipe);
}

uint32_t mw_heart_state_size(void) { return (uint32_t)sizeof(struct mw_heart_state); }

static uint16_t or_default(uint16_t chosen, uint16_t otherwise) { return chosen == 0 ? otherwise : chosen; }

static bool choose_limits(struct mw_heart *heart, const struct mw_rhythm_limits *chosen) {
    uint16_t rate = (uint16_t)(mw_recipe_sample_rate_millihertz(heart->recipe->section) / 1000);
    struct mw_rhythm_limits limits = MW_RHYTHM_DEFAULT_LIMITS(rate);
    limits.pause_milliseconds = or_default(chosen->pause_milliseconds, limits.pause_milliseconds);
    limits.bradycardia = or_default(chosen->bradycardia, limits.bradycardia);
    limits.tachycardia = or_default(chosen->tachycardia, limits.tachycardia);
    limits.frequent_ventricular = or_default(chosen->frequent_ventricular, limits.frequent_ventricular);
    heart->limits = limits;
    return mw_rhythm_limits_valid(&limits);
}

static uint16_t counts_of(uint32_t nanovolt, uint32_t nanovolt_per_count, uint16_t most) {
    uint32_t counts = nanovolt / nanovolt_per_count;
    return (uint16_t)(counts < 1 ? 1 : counts > most ? most : counts);
}

/* A rate of 0 takes nothing out. */
static void set_pacemaker(struct mw_heart *heart, bool has_pacemaker) {
    heart->pacing.sample_rate = has_pacemaker ? heart->limits.sample_rate : 0;
}

int mw_heart_start(struct mw_heart *heart, const struct mw_model *model, struct mw_recipe *recipe, void *state,
                   const struct mw_heart_settings *settings, const struct mw_heart_listener *listener) {
    struct mw_qrs_design design;
    uint32_t nanovolt = recipe->sensor.nano_units_per_count / NANO_MILLIVOLT_PER_NANOVOLT;
    bool whole = settings->lowest_rail == 0 && settings->highest_rail == 0;
    nanovolt = nanovolt < 1 ? 1 : nanovolt;
    memset(heart, 0, sizeof *heart);
    memset(state, 0, sizeof(struct mw_heart_state));
    heart->model = model;
    heart->recipe = recipe;
    heart->state = state;
    heart->listener = listener;
    heart->beats_step = model->bundle->array_step;
    heart->qrs_step = step_of(recipe->section, heart->beats_step)[MW_STEP_INPUT];
    heart->detector = mw_recipe_detector(recipe, heart->qrs_step, &design);
    heart->delay = (uint16_t)(design.hold + design.position_back + (design.smoothing - 1) / 2 + design.baseline / 2);
    heart->least_counts = counts_of(LEAST_FIBRILLATION_NANOVOLT, nanovolt, INT16_MAX);
    heart->pacing.least_counts = counts_of(LEAST_SPIKE_NANOVOLT, nanovolt, UINT16_MAX);
    heart->quality = mw_heart_quality_design(&design, nanovolt, whole ? INT16_MIN : settings->lowest_rail,
                                             whole ? INT16_MAX : settings->highest_rail);
    bool holds = choose_limits(heart, &settings->limits) && (whole || settings->lowest_rail < settings->highest_rail);
    set_pacemaker(heart, settings->has_pacemaker);
    return holds ? MW_OK : MW_ERROR_ARGUMENT;
}

static uint8_t urgency_of(unsigned event_class) {
    if (event_class <= MW_RHYTHM_EXTREME_TACHYCARDIA) {
        return 3;
    }
    return event_class <= MW_RHYTHM_VENTRICULAR_RUN ? 2 : 1;
}

/* An onset is told with the time that has passed since; an end with the whole episode's. */
static int tell_events(struct mw_heart *heart) {
    struct mw_rhythm_event found;
    while (mw_rhythm_next_event(&heart->state->rhythm, &heart->limits, &found)) {
        uint32_t until = found.ended ? found.sample : heart->state->samples - 1;
        uint64_t millis = (uint64_t)(until - found.onset) * 1000U / heart->limits.sample_rate;
        const struct mw_heart_event event = {.event_class = found.event_class,
                                             .urgency = urgency_of(found.event_class),
                                             .onset = !found.ended,
                                             .heart_rate = found.heart_rate,
                                             .beats = found.beats,
                                             .millis = millis > INT32_MAX ? INT32_MAX : (uint32_t)millis,
                                             .sample = heart->origin + heart->state->samples - 1};
        int result = heart->listener->event(heart->listener->context, &event);
        if (result < 0) {
            return result;
        }
    }
    return MW_OK;
}

static bool is_judged(const struct mw_heart *heart) { return heart->state->signal == MW_HEART_SIGNAL_GOOD; }

static bool is_paced(const struct mw_heart *heart, uint32_t sample) {
    int32_t rate = heart->limits.sample_rate;
    for (uint32_t i = 0; i < SPIKES && heart->pacing.sample_rate != 0; i++) {
        int32_t before = (int32_t)(sample - heart->state->spikes[i]);
        if (before <= 3 * rate / 10 && before >= -(rate / 20)) {
            return true;
        }
    }
    return false;
}

static int take_detected(struct mw_heart *heart) {
    struct mw_heart_state *state = heart->state;
    struct mw_qrs_beat beat;
    int result = MW_OK;
    while (result == MW_OK && mw_recipe_next_beat(heart->recipe, heart->qrs_step, &state->next_detected, &beat)) {
        uint32_t place = beat.number % SIZES;
        uint8_t bit = (uint8_t)(1U << place);
        state->sizes[place] = (struct beat_size){.sample = beat.sample, .height = mw_qrs_newest_height(heart->detector)};
        state->paced = (uint8_t)(is_paced(heart, beat.sample) ? state->paced | bit : state->paced & ~bit);
        if (is_judged(heart)) {
            state->beats_in_second++;
            mw_heart_rate_accept(&state->rate, beat.sample);
            mw_rhythm_detected(&state->rhythm, &heart->limits, beat.sample);
            result = tell_events(heart);
        }
    }
    return result;
}

/* Of the detected beat next to a described one, whose sample is that of the aligned complex. */
static uint32_t place_near(const struct mw_heart_state *state, uint32_t sample) {
    uint32_t nearest = 0;
    for (uint32_t i = 1; i < SIZES; i++) {
        int64_t here = mw_magnitude((int32_t)(state->sizes[i].sample - sample));
        int64_t best = mw_magnitude((int32_t)(state->sizes[nearest].sample - sample));
        nearest = here < best ? i : nearest;
    }
    return nearest;
}

static int tell_beat(const struct mw_heart *heart, const struct mw_described_beat *described,
                     const struct mw_beat_judgement *judgement) {
    const struct mw_heart_state *state = heart->state;
    bool paced = (state->paced >> place_near(state, described->sample) & 1U) != 0;
    const struct mw_heart_beat beat = {
        .sample = heart->origin + described->sample - mw_pacing_delay(&heart->pacing),
        .beat_class = judgement->beat_class,
        .confidence = judgement->confidence,
        .flags = (uint8_t)((judgement->abstained ? MW_BEAT_ABSTAINED : 0) |
                           (state->atrial.episode ? MW_BEAT_IN_ATRIAL_FIBRILLATION : 0) |
                           (paced ? MW_BEAT_PACING_SPIKE : 0) | (described->late ? MW_BEAT_FOUND_LATE : 0))};
    return heart->listener->beat(heart->listener->context, &beat);
}

static int class_described(struct mw_heart *heart, const struct mw_described_beat *described) {
    struct mw_heart_state *state = heart->state;
    const struct mw_bundle *bundle = heart->model->bundle;
    int16_t scores[MW_MAX_CLASSES];
    uint32_t count = 0;
    struct mw_model model = *heart->model;
    model.array = mw_recipe_array(heart->recipe, heart->beats_step, &count);
    int result = mw_model_score_window(&model, NULL, 0, scores);
    if (result < 0) {
        return result;
    }
    struct mw_beat_judgement judgement = mw_beat_decide(&state->decision, bundle, scores, model.array, state->atrial.episode);
    bool ectopic = judgement.beat_class != MW_BEAT_NORMAL;
    mw_atrial_accept(&state->atrial, described->sample, ectopic);
    int32_t height = state->sizes[place_near(state, described->sample)].height;
    mw_respiration_accept(&state->respiration, heart->limits.sample_rate, described->sample, height, ectopic);
    mw_rhythm_classed(&state->rhythm, &heart->limits, described->sample, judgement.beat_class, !judgement.abstained);
    result = tell_beat(heart, described, &judgement);
    return result < 0 ? result : tell_events(heart);
}

/* A beat in a signal that cannot be trusted is told, but not classed, and nothing is concluded from it. */
static int take_described(struct mw_heart *heart) {
    static const struct mw_beat_judgement unknown = {.beat_class = MW_BEAT_UNCLASSIFIABLE, .abstained = true};
    struct mw_heart_state *state = heart->state;
    struct mw_described_beat described;
    if (!mw_recipe_next_described_beat(heart->recipe, heart->beats_step, &state->next_described, &described)) {
        return MW_OK;
    }
    if (is_judged(heart)) {
        return class_described(heart, &described);
    }
    return state->signal == MW_HEART_SIGNAL_CANNOT_TELL ? tell_beat(heart, &described, &unknown) : MW_OK;
}

static int advance(struct mw_heart *heart) {
    struct mw_heart_state *state = heart->state;
    uint32_t newest = state->samples - 1;
    const struct mw_rhythm_signal signal = {
        .sample = newest < heart->delay ? 0 : newest - heart->delay,
        .quality = state->signal,
        .ventricular = {.stands = state->fibrillation.stands, .since = state->fibrillation.since},
        .atrial = {.stands = state->atrial.episode,
                   .since = state->atrial.since,
                   .beats = state->atrial.beats,
                   .newest = state->atrial.newest}};
    mw_rhythm_advance(&state->rhythm, &heart->limits, &signal);
    return tell_events(heart);
}

/* The broad complexes of a tachycardia look like noise: what stands or comes evenly is none. */
static bool is_tachycardia(const struct mw_heart *heart) {
    const struct mw_heart_state *state = heart->state;
    uint16_t rate = heart->limits.sample_rate;
    return state->quality.signal == MW_HEART_SIGNAL_CANNOT_TELL && !state->quality.clips &&
           mw_beats_are_recent(heart->detector, rate) &&
           (mw_rhythm_is_active(&state->rhythm, MW_RHYTHM_VENTRICULAR_TACHYCARDIA) ||
            mw_beats_are_fast(heart->detector, rate, is_judged(heart)));
}

/* What was learnt of a rhythm does not reach over a stretch that nobody saw. */
static int signal_changed(struct mw_heart *heart) {
    heart->state->signal = is_tachycardia(heart) ? MW_HEART_SIGNAL_GOOD : heart->state->quality.signal;
    if (!is_judged(heart)) {
        mw_heart_rate_forget(&heart->state->rate);
        mw_atrial_forget(&heart->state->atrial);
        mw_respiration_forget(&heart->state->respiration);
    }
    return advance(heart);
}

static uint16_t quality_of(uint8_t signal) {
    switch (signal) {
    case MW_HEART_SIGNAL_LEARNING: return MW_QUALITY_WARMING_UP;
    case MW_HEART_SIGNAL_LEAD_OFF: return MW_QUALITY_FLAT;
    case MW_HEART_SIGNAL_CANNOT_TELL: return MW_QUALITY_CANNOT_TELL;
    default: return 0;
    }
}

static int32_t atrial_value(const struct mw_heart *heart) {
    const struct mw_atrial *atrial = &heart->state->atrial;
    if (atrial->episode) {
        return MW_ATRIAL_YES;
    }
    return is_judged(heart) && mw_atrial_state(atrial) != MW_ATRIAL_UNKNOWN ? MW_ATRIAL_NO : MW_ATRIAL_UNKNOWN;
}

static int end_second(struct mw_heart *heart, const struct mw_features *recipe_window) {
    struct mw_heart_state *state = heart->state;
    struct mw_features window = {.count = MW_HEART_VALUES};
    int result = advance(heart);
    if (result < 0) {
        return result;
    }
    window.values[MW_HEART_RATE] =
        (int32_t)mw_heart_rate_per_minute_times_10(&state->rate, heart->limits.sample_rate, state->samples - 1);
    window.values[MW_HEART_LAST_INTERVAL] = (int32_t)mw_heart_rate_last_interval(&state->rate, heart->limits.sample_rate);
    window.values[MW_HEART_RESPIRATION] =
        (int32_t)mw_respiration_per_minute_times_10(&state->respiration, heart->limits.sample_rate);
    window.values[MW_HEART_BEATS] = (int32_t)state->beats_in_second;
    window.values[MW_HEART_SIGNAL_QUALITY] = (int32_t)mw_heart_quality_index(&state->quality);
    window.values[MW_HEART_ATRIAL] = atrial_value(heart);
    window.values[MW_HEART_VENTRICULAR] = (int32_t)mw_rhythm_ventricular_share(&state->rhythm);
    window.values[MW_HEART_WANDER] = (int32_t)mw_heart_quality_baseline_wander(&state->quality, &heart->quality);
    window.values[MW_HEART_NOISE] = (int32_t)mw_heart_quality_noise(&state->quality, &heart->quality);
    window.quality = (uint16_t)(recipe_window->quality | quality_of(state->signal) |
                                (state->quality.clips ? MW_QUALITY_CLIPPED : 0));
    state->beats_in_second = 0;
    return heart->listener->window(heart->listener->context, &window);
}

int mw_heart_begin_anew(struct mw_heart *heart) {
    struct mw_heart_state *state = heart->state;
    if (state->samples == 0) {
        return MW_OK;
    }
    const struct mw_rhythm_signal learning = {.sample = state->samples - 1, .quality = MW_HEART_SIGNAL_LEARNING};
    mw_rhythm_advance(&state->rhythm, &heart->limits, &learning);
    int result = tell_events(heart);
    heart->origin += state->samples;
    memset(state, 0, sizeof *state);
    mw_recipe_restart(heart->recipe);
    return result;
}

int mw_heart_next_patient(struct mw_heart *heart, bool has_pacemaker) {
    int result = mw_heart_begin_anew(heart);
    set_pacemaker(heart, has_pacemaker);
    return result;
}

static int take_sample(struct mw_heart *heart, int16_t raw) {
    struct mw_heart_state *state = heart->state;
    const struct mw_fibrillation_design fibrillation = {heart->limits.sample_rate, heart->least_counts};
    struct mw_features window;
    int16_t sample = mw_pacing_accept(&state->pacing, &heart->pacing, raw);
    if (state->pacing.began) {
        state->spikes[state->spike_at++ % SPIKES] = state->samples;
    }
    mw_recipe_accept(heart->recipe, &sample, 1, &window);
    state->samples++;
    int32_t level = heart->detector->learnt_seconds < MW_QRS_LEARNT_SECONDS ? 0 : heart->detector->level;
    bool changed = mw_heart_quality_accept(&state->quality, &heart->quality, sample, heart->detector->energy, level,
                                           heart->detector->beats);
    int result = changed ? signal_changed(heart) : MW_OK;
    bool fibrillates = mw_fibrillation_accept(&state->fibrillation, &fibrillation, sample);
    if (result == MW_OK && fibrillates) {
        result = advance(heart);
    }
    if (result == MW_OK) {
        result = take_detected(heart);
    }
    if (result == MW_OK) {
        result = take_described(heart);
    }
    return result == MW_OK && window.count > 0 ? end_second(heart, &window) : result;
}

int mw_heart_samples(struct mw_heart *heart, const int16_t *samples, uint32_t count) {
    int result = MW_OK;
    for (uint32_t i = 0; result == MW_OK && i < count; i++) {
        result = take_sample(heart, samples[i]);
    }
    return result;
}
