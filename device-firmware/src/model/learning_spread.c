/* Where the clusters lie and how wide the inputs spread around them. */
#include "bytes.h"
#include "kmeans.h"
#include "learning_rule.h"
#include "learning_steps.h"
#include "milliwatt/dsp.h"

#include <string.h>

int64_t mw_rounded_division(int64_t numerator, int64_t denominator) {
    /* Both doubled stay below 2^63. C cuts towards zero; the floor is one less for a negative remainder. */
    int64_t doubled = 2 * numerator + denominator;
    int64_t quotient = doubled / (2 * denominator);
    return doubled % (2 * denominator) < 0 ? quotient - 1 : quotient;
}

/* A count is at most 2^14 (windows of a phase, or the count limit), so a sum is within 2^29. */
void mw_learning_add(struct mw_learning *learning, uint32_t cluster, const int16_t *inputs) {
    int32_t *sums = learning->sums + cluster * learning->inputs;
    for (uint32_t input = 0; input < learning->inputs; input++) {
        sums[input] += inputs[input];
    }
    learning->counts[cluster]++;
}

/* |sum| * kept < 2^29 * 2^13. Each halving rounds a sum by at most 1/2, so the mean by 1 / (2 kept); the cluster doubles
 * its count before it is halved again, so earlier errors weigh half each time, and all of them together never move a mean
 * by more than 1 / kept. Nothing drifts. */
void mw_learning_halve(struct mw_learning *learning, uint32_t cluster) {
    int32_t *sums = learning->sums + cluster * learning->inputs;
    int64_t count = learning->counts[cluster];
    int64_t kept = count / 2;
    for (uint32_t input = 0; input < learning->inputs; input++) {
        sums[input] = (int32_t)mw_rounded_division(sums[input] * kept, count);
    }
    learning->counts[cluster] = (uint16_t)kept;
}

void mw_learning_place(struct mw_learning *learning, uint32_t cluster) {
    const int32_t *sums = learning->sums + cluster * learning->inputs;
    uint8_t *centroid = learning->body + MW_KMEANS_INVERSE_SPREADS + 2U * learning->inputs * (cluster + 1);
    for (uint32_t input = 0; input < learning->inputs; input++) {
        /* A mean of int16 values is an int16. */
        mw_put_u16(centroid + 2 * input, (uint16_t)mw_rounded_division(sums[input], learning->counts[cluster]));
    }
    learning->body[MW_KMEANS_CLUSTERS] = learning->clusters;
}

/* Sum of squared deviations from the clusters' means. Sum of squares <= 2^14 * 2^30 = 2^44. A cluster's squared sum is
 * below 2^58 and, divided by its count, at most its own share of the squares (Cauchy-Schwarz), so nothing goes below 0. */
static uint64_t deviations(const struct mw_learning *learning, uint32_t input) {
    uint64_t left = learning->squares[input];
    for (uint32_t cluster = 0; cluster < learning->clusters; cluster++) {
        int64_t sum = learning->sums[cluster * learning->inputs + input];
        left -= (uint64_t)(sum * sum) / learning->counts[cluster];
    }
    return left;
}

void mw_learning_find_spreads(struct mw_learning *learning) {
    const uint8_t *smallest = learning->rule + MW_LEARNING_SMALLEST_SPREADS;
    uint32_t fraction_bits = learning->body[MW_KMEANS_SPREAD_SHIFT] + (uint32_t)learning->rule[MW_LEARNING_FRACTION_BITS];
    learning->windows_of_spread = learning->windows;
    for (uint32_t input = 0; input < learning->inputs; input++) {
        uint64_t sum = deviations(learning, input);
        learning->squares[input] = sum;
        uint32_t freedom = learning->windows > learning->clusters ? (uint32_t)learning->windows - learning->clusters : 1;
        /* 2^44 * 2^16 = 2^60; the root, the spread with 8 fraction bits, is at most 2^30. */
        int64_t spread_q8 = mw_integer_square_root((int64_t)((sum << 16) / freedom));
        spread_q8 = mw_max(spread_q8, (int64_t)16 * mw_u16(smallest + 2 * input));
        /* At most 2^(31 + 8 + 8); the spread is at least 16. */
        int64_t inverse = mw_rounded_division((int64_t)1 << (fraction_bits + 8), spread_q8);
        mw_put_u16(learning->body + MW_KMEANS_INVERSE_SPREADS + 2 * input, (uint16_t)mw_min(inverse, UINT16_MAX));
    }
}
