/* Verdicts and events on the golden race-line bundle: recipe values are rms, kurtosis in hundredths, anomaly in sixteenths. */
#include "milliwatt/decision.h"
#include "milliwatt/error.h"
#include "milliwatt/model.h"
#include "milliwatt/recipe.h"
#include "test.h"

#include <string.h>

static uint8_t file[1024];

static void load(struct mw_bundle *bundle) {
    size_t length = test_read_file("contract/vectors/bundle-race-lines-1.0.mwm", file, sizeof file);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(bundle, file, length));
}

static uint16_t verdict(const struct mw_bundle *bundle, int32_t rms, int32_t kurtosis, int32_t anomaly) {
    const int32_t values[3] = {rms, kurtosis, anomaly};
    struct mw_judgement judgement;
    CHECK_EQUAL(1, mw_decision_judge(&(struct mw_model){.bundle = bundle}, values, 3, 0, &judgement));
    return judgement.verdict;
}

TEST(a_race_needs_line_and_model) {
    struct mw_bundle bundle;
    load(&bundle);
    CHECK_EQUAL(2, verdict(&bundle, 100, 900, 0));
    CHECK_EQUAL(0, verdict(&bundle, 100, 599, 0));
    CHECK_EQUAL(0, verdict(&bundle, 100, 150, 0)); /* the model says outer race, but there is no such line */
}

TEST(an_anomaly_without_a_line_is_damage_not_identified) {
    struct mw_bundle bundle;
    load(&bundle);
    CHECK_EQUAL(1, verdict(&bundle, 100, 300, 160));
    CHECK_EQUAL(4, verdict(&bundle, 20000, 300, 160));
    CHECK_EQUAL(2, verdict(&bundle, 100, 900, 160));
}

TEST(a_healthy_machine_is_never_called_a_ball_fault) {
    struct mw_bundle bundle;
    load(&bundle);
    for (int32_t rms = 0; rms < 33000; rms += 500) {
        for (int32_t anomaly = -200; anomaly < 160; anomaly += 7) {
            CHECK_EQUAL(0, verdict(&bundle, rms, 300, anomaly));
        }
    }
}

TEST(extreme_values_do_not_overflow_the_evidence) {
    struct mw_bundle bundle;
    load(&bundle);
    const struct mw_model model = {.bundle = &bundle};
    struct mw_judgement judgement;
    const int32_t largest[3] = {INT32_MAX, INT32_MAX, INT32_MAX};
    CHECK_EQUAL(1, mw_decision_judge(&model, largest, 3, 0, &judgement));
    CHECK_EQUAL(255, judgement.evidence);
    const int32_t smallest[3] = {INT32_MIN, INT32_MIN, INT32_MIN};
    CHECK_EQUAL(1, mw_decision_judge(&model, smallest, 3, 0, &judgement));
    CHECK_EQUAL(0, judgement.evidence);
    CHECK_EQUAL(255, judgement.probability);
}

TEST(a_flagged_window_gives_no_verdict) {
    struct mw_bundle bundle;
    load(&bundle);
    const struct mw_model model = {.bundle = &bundle};
    const int32_t values[3] = {100, 900, 500};
    struct mw_judgement judgement;
    CHECK_EQUAL(0, mw_decision_judge(&model, values, 3, MW_QUALITY_WARMING_UP, &judgement));
    CHECK_EQUAL(0, mw_decision_judge(&model, values, 3, MW_QUALITY_FLAT | MW_QUALITY_CLIPPED, &judgement));
    CHECK_EQUAL(1, mw_decision_judge(&model, values, 3, MW_QUALITY_CLIPPED, &judgement));
}

TEST(a_recipe_with_too_few_values_is_refused) {
    struct mw_bundle bundle;
    load(&bundle);
    const struct mw_model model = {.bundle = &bundle};
    const int32_t values[2] = {100, 900};
    struct mw_judgement judgement;
    CHECK(mw_decision_fits_recipe(&bundle, 3));
    CHECK(!mw_decision_fits_recipe(&bundle, 2));
    CHECK_EQUAL(MW_ERROR_RECIPE, mw_decision_judge(&model, values, 2, 0, &judgement));
}

/* Counts verdicts and returns what the last one set off: -class for an end, class for an onset, else 0. */
static int last_change(const struct mw_bundle *bundle, struct mw_votes *votes, const uint16_t *verdicts, int count) {
    int told = 0;
    for (int i = 0; i < count; i++) {
        struct mw_judgement judgement = {verdicts[i], 200, 150};
        struct mw_event_change change;
        told = 0;
        if (mw_decision_count(bundle, votes, &judgement, &change)) {
            told = change.onset ? change.verdict : -change.verdict;
        }
    }
    return told;
}

TEST(three_of_four_windows_raise_and_one_of_four_clears) {
    struct mw_bundle bundle;
    struct mw_votes votes = {0};
    load(&bundle);
    const uint16_t first[] = {2, 2, 0};
    const uint16_t again[] = {2};
    const uint16_t good[] = {0};
    CHECK_EQUAL(0, last_change(&bundle, &votes, first, 3));
    CHECK_EQUAL(2, last_change(&bundle, &votes, again, 1));
    CHECK_EQUAL(0, last_change(&bundle, &votes, good, 1));
    CHECK_EQUAL(-2, last_change(&bundle, &votes, good, 1));
    CHECK_EQUAL(0, last_change(&bundle, &votes, good, 1));
}

TEST(disagreeing_windows_raise_damage_and_give_way_to_a_named_element) {
    struct mw_bundle bundle;
    struct mw_votes votes = {0};
    load(&bundle);
    const uint16_t mixed[] = {2, 3, 2};
    const uint16_t inner[] = {2};
    CHECK_EQUAL(1, last_change(&bundle, &votes, mixed, 3));
    CHECK_EQUAL(2, last_change(&bundle, &votes, inner, 1));
}

TEST(probabilities_of_equal_scores_are_equal_and_the_farthest_is_zero) {
    struct mw_bundle bundle;
    uint8_t probabilities[MW_MAX_CLASSES];
    load(&bundle);
    const int16_t equal[3] = {-5, -5, -5};
    mw_model_probabilities(&bundle, equal, probabilities);
    CHECK_EQUAL(85, probabilities[0]);
    CHECK_EQUAL(85, probabilities[2]);
    const int16_t far[3] = {INT16_MIN, INT16_MAX, INT16_MIN};
    mw_model_probabilities(&bundle, far, probabilities);
    CHECK_EQUAL(0, probabilities[0]);
    CHECK_EQUAL(255, probabilities[1]);
}
