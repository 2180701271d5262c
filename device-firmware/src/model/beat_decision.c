#include "milliwatt/beat_decision.h"

#include "bytes.h"
#include "kinds.h"
#include "milliwatt/model.h"

#define RULE_OFFSET 16U
#define LONGEST_MEAN 16
#define MARGINS 3U

/* Positions in a beat's array, one byte each. */
enum input { FIBRILLATION_SCORE, ALTERNATING_SCORE, INTERVAL, SHAPE_KNOWN, SHAPE, NOISE, INPUTS };

/* Numbers of two bytes after them. */
enum number {
    VENTRICULAR,
    VENTRICULAR_IN_FIBRILLATION,
    VENTRICULAR_IF_EARLY,
    SUPRAVENTRICULAR,
    MAJORITY,
    FIBRILLATION,
    SUPRAVENTRICULAR_IN_FIBRILLATION,
    CANNOT_TELL,
    SHAPE_SHARE,
    ALIKE_SHARE,
    NUMBERS
};

#define ALIKE_PERCENT (RULE_OFFSET + INPUTS + 2U * NUMBERS)
#define LAST_POSITION 63U
#define LARGEST_THRESHOLD 16383
#define LARGEST_SHARE 256
#define LARGEST_PERCENT 100U

static int32_t number_of(const uint8_t *section, enum number which) {
    return mw_i16(section + RULE_OFFSET + INPUTS + 2U * which);
}

bool mw_beat_rule_holds(const uint8_t *section) {
    bool holds = section[ALIKE_PERCENT] <= LARGEST_PERCENT && section[ALIKE_PERCENT + 1] == 0;
    for (unsigned input = 0; input < INPUTS; input++) {
        holds = holds && section[RULE_OFFSET + input] <= LAST_POSITION;
    }
    for (unsigned which = 0; which < NUMBERS; which++) {
        int32_t value = number_of(section, (enum number)which);
        bool is_share = which >= SHAPE_SHARE;
        holds = holds && value <= (is_share ? LARGEST_SHARE : LARGEST_THRESHOLD) &&
                value >= (is_share ? 0 : -LARGEST_THRESHOLD - 1);
    }
    return holds;
}

bool mw_beat_decision_fits(const struct mw_bundle *bundle, uint32_t features) {
    bool fits = bundle->classes >= MARGINS;
    for (unsigned input = 0; input < INPUTS; input++) {
        fits = fits && bundle->decision.bytes[RULE_OFFSET + input] < features;
    }
    return fits;
}

/* Its own margin and the running mean of up to 16 beats of its shape. Headroom: 2^8 * 2^15 * 2^8 twice is at most 2^32 in magnitude. */
static int32_t shape_margin(struct mw_beat_decision *state, const uint8_t *section, int32_t margin, uint32_t shape, bool is_new) {
    int32_t count = is_new ? 1 : state->shape_counts[shape] + 1;
    count = count > LONGEST_MEAN ? LONGEST_MEAN : count;
    int32_t mean = state->shape_means_q8[shape];
    mean = count == 1 ? margin * 256 : mean + (margin * 256 - mean) / count;
    state->shape_counts[shape] = (uint8_t)count;
    state->shape_means_q8[shape] = mean;
    int64_t share = number_of(section, SHAPE_SHARE);
    return (int32_t)(((256 - share) * margin * 256 + share * mean) >> 16);
}

static bool is_normal(const struct mw_beat_decision *state, uint32_t place) {
    return ((uint32_t)state->normals[place / 8] >> place % 8 & 1U) != 0;
}

static void hold(struct mw_beat_decision *state, int32_t margin, int32_t interval, bool normal) {
    uint32_t place = state->next;
    uint32_t bit = 1U << place % 8;
    state->intervals[place] = (int16_t)interval;
    state->margins[place] = (int16_t)margin;
    state->normals[place / 8] = (uint8_t)((state->normals[place / 8] & ~bit) | (normal ? bit : 0));
    state->next = (uint8_t)(place + 1 == MW_DECISION_BEATS ? 0 : place + 1);
    state->held = (uint8_t)(state->held < MW_DECISION_BEATS ? state->held + 1 : MW_DECISION_BEATS);
}

/* Its own margin and the mean of those of the last 49 beats, itself among them, that come after alike intervals. Headroom: 49 margins
 * add up to 2^21; an interval of 16 bits times 100 is below 2^23. */
static int32_t alike_margin(struct mw_beat_decision *state, const uint8_t *section, int32_t margin, int32_t interval,
                            bool normal) {
    uint32_t newest = state->next;
    int32_t sum = 0;
    int32_t count = 0;
    hold(state, margin, interval, normal);
    for (uint32_t i = 0; i < state->held; i++) {
        int32_t difference = state->intervals[i] - interval;
        difference = difference < 0 ? -difference : difference;
        bool alike = 100 * difference < section[ALIKE_PERCENT] * interval;
        if (is_normal(state, i) == normal && (i == newest || alike)) {
            sum += state->margins[i];
            count++;
        }
    }
    int32_t share = number_of(section, ALIKE_SHARE);
    return (share * (sum / count) + (256 - share) * margin) >> 8;
}

/* The probability of what stands by so many score units against its opposite. */
static uint8_t confidence(const struct mw_bundle *bundle, int32_t distance) {
    const int16_t scores[2] = {(int16_t)(distance > INT16_MAX ? INT16_MAX : distance), 0};
    uint8_t probabilities[2];
    mw_probabilities_of(scores, 2, bundle->probability_multiplier, probabilities);
    return probabilities[0];
}

static int32_t larger(int32_t a, int32_t b) {
    return a > b ? a : b;
}

struct mw_beat_judgement mw_beat_decide(struct mw_beat_decision *state, const struct mw_bundle *bundle, const int16_t *scores,
                                        const int32_t *features, bool fibrillates) {
    const uint8_t *section = bundle->decision.bytes;
    const uint8_t *at = section + RULE_OFFSET;
    int32_t known = features[at[SHAPE_KNOWN]];
    uint32_t shape = (uint32_t)features[at[SHAPE]] & (MW_DECISION_SHAPES - 1);
    int32_t ventricular = shape_margin(state, section, scores[0], shape, known < 0);
    int32_t majority = alike_margin(state, section, scores[2], features[at[INTERVAL]], known == 1);
    bool irregular = features[at[FIBRILLATION_SCORE]] > number_of(section, FIBRILLATION);
    bool scattered = irregular && features[at[ALTERNATING_SCORE]] > number_of(section, FIBRILLATION);
    int32_t early = larger(scores[1] - number_of(section, SUPRAVENTRICULAR), majority - number_of(section, MAJORITY));
    int32_t over_ventricular = ventricular - number_of(section, VENTRICULAR) -
                               (irregular ? number_of(section, VENTRICULAR_IN_FIBRILLATION) : 0) +
                               (early > 0 && known != 1 ? number_of(section, VENTRICULAR_IF_EARLY) : 0);
    int32_t signs = (scattered ? 1 : 0) + (fibrillates ? 1 : 0);
    int32_t over_supraventricular = early - signs * number_of(section, SUPRAVENTRICULAR_IN_FIBRILLATION);
    struct mw_beat_judgement judgement = {.beat_class = 5, .abstained = true};
    if (features[at[NOISE]] > number_of(section, CANNOT_TELL)) {
        return judgement;
    }
    int32_t distance;
    judgement.abstained = false;
    if (over_ventricular > 0) {
        judgement.beat_class = 3;
        distance = over_ventricular;
    } else if (over_supraventricular > 0) {
        judgement.beat_class = 2;
        distance = over_supraventricular < 1 - over_ventricular ? over_supraventricular : 1 - over_ventricular;
    } else {
        judgement.beat_class = 1;
        distance = 1 - larger(over_ventricular, over_supraventricular);
    }
    judgement.confidence = confidence(bundle, distance);
    return judgement;
}
