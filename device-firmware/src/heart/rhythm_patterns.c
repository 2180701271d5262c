#include "milliwatt/dsp.h"
#include "rhythm_parts.h"

enum {
    TACHYCARDIA_BEATS = 5, /* V beats at more than TACHYCARDIA_RATE: tachycardia (PhysioNet/CinC Challenge 2015) */
    TACHYCARDIA_RATE = 100,
    SHORTEST_RUN = 3,
    CYCLES = 3,            /* V beats in a regular pattern make bigeminy or trigeminy */
    DOUBTS = 2,            /* so many beats of unknown class end a run or a pattern; one does not */
    NO_VENTRICULAR = 255,
    MINUTE_SECONDS = 60,
    R_ON_T_RATE = 100, /* faster hearts have no room between T and the next beat */
    MINUTE_RING = 31
};

static uint32_t run_before(const struct mw_rhythm *state, int back) {
    return state->run_last[(state->run_at + TACHYCARDIA_BEATS - 1 - back) % TACHYCARDIA_BEATS];
}

static void one_event(struct mw_rhythm *state, unsigned event_class, uint32_t onset, uint32_t end, uint32_t beats) {
    mw_rhythm_begin(state, event_class, onset, end, beats);
    mw_rhythm_end(state, event_class, end);
}

static void end_run(struct mw_rhythm *state) {
    uint32_t last = state->last_ventricular;
    mw_rhythm_end(state, MW_RHYTHM_VENTRICULAR_TACHYCARDIA, last);
    mw_rhythm_end(state, MW_RHYTHM_VENTRICULAR_RUN, last);
    if (state->run_beats == 2) {
        one_event(state, MW_RHYTHM_VENTRICULAR_COUPLET, state->run_onset, last, 2);
    } else if (state->run_beats >= SHORTEST_RUN && state->run_beats < TACHYCARDIA_BEATS) {
        one_event(state, MW_RHYTHM_VENTRICULAR_RUN, state->run_onset, last, state->run_beats);
    }
    state->run_beats = 0;
}

static void continue_run(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample) {
    if (state->run_beats == 0) {
        state->run_onset = sample;
    }
    state->run_beats++;
    state->run_last[state->run_at] = sample;
    state->run_at = (uint8_t)((state->run_at + 1) % TACHYCARDIA_BEATS);
    mw_rhythm_count(state, MW_RHYTHM_VENTRICULAR_TACHYCARDIA, sample, 1);
    mw_rhythm_count(state, MW_RHYTHM_VENTRICULAR_RUN, sample, 1);
    if (state->run_beats < TACHYCARDIA_BEATS) {
        return;
    }
    uint32_t first = run_before(state, TACHYCARDIA_BEATS - 1);
    int64_t span = mw_rhythm_elapsed(first, sample);
    if (span * TACHYCARDIA_RATE < (int64_t)(TACHYCARDIA_BEATS - 1) * 60 * limits->sample_rate) {
        mw_rhythm_end(state, MW_RHYTHM_VENTRICULAR_RUN, first);
        mw_rhythm_begin(state, MW_RHYTHM_VENTRICULAR_TACHYCARDIA, first, sample, TACHYCARDIA_BEATS);
    } else {
        mw_rhythm_end(state, MW_RHYTHM_VENTRICULAR_TACHYCARDIA, sample);
        mw_rhythm_begin(state, MW_RHYTHM_VENTRICULAR_RUN, state->run_onset, sample, state->run_beats);
    }
}

/* The V beat ends a cycle of one (bigeminy) or two (trigeminy) beats of other classes before it. */
static void judge_cycle(struct mw_rhythm *state, unsigned others, uint32_t sample) {
    unsigned event_class = others == 1 ? MW_RHYTHM_BIGEMINY : MW_RHYTHM_TRIGEMINY;
    uint8_t *cycles = &state->cycles[others - 1];
    if (state->since_ventricular != others) {
        mw_rhythm_end(state, event_class, state->last_ventricular);
        *cycles = 0;
        return;
    }
    if (*cycles == 0) {
        state->cycles_from[others - 1] = state->last_ventricular;
    }
    *cycles = (uint8_t)(*cycles < CYCLES ? *cycles + 1 : CYCLES);
    mw_rhythm_count(state, event_class, sample, others + 1);
    if (*cycles == CYCLES - 1) {
        mw_rhythm_begin(state, event_class, state->cycles_from[others - 1], sample, *cycles * (others + 1) + 1);
    }
}

static void break_cycles(struct mw_rhythm *state, unsigned longer_than) {
    for (unsigned others = 1; others <= 2; others++) {
        if (longer_than > others) {
            mw_rhythm_end(state, others == 1 ? MW_RHYTHM_BIGEMINY : MW_RHYTHM_TRIGEMINY, state->last_ventricular);
            state->cycles[others - 1] = 0;
        }
    }
}

static uint32_t minute_before(const struct mw_rhythm *state, unsigned back) {
    return state->minute[(state->minute_at + MINUTE_RING - 1u - back) % MINUTE_RING];
}

static void count_frequent(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample) {
    state->minute[state->minute_at] = sample;
    state->minute_at = (uint8_t)((state->minute_at + 1) % MINUTE_RING);
    state->minute_count = state->minute_count < MINUTE_RING ? state->minute_count + 1 : MINUTE_RING;
    mw_rhythm_count(state, MW_RHYTHM_FREQUENT_VENTRICULAR, sample, 1);
    if (state->minute_count > limits->frequent_ventricular) {
        uint32_t first = minute_before(state, limits->frequent_ventricular);
        if (mw_rhythm_elapsed(first, sample) <= MINUTE_SECONDS * limits->sample_rate) {
            mw_rhythm_begin(state, MW_RHYTHM_FREQUENT_VENTRICULAR, first, sample, limits->frequent_ventricular + 1u);
        }
    }
}

void mw_rhythm_expire_frequent(struct mw_rhythm *state, const struct mw_rhythm_limits *limits) {
    if (mw_rhythm_is_active(state, MW_RHYTHM_FREQUENT_VENTRICULAR)) {
        uint32_t left = minute_before(state, limits->frequent_ventricular / 2u);
        if (mw_rhythm_elapsed(left, state->now) > MINUTE_SECONDS * limits->sample_rate) {
            mw_rhythm_end(state, MW_RHYTHM_FREQUENT_VENTRICULAR, state->now);
        }
    }
}

/* A V beat within two fifths of the usual interval after the beat before lies on that beat's T wave. T comes later in a slow heart, but
 * not in proportion: within two fifths of a second at most. In fibrillation nothing is a T wave. */
static void judge_r_on_t(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample) {
    int64_t coupling = mw_rhythm_elapsed(state->classed, sample);
    int64_t usual = state->normal_interval;
    bool slow = usual * R_ON_T_RATE > (int64_t)60 * limits->sample_rate;
    bool fibrillates = mw_rhythm_is_active(state, MW_RHYTHM_FIBRILLATION);
    int64_t reference = usual < (int64_t)limits->sample_rate ? usual : (int64_t)limits->sample_rate;
    if (slow && !fibrillates && state->since_ventricular != 0 && state->doubts == 0 && 5 * coupling < 2 * reference) {
        one_event(state, MW_RHYTHM_R_ON_T, state->classed, sample, 2);
    }
}

static void learn_interval(struct mw_rhythm *state, uint32_t sample) {
    int32_t interval = mw_rhythm_elapsed(state->classed, sample);
    if (state->normal_interval == 0) {
        state->normal_interval = (uint32_t)interval;
    } else {
        int64_t change = interval - (int64_t)state->normal_interval;
        state->normal_interval = (uint32_t)((int64_t)state->normal_interval + (change >> 3));
    }
}

static void take_ventricular(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample) {
    if (state->classed_before != 0) {
        judge_r_on_t(state, limits, sample);
    }
    if (state->since_ventricular != NO_VENTRICULAR) {
        judge_cycle(state, 1, sample);
        judge_cycle(state, 2, sample);
    }
    continue_run(state, limits, sample);
    count_frequent(state, limits, sample);
    state->since_ventricular = 0;
    state->last_ventricular = sample;
}

static void take_other(struct mw_rhythm *state) {
    end_run(state);
    if (state->since_ventricular != NO_VENTRICULAR) {
        state->since_ventricular = (uint8_t)(state->since_ventricular < 3 ? state->since_ventricular + 1 : 3);
        break_cycles(state, state->since_ventricular);
    }
}

static void end_supraventricular(struct mw_rhythm *state) {
    mw_rhythm_end(state, MW_RHYTHM_SUPRAVENTRICULAR_RUN, mw_rhythm_episode(state, MW_RHYTHM_SUPRAVENTRICULAR_RUN)->newest);
    state->atrial_beats = 0;
}

static void take_supraventricular(struct mw_rhythm *state, uint32_t sample) {
    if (state->atrial_beats == 0) {
        state->atrial_onset = sample;
    }
    state->atrial_beats++;
    mw_rhythm_count(state, MW_RHYTHM_SUPRAVENTRICULAR_RUN, sample, 1);
    if (state->atrial_beats == SHORTEST_RUN) {
        mw_rhythm_begin(state, MW_RHYTHM_SUPRAVENTRICULAR_RUN, state->atrial_onset, sample, SHORTEST_RUN);
    }
}

/* A beat of unknown class neither counts nor ends a run; a pattern of single beats it ends. */
static void take_doubtful(struct mw_rhythm *state) {
    state->doubts = (uint8_t)(state->doubts < DOUBTS ? state->doubts + 1 : DOUBTS);
    break_cycles(state, NO_VENTRICULAR);
    state->since_ventricular = NO_VENTRICULAR;
    if (state->doubts == DOUBTS) {
        end_run(state);
        end_supraventricular(state);
    }
}

void mw_rhythm_classed(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample,
                       uint8_t beat_class, bool certain) {
    bool first = state->classed_before == 0;
    if (!state->running || mw_rhythm_elapsed(first ? state->judged_since : state->classed, sample) <= 0) {
        return;
    }
    bool known = certain && beat_class >= MW_BEAT_NORMAL && beat_class < MW_BEAT_UNCLASSIFIABLE;
    bool is_ventricular = known && beat_class == MW_BEAT_VENTRICULAR;
    bool sinus_before = state->classed_before == MW_BEAT_NORMAL;
    if (!known) {
        take_doubtful(state);
    } else {
        state->ventricular_bits = state->ventricular_bits << 1 | (is_ventricular ? 1u : 0u);
        state->classed_count = (uint8_t)(state->classed_count < 64 ? state->classed_count + 1 : 64);
        if (is_ventricular) {
            take_ventricular(state, limits, sample);
        } else {
            take_other(state);
        }
        if (beat_class == MW_BEAT_SUPRAVENTRICULAR) {
            take_supraventricular(state, sample);
        } else {
            end_supraventricular(state);
        }
        if (beat_class == MW_BEAT_NORMAL && sinus_before) {
            learn_interval(state, sample);
        }
        state->doubts = 0;
    }
    state->classed = sample;
    state->classed_before = known ? beat_class : MW_BEAT_UNCLASSIFIABLE;
}

void mw_rhythm_forget_patterns(struct mw_rhythm *state) {
    state->classed_before = 0;
    state->normal_interval = 0;
    state->run_beats = 0;
    state->atrial_beats = 0;
    state->minute_count = 0;
    state->doubts = 0;
    state->since_ventricular = NO_VENTRICULAR;
    state->cycles[0] = 0;
    state->cycles[1] = 0;
    state->classed_count = 0;
    state->ventricular_bits = 0;
}

uint32_t mw_rhythm_ventricular_share(const struct mw_rhythm *state) {
    uint32_t beats = 0;
    for (uint64_t bits = state->ventricular_bits; bits != 0; bits &= bits - 1) {
        beats++;
    }
    return state->classed_count == 0 ? 0 : (beats * 1000 + state->classed_count / 2u) / state->classed_count;
}
