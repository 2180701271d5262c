/* From the distances of healthy windows to the distance that is too far. */
#include "bytes.h"
#include "kmeans.h"
#include "learning_rule.h"
#include "learning_steps.h"
#include "milliwatt/dsp.h"

/* A distance is below 2^15 and a phase has at most 2^14 windows: the sum stays below 2^29, the squares' below 2^44. */
void mw_learning_count_distance(struct mw_learning *learning, uint16_t distance) {
    learning->distance_sum += distance;
    learning->distance_squares += (uint32_t)distance * distance;
    for (uint32_t rank = 0; rank < MW_LEARNING_LARGEST; rank++) {
        if (distance > learning->largest[rank]) {
            uint16_t smaller = learning->largest[rank];
            learning->largest[rank] = distance;
            distance = smaller;
        }
    }
}

/* Mean below 2^15 and spread below 2^22, both with 8 fraction bits added, times 2^16: far within 64 bits. */
static int64_t mean_and_spreads(const struct mw_learning *learning, int64_t factor_q4) {
    int64_t windows = learning->windows;
    int64_t sum = learning->distance_sum;
    /* Never negative (Cauchy-Schwarz) unless the state was damaged. */
    int64_t deviations = mw_max(0, (int64_t)learning->distance_squares - sum * sum / windows);
    int64_t spread_q8 = mw_integer_square_root(deviations * 65536 / mw_max(1, windows - 1));
    return (sum * 256 / windows + spread_q8 * factor_q4 / 16) / 256;
}

void mw_learning_find_threshold(struct mw_learning *learning) {
    const uint8_t *rule = learning->rule;
    int64_t factor_q4 = mw_u16(rule + MW_LEARNING_FACTOR);
    int64_t found = rule[MW_LEARNING_THRESHOLD_RULE] == MW_THRESHOLD_BY_SPREADS
                        ? mean_and_spreads(learning, factor_q4)
                        : learning->largest[rule[MW_LEARNING_RANK] - 1] * factor_q4 / 16;
    /* Below the largest distance, so that a distance that saturates is always too far. */
    found = mw_clamp(found, mw_u16(rule + MW_LEARNING_SMALLEST_THRESHOLD), MW_LARGEST_DISTANCE - 1);
    mw_learning_set_threshold(learning, (uint16_t)found);
}

void mw_learning_set_threshold(struct mw_learning *learning, uint16_t threshold) {
    learning->threshold = threshold;
    mw_put_u16(learning->body + MW_KMEANS_THRESHOLD, threshold);
}
