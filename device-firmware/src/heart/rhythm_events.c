#include "rhythm_parts.h"

void mw_rhythm_begin(struct mw_rhythm *state, unsigned event_class, uint32_t onset, uint32_t newest, uint32_t beats) {
    if (!mw_rhythm_is_active(state, event_class)) {
        *mw_rhythm_episode(state, event_class) = (struct mw_rhythm_episode){.onset = onset, .newest = newest, .beats = beats};
        state->active |= 1u << event_class;
        state->began |= 1u << event_class;
    }
}

void mw_rhythm_count(struct mw_rhythm *state, unsigned event_class, uint32_t newest, uint32_t beats) {
    if (mw_rhythm_is_active(state, event_class)) {
        mw_rhythm_episode(state, event_class)->newest = newest;
        mw_rhythm_episode(state, event_class)->beats += beats;
    }
}

void mw_rhythm_end(struct mw_rhythm *state, unsigned event_class, uint32_t end) {
    if (mw_rhythm_is_active(state, event_class)) {
        mw_rhythm_episode(state, event_class)->end = end;
        state->active &= ~(1u << event_class);
        state->ended |= 1u << event_class;
    }
}

/* Headroom: 60 000 · 2^32 is below 2^48. */
static uint16_t heart_rate(const struct mw_rhythm_episode *episode, uint32_t sample_rate) {
    int32_t span = mw_rhythm_elapsed(episode->onset, episode->newest);
    if (episode->beats < 2 || span <= 0) {
        return 0;
    }
    uint64_t rate = ((uint64_t)60 * sample_rate * (episode->beats - 1) + (uint32_t)span / 2) / (uint32_t)span;
    return (uint16_t)(rate > UINT16_MAX ? UINT16_MAX : rate);
}

bool mw_rhythm_next_event(struct mw_rhythm *state, const struct mw_rhythm_limits *limits,
                          struct mw_rhythm_event *event) {
    for (unsigned i = 1; i < MW_RHYTHM_CLASSES; i++) {
        uint32_t bit = 1u << i;
        bool ended = (state->began & bit) == 0;
        uint32_t *pending = ended ? &state->ended : &state->began;
        if ((*pending & bit) != 0) {
            const struct mw_rhythm_episode *episode = mw_rhythm_episode(state, i);
            *pending &= ~bit;
            *event = (struct mw_rhythm_event){.event_class = (uint8_t)i,
                                              .ended = ended,
                                              .heart_rate = heart_rate(episode, limits->sample_rate),
                                              .beats = episode->beats,
                                              .onset = episode->onset,
                                              .sample = ended ? episode->end : state->now};
            return true;
        }
    }
    return false;
}
