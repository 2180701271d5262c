#include "rhythm_parts.h"

#include <string.h>

/* No beat for 4 s (PhysioNet/CinC Challenge 2015). */
enum { ASYSTOLE_SECONDS = 4, FIBRILLATION_SECONDS = 4 };

/* Bits of the events that the signal's own state makes. */
#define TECHNICAL (1u << MW_RHYTHM_LEAD_OFF | 1u << MW_RHYTHM_POOR_SIGNAL)

bool mw_rhythm_limits_valid(const struct mw_rhythm_limits *limits) {
    return limits->sample_rate >= 100 && limits->sample_rate <= 1000 && limits->pause_milliseconds >= 1500 &&
           limits->pause_milliseconds <= 4000 && limits->bradycardia >= 30 && limits->bradycardia <= 120 &&
           limits->tachycardia >= 60 && limits->tachycardia <= 300 && limits->tachycardia > limits->bradycardia &&
           limits->frequent_ventricular >= 1 && limits->frequent_ventricular <= 30;
}

static void set_now(struct mw_rhythm *state, uint32_t sample) {
    if (mw_rhythm_elapsed(state->now, sample) > 0) {
        state->now = sample;
    }
}

static void suspend(struct mw_rhythm *state, uint32_t sample) {
    for (unsigned i = 1; i < MW_RHYTHM_CLASSES; i++) {
        if ((TECHNICAL >> i & 1u) == 0) {
            mw_rhythm_end(state, i, sample);
        }
    }
    state->running = false;
}

static void resume(struct mw_rhythm *state, uint32_t sample) {
    state->running = true;
    state->judged_since = sample;
    state->heard = sample;
    state->detected_count = 0;
    mw_rhythm_forget_patterns(state);
}

static void set_technical(struct mw_rhythm *state, unsigned event_class, bool stands, uint32_t sample) {
    if (stands) {
        mw_rhythm_begin(state, event_class, sample, sample, 0);
    } else {
        mw_rhythm_end(state, event_class, sample);
    }
}

/* Fibrillation has no beats to tell and is seen in the signal itself. */
static void judge_signal(struct mw_rhythm *state, const struct mw_rhythm_signal *signal) {
    bool poor = signal->quality == MW_HEART_SIGNAL_CANNOT_TELL && !signal->ventricular.stands;
    bool judged = signal->quality == MW_HEART_SIGNAL_GOOD ||
                  (signal->quality == MW_HEART_SIGNAL_CANNOT_TELL && signal->ventricular.stands);
    set_technical(state, MW_RHYTHM_LEAD_OFF, signal->quality == MW_HEART_SIGNAL_LEAD_OFF, signal->sample);
    set_technical(state, MW_RHYTHM_POOR_SIGNAL, poor, signal->sample);
    if (state->running && !judged) {
        suspend(state, signal->sample);
    } else if (!state->running && judged) {
        resume(state, signal->sample);
    }
}

/* An onset before the signal was last judged is not an onset that anybody saw. */
static uint32_t not_before(uint32_t since, uint32_t onset) {
    return mw_rhythm_elapsed(since, onset) < 0 ? since : onset;
}

static void judge_ventricles(struct mw_rhythm *state, const struct mw_rhythm_limits *limits,
                             const struct mw_rhythm_signal *signal) {
    uint32_t since = signal->ventricular.since;
    if (!signal->ventricular.stands) {
        mw_rhythm_end(state, MW_RHYTHM_FIBRILLATION, since);
    } else if (mw_rhythm_elapsed(since, signal->sample) >= FIBRILLATION_SECONDS * limits->sample_rate) {
        mw_rhythm_begin(state, MW_RHYTHM_FIBRILLATION, since, since, 0);
    }
}

/* The beats of an episode that is over are those of the call before. */
static void judge_atria(struct mw_rhythm *state, const struct mw_rhythm_fibrillation *atrial) {
    uint32_t since = not_before(state->judged_since, atrial->since);
    if (!atrial->stands) {
        mw_rhythm_end(state, MW_RHYTHM_ATRIAL_FIBRILLATION, since);
    } else if (mw_rhythm_is_active(state, MW_RHYTHM_ATRIAL_FIBRILLATION)) {
        const struct mw_rhythm_episode *episode = mw_rhythm_episode(state, MW_RHYTHM_ATRIAL_FIBRILLATION);
        mw_rhythm_count(state, MW_RHYTHM_ATRIAL_FIBRILLATION, atrial->newest, atrial->beats - episode->beats);
    } else {
        mw_rhythm_begin(state, MW_RHYTHM_ATRIAL_FIBRILLATION, since, atrial->newest, atrial->beats);
    }
}

/* The gap from the last beat to `sample`; a heart that fibrillates has no beats, is told as that, and has until then. */
static void judge_gap(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample) {
    int32_t gap = mw_rhythm_elapsed(state->heard, sample);
    if (mw_rhythm_is_active(state, MW_RHYTHM_FIBRILLATION)) {
        state->heard = gap > 0 ? sample : state->heard;
        return;
    }
    if (gap >= ASYSTOLE_SECONDS * limits->sample_rate) {
        mw_rhythm_begin(state, MW_RHYTHM_ASYSTOLE, state->heard, state->heard, 0);
    }
    /* A pause lies between two beats; before the first one there is only asystole. */
    if (state->detected_count > 0 && (int64_t)gap * 1000 >= (int64_t)limits->pause_milliseconds * limits->sample_rate) {
        mw_rhythm_begin(state, MW_RHYTHM_PAUSE, state->heard, state->heard, 0);
    }
}

void mw_rhythm_advance(struct mw_rhythm *state, const struct mw_rhythm_limits *limits,
                       const struct mw_rhythm_signal *signal) {
    set_now(state, signal->sample);
    judge_signal(state, signal);
    if (state->running) {
        judge_ventricles(state, limits, signal);
        judge_atria(state, &signal->atrial);
        judge_gap(state, limits, signal->sample);
        mw_rhythm_expire_frequent(state, limits);
    }
}

void mw_rhythm_detected(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample) {
    if (!state->running || mw_rhythm_elapsed(state->heard, sample) <= 0) {
        return;
    }
    set_now(state, sample);
    judge_gap(state, limits, sample);
    mw_rhythm_end(state, MW_RHYTHM_ASYSTOLE, sample);
    mw_rhythm_end(state, MW_RHYTHM_PAUSE, sample);
    state->heard = sample;
    state->detected[state->detected_at] = sample;
    state->detected_at = (uint8_t)((state->detected_at + 1) % 17);
    state->detected_count = (uint8_t)(state->detected_count < 17 ? state->detected_count + 1 : 17);
    mw_rhythm_judge_rates(state, limits);
}
