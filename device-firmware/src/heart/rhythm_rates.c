#include "milliwatt/dsp.h"
#include "rhythm_parts.h"

/* PhysioNet/CinC Challenge 2015: below 40/min over 5 beats, above 140/min over 17. */
enum {
    EXTREME_BRADYCARDIA = 40,
    EXTREME_TACHYCARDIA = 140,
    SLOW_INTERVALS = 4,
    EXTREME_INTERVALS = 16,
    FAST_INTERVALS = 8,
    LONE_PAUSE_ABOVE = 10, /* per minute, the limit: the faster rhythm that a lone pause interrupts */
    HYSTERESIS = 5 /* per minute: an event ends so far inside its limit, so that a rate at the limit is one event */
};

static uint32_t newest(const struct mw_rhythm *state, int back) {
    return state->detected[(state->detected_at + 17 - 1 - back) % 17];
}

/* The rate over the last intervals against a limit: below zero when slower, above when faster. */
static int64_t compare(const struct mw_rhythm *state, const struct mw_rhythm_limits *limits, int intervals,
                       int per_minute) {
    int32_t span = mw_rhythm_elapsed(newest(state, intervals), newest(state, 0));
    return (int64_t)60 * limits->sample_rate * intervals - (int64_t)per_minute * span;
}

/* Three of the four intervals faster than the limit by 10/min: that is one long pause in a faster rhythm, told as a pause. */
static bool is_lone_pause(const struct mw_rhythm *state, const struct mw_rhythm_limits *limits, int limit) {
    int shorter = 0;
    for (int i = 0; i < SLOW_INTERVALS; i++) {
        int32_t interval = mw_rhythm_elapsed(newest(state, i + 1), newest(state, i));
        shorter += (int64_t)(limit + LONE_PAUSE_ABOVE) * interval < (int64_t)60 * limits->sample_rate ? 1 : 0;
    }
    return shorter >= SLOW_INTERVALS - 1;
}

static void judge(struct mw_rhythm *state, unsigned event_class, int intervals, bool holds) {
    uint32_t beat = newest(state, 0);
    if (!holds) {
        mw_rhythm_end(state, event_class, beat);
    } else if (mw_rhythm_is_active(state, event_class)) {
        mw_rhythm_count(state, event_class, beat, 1);
    } else {
        mw_rhythm_begin(state, event_class, newest(state, intervals), beat, (uint32_t)intervals + 1);
    }
}

static void judge_slow(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, unsigned event_class,
                       int per_minute) {
    int limit = per_minute + (mw_rhythm_is_active(state, event_class) ? HYSTERESIS : 0);
    bool holds = !is_lone_pause(state, limits, limit) && compare(state, limits, SLOW_INTERVALS, limit) < 0;
    judge(state, event_class, SLOW_INTERVALS, holds);
}

static void judge_fast(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, unsigned event_class,
                       int intervals, int per_minute) {
    int limit = per_minute - (mw_rhythm_is_active(state, event_class) ? HYSTERESIS : 0);
    judge(state, event_class, intervals, compare(state, limits, intervals, limit) > 0);
}

void mw_rhythm_judge_rates(struct mw_rhythm *state, const struct mw_rhythm_limits *limits) {
    if (state->detected_count > SLOW_INTERVALS) {
        judge_slow(state, limits, MW_RHYTHM_EXTREME_BRADYCARDIA, EXTREME_BRADYCARDIA);
        judge_slow(state, limits, MW_RHYTHM_BRADYCARDIA, limits->bradycardia);
    }
    if (state->detected_count > FAST_INTERVALS) {
        judge_fast(state, limits, MW_RHYTHM_TACHYCARDIA, FAST_INTERVALS, limits->tachycardia);
    }
    if (state->detected_count > EXTREME_INTERVALS) {
        judge_fast(state, limits, MW_RHYTHM_EXTREME_TACHYCARDIA, EXTREME_INTERVALS, EXTREME_TACHYCARDIA);
    }
}
