/* From one window's scores and recipe values to a verdict, and from verdicts to events (contract/bundle.md, section 4). */
#ifndef MILLIWATT_DECISION_H
#define MILLIWATT_DECISION_H

#include "milliwatt/model.h"

#define MW_MAX_VOTES 16

struct mw_judgement {
    uint16_t verdict;    /* 0 none; vibration: 1 damage, element not identified, 2 inner, 3 outer race, 4 rolling element */
    uint8_t probability; /* 0 .. 255 */
    uint8_t evidence;    /* 128 at the anomaly's threshold; without that rule the winner's probability */
};

/* The last judged windows of a machine. Zero it to begin. */
struct mw_votes {
    uint16_t verdicts[MW_MAX_VOTES]; /* newest at position next - 1 */
    uint16_t standing;               /* verdict whose onset went out and has not ended; 0 none */
    uint8_t standing_probability;    /* told with that onset */
    uint8_t next;
    uint8_t count;
};

struct mw_event_change {
    uint16_t verdict;
    uint8_t probability;
    uint8_t urgency; /* 0 information .. 3 high */
    bool onset;
};

/* Judges one window of `count` recipe values. Returns 1 with `judgement` filled, 0 when the quality bits forbid a verdict,
 * or MW_ERROR_RECIPE when the bundle names a value that the recipe does not give. */
int mw_decision_judge(const struct mw_model *model, const int32_t *values, uint32_t count, uint16_t quality,
                      struct mw_judgement *judgement);

/* Whether the bundle judges beats one by one (beat_decision.h), and no windows: then mw_decision_judge says MW_ERROR_RECIPE. */
bool mw_decision_judges_beats(const struct mw_bundle *bundle);

/* Whether the bundle forecasts soil water (soil.h), likewise. */
bool mw_decision_forecasts_soil(const struct mw_bundle *bundle);

/* Counts a judged window. Returns whether an event goes out: an end, or an onset that takes the place of an earlier one. */
bool mw_decision_count(const struct mw_bundle *bundle, struct mw_votes *votes, const struct mw_judgement *judgement,
                       struct mw_event_change *change);

/* The onset of the standing verdict, to be told again after a restart. `votes->standing` is not 0. */
struct mw_event_change mw_decision_standing(const struct mw_bundle *bundle, const struct mw_votes *votes);

/* Whether every value that the input map and the decision name exists in a recipe of `count` values. */
bool mw_decision_fits_recipe(const struct mw_bundle *bundle, uint32_t count);

#endif
