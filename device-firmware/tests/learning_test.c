/* Learning on the golden bundles, and the arithmetic under it. Java compares whole states (LearningParityTest). */
#include "../src/model/learning_steps.h"
#include "milliwatt/error.h"
#include "milliwatt/model.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

#define LARGEST 2048
#define INPUTS 2

static uint8_t file[LARGEST];
static struct mw_bundle bundle;
static struct mw_learning learning;
static _Alignas(8) uint8_t memory[LARGEST];
static uint32_t noise_state;

static void begin(const char *path) {
    size_t length = test_read_file(path, file, sizeof file);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(&bundle, file, length));
    CHECK(bundle.learning.bytes != NULL && mw_learning_memory_size(&bundle) <= sizeof memory);
    mw_learning_start(&learning, &bundle, memory);
    noise_state = 1;
}

/* 0 .. range - 1, of a fixed generator (Numerical Recipes' constants). */
static int32_t noise(int32_t range) {
    noise_state = noise_state * 1664525U + 1013904223U;
    return (int32_t)(noise_state >> 16) % range;
}

/* A machine that idles or works; Java's LearntStateVectorTest draws the same windows. */
static void next_window(int16_t *inputs) {
    bool works = noise(2) == 1;
    inputs[0] = (int16_t)((works ? 1000 : 100) + noise(21));
    inputs[1] = (int16_t)((works ? 260 : 310) + noise(41));
}

static void learn_windows(uint32_t windows) {
    int16_t inputs[INPUTS];
    for (uint32_t window = 0; window < windows; window++) {
        next_window(inputs);
        mw_learning_window(&learning, inputs, 0);
    }
}

static void check_golden(const char *state_path) {
    uint8_t golden[LARGEST];
    uint8_t state[LARGEST];
    size_t length = test_read_file(state_path, golden, sizeof golden);
    CHECK_EQUAL(length, mw_learning_state_length(&learning));
    mw_learning_write(&learning, state);
    CHECK_BYTES(golden, state, length);
}

TEST(the_golden_learnt_states_come_from_their_windows) {
    begin("contract/vectors/bundle-kmeans-learning-1.0.mwm");
    learn_windows(25);
    check_golden("contract/vectors/learnt-kmeans-1.0.bin");
    begin("contract/vectors/bundle-gaussian-learning-1.0.mwm");
    learn_windows(25);
    check_golden("contract/vectors/learnt-gaussian-1.0.bin");
}

TEST(a_learnt_model_knows_both_ways_of_running_and_no_third) {
    int16_t inputs[INPUTS];
    int16_t scores[2];
    begin("contract/vectors/bundle-kmeans-learning-1.0.mwm");
    learn_windows(17);
    CHECK(mw_learning_is_learnt(&learning));
    CHECK_EQUAL(2, learning.clusters);
    bundle.model.bytes = learning.body;
    const struct mw_model model = {.bundle = &bundle, .scratch = NULL};
    for (int window = 0; window < 100; window++) {
        next_window(inputs);
        mw_model_score(&model, inputs, scores);
        CHECK_EQUAL(0, mw_model_winner(scores, 2));
        inputs[0] = 500;
        mw_model_score(&model, inputs, scores);
        CHECK_EQUAL(1, mw_model_winner(scores, 2));
    }
}

TEST(quotients_round_half_up_on_both_sides_of_zero) {
    CHECK_EQUAL(2, mw_rounded_division(3, 2));
    CHECK_EQUAL(-1, mw_rounded_division(-3, 2));
    CHECK_EQUAL(-2, mw_rounded_division(-5, 3));
    CHECK_EQUAL(0, mw_rounded_division(-1, 2));
    CHECK_EQUAL(-1, mw_rounded_division(-2, 3));
    CHECK_EQUAL(0, mw_rounded_division(0, 7));
    CHECK_EQUAL(((int64_t)1 << 60) - 1, mw_rounded_division(((int64_t)1 << 60) - 1, 1));
}

/* What is forgotten half by half must not move the mean by more than the proof beside mw_learning_halve allows. */
TEST(a_mean_that_forgets_does_not_drift) {
    begin("contract/vectors/bundle-kmeans-learning-1.0.mwm");
    const uint32_t limit = 8;
    double exact = 0;
    double weight = 0;
    double largest = 0;
    learning.clusters = 1;
    for (int window = 0; window < 100000; window++) {
        int16_t inputs[INPUTS];
        next_window(inputs);
        if (learning.counts[0] >= limit) {
            double kept = learning.counts[0] / 2;
            exact = exact * kept / weight;
            weight = kept;
            mw_learning_halve(&learning, 0);
        }
        mw_learning_add(&learning, 0, inputs);
        exact += inputs[0];
        weight += 1;
        double off = learning.sums[0] / (double)learning.counts[0] - exact / weight;
        off = off < 0 ? -off : off;
        largest = off > largest ? off : largest;
    }
    CHECK(largest > 0 && largest <= 2.0 / limit);
}

TEST(a_state_with_any_bit_flipped_is_refused_or_goes_on_without_harm) {
    uint8_t state[LARGEST];
    uint32_t taken = 0;
    for (uint32_t windows = 0; windows < 40; windows++) {
        begin("contract/vectors/bundle-kmeans-learning-1.0.mwm");
        learn_windows(windows);
        uint32_t length = mw_learning_state_length(&learning);
        mw_learning_write(&learning, state);
        for (uint32_t bit = 0; bit < 8 * length; bit += 3) {
            state[bit / 8] ^= (uint8_t)(1U << bit % 8);
            mw_learning_start(&learning, &bundle, memory);
            if (mw_learning_read(&learning, state, length) == MW_OK) {
                taken++;
                learn_windows(25);
            }
            state[bit / 8] ^= (uint8_t)(1U << bit % 8);
        }
    }
    CHECK(taken > 1000);
}
