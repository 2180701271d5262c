#include "milliwatt/decision.h"

#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"

#define PLAIN_LENGTH 16U
#define LINES_LENGTH 48U
#define BEATS_LENGTH 44U
#define SOIL_LENGTH 96U
#define EVIDENCE_LENGTH 8U
#define EVIDENCE_ABSENT 255U
#define LARGEST_THRESHOLD 0x7FFFFFU
#define URGENCIES 5U

enum rule { RULE_HIGHEST_SCORE = 1, RULE_RACE_LINES = 2, RULE_BEATS = 3, RULE_SOIL = 4 };
enum evidence { INNER_LINE, OUTER_LINE, BALL_LINE, ANOMALY, EVIDENCES };
enum verdict { NONE, NOT_IDENTIFIED, INNER_RACE, OUTER_RACE, ROLLING_ELEMENT };

static const uint8_t *evidence_at(const uint8_t *section, unsigned which) {
    return section + PLAIN_LENGTH + EVIDENCE_LENGTH * which;
}

int mw_decision_check(const struct mw_part *section) {
    const uint8_t *at = section->bytes;
    if (section->length < PLAIN_LENGTH) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t rule = at[0];
    uint32_t raise = at[1];
    uint32_t windows = at[2];
    static const uint8_t lengths[] = {0, PLAIN_LENGTH, LINES_LENGTH, BEATS_LENGTH, SOIL_LENGTH};
    if (rule < RULE_HIGHEST_SCORE || rule > RULE_SOIL) {
        return MW_ERROR_UNSUPPORTED;
    }
    uint32_t expected = lengths[rule];
    if (section->length != expected) {
        return section->length < expected ? MW_ERROR_TRUNCATED : MW_ERROR_FORMAT;
    }
    if (windows < 1 || windows > MW_MAX_VOTES || raise < 1 || raise > windows || 2 * raise <= windows || at[3] >= raise ||
        at[7] != 0 || at[13] != 0 || at[14] != 0 || at[15] != 0) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t verdict = 0; verdict < URGENCIES; verdict++) {
        if (at[8 + verdict] > 3) {
            return MW_ERROR_FORMAT;
        }
    }
    if (rule == RULE_BEATS) {
        return mw_beat_rule_holds(at) ? MW_OK : MW_ERROR_FORMAT;
    }
    if (rule == RULE_SOIL) {
        return mw_soil_rule_holds(at) ? MW_OK : MW_ERROR_FORMAT;
    }
    for (unsigned which = 0; rule == RULE_RACE_LINES && which < EVIDENCES; which++) {
        const uint8_t *evidence = evidence_at(at, which);
        uint32_t threshold = mw_u32(evidence + 4);
        if (evidence[1] != 0 || mw_u16(evidence + 2) != 0 || threshold < 1 || threshold > LARGEST_THRESHOLD) {
            return MW_ERROR_FORMAT;
        }
    }
    return MW_OK;
}

bool mw_decision_judges_beats(const struct mw_bundle *bundle) { return bundle->decision.bytes[0] == RULE_BEATS; }

bool mw_decision_forecasts_soil(const struct mw_bundle *bundle) { return bundle->decision.bytes[0] == RULE_SOIL; }

bool mw_decision_fits_recipe(const struct mw_bundle *bundle, uint32_t count) {
    for (uint32_t input = 0; !bundle->takes_array && input < bundle->inputs; input++) {
        if (bundle->input_map.bytes[2 * input] >= count) {
            return false;
        }
    }
    for (unsigned which = 0; bundle->decision.bytes[0] == RULE_RACE_LINES && which < EVIDENCES; which++) {
        uint32_t index = evidence_at(bundle->decision.bytes, which)[0];
        if (index != EVIDENCE_ABSENT && index >= count) {
            return false;
        }
    }
    return true;
}

static bool reached(const struct mw_bundle *bundle, unsigned which, const int32_t *values) {
    const uint8_t *evidence = evidence_at(bundle->decision.bytes, which);
    return evidence[0] != EVIDENCE_ABSENT && values[evidence[0]] >= mw_i32(evidence + 4);
}

/* min(255, 128 x anomaly / threshold); the product stays below 2^32 because the quotient is cut first. */
static uint8_t anomaly_strength(const struct mw_bundle *bundle, const int32_t *values) {
    const uint8_t *evidence = evidence_at(bundle->decision.bytes, ANOMALY);
    if (evidence[0] == EVIDENCE_ABSENT || values[evidence[0]] <= 0) {
        return 0;
    }
    uint32_t value = (uint32_t)values[evidence[0]];
    uint32_t threshold = mw_u32(evidence + 4);
    if (value >= 2 * threshold) {
        return 255;
    }
    return (uint8_t)(128 * value / threshold);
}

static void judge_race_lines(const struct mw_bundle *bundle, const int32_t *values, uint16_t label,
                             uint8_t probability, struct mw_judgement *judgement) {
    bool agreed = probability >= bundle->decision.bytes[6];
    judgement->evidence = anomaly_strength(bundle, values);
    judgement->probability = probability;
    if (agreed && label == INNER_RACE && reached(bundle, INNER_LINE, values)) {
        judgement->verdict = INNER_RACE;
    } else if (agreed && label == OUTER_RACE && reached(bundle, OUTER_LINE, values)) {
        judgement->verdict = OUTER_RACE;
    } else if (!reached(bundle, ANOMALY, values)) {
        judgement->verdict = NONE;
        judgement->probability = (uint8_t)(255 - (judgement->evidence > 127 ? 127 : judgement->evidence));
    } else if (agreed && label == ROLLING_ELEMENT && reached(bundle, BALL_LINE, values)) {
        judgement->verdict = ROLLING_ELEMENT;
    } else {
        judgement->verdict = NOT_IDENTIFIED;
        judgement->probability = judgement->evidence;
    }
}

int mw_decision_judge(const struct mw_model *model, const int32_t *values, uint32_t count, uint16_t quality,
                      struct mw_judgement *judgement) {
    const struct mw_bundle *bundle = model->bundle;
    int16_t scores[MW_MAX_CLASSES];
    uint8_t probabilities[MW_MAX_CLASSES];
    if (!mw_decision_fits_recipe(bundle, count) || bundle->decision.bytes[0] == RULE_BEATS ||
        bundle->decision.bytes[0] == RULE_SOIL) {
        return MW_ERROR_RECIPE;
    }
    if ((quality & mw_u16(bundle->decision.bytes + 4)) != 0) {
        return 0;
    }
    int result = mw_model_score_window(model, values, count, scores);
    if (result < 0) {
        return result;
    }
    mw_model_probabilities(bundle, scores, probabilities);
    uint16_t winner = mw_model_winner(scores, bundle->classes);
    uint16_t label = mw_bundle_verdict_of_class(bundle, winner);
    if (bundle->decision.bytes[0] == RULE_RACE_LINES) {
        judge_race_lines(bundle, values, label, probabilities[winner], judgement);
    } else {
        judgement->verdict = probabilities[winner] >= bundle->decision.bytes[6] ? label : NONE;
        judgement->probability = probabilities[winner];
        judgement->evidence = probabilities[winner];
    }
    return 1;
}
