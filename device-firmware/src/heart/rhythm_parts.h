/* The parts of the rhythm rules. */
#ifndef MILLIWATT_HEART_RHYTHM_PARTS_H
#define MILLIWATT_HEART_RHYTHM_PARTS_H

#include "milliwatt/heart_rhythm.h"

/* Samples from one time to another, negative when it is earlier. */
static inline int32_t mw_rhythm_elapsed(uint32_t from, uint32_t to) {
    return (int32_t)(to - from);
}

static inline bool mw_rhythm_is_active(const struct mw_rhythm *state, unsigned event_class) {
    return (state->active >> event_class & 1u) != 0;
}

static inline struct mw_rhythm_episode *mw_rhythm_episode(struct mw_rhythm *state, unsigned event_class) {
    return &state->episodes[event_class < MW_RHYTHM_LEAD_OFF ? event_class - 1 : event_class - 4];
}

/* Nothing happens if the event stands already. */
void mw_rhythm_begin(struct mw_rhythm *state, unsigned event_class, uint32_t onset, uint32_t newest, uint32_t beats);

/* Nothing happens if the event does not stand. */
void mw_rhythm_count(struct mw_rhythm *state, unsigned event_class, uint32_t newest, uint32_t beats);
void mw_rhythm_end(struct mw_rhythm *state, unsigned event_class, uint32_t end);

/* The rate of the last intervals against the limits: bradycardia and tachycardia, extreme and plain. */
void mw_rhythm_judge_rates(struct mw_rhythm *state, const struct mw_rhythm_limits *limits);

/* What has been learnt of classes starts anew. */
void mw_rhythm_forget_patterns(struct mw_rhythm *state);

/* Frequent V beats are over when only half of them are left in the last minute. */
void mw_rhythm_expire_frequent(struct mw_rhythm *state, const struct mw_rhythm_limits *limits);

#endif
