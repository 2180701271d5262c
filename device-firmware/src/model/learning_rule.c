#include "learning_rule.h"

#include "bytes.h"
#include "kinds.h"
#include "kmeans.h"
#include "milliwatt/error.h"
#include "milliwatt/learning.h"

static bool between(uint32_t value, uint32_t least, uint32_t most) { return value >= least && value <= most; }

static bool threshold_rule_holds(const uint8_t *at) {
    uint32_t rank = at[MW_LEARNING_RANK];
    uint32_t windows = mw_u16(at + MW_LEARNING_THRESHOLD_WINDOWS);
    if (at[MW_LEARNING_THRESHOLD_RULE] == MW_THRESHOLD_BY_SPREADS) {
        return rank == 0;
    }
    return at[MW_LEARNING_THRESHOLD_RULE] == MW_THRESHOLD_BY_RANK && between(rank, 1, MW_LEARNING_LARGEST) &&
           rank <= windows;
}

int mw_learning_check(const struct mw_part *section, uint16_t kind, uint16_t inputs) {
    const uint8_t *at = section->bytes;
    if (kind != MW_MODEL_KMEANS && kind != MW_MODEL_GAUSSIAN) {
        return MW_ERROR_FORMAT;
    }
    uint32_t length = MW_LEARNING_SMALLEST_SPREADS + 2U * inputs;
    if (section->length != length) {
        return section->length < length ? MW_ERROR_TRUNCATED : MW_ERROR_FORMAT;
    }
    bool kmeans = kind == MW_MODEL_KMEANS;
    uint32_t clusters = at[MW_LEARNING_CLUSTERS_AT_MOST];
    uint32_t cluster_windows = mw_u16(at + MW_LEARNING_CLUSTER_WINDOWS);
    uint32_t distinct = mw_u16(at + MW_LEARNING_DISTINCT);
    bool holds = threshold_rule_holds(at) &&
                 between(mw_u16(at + MW_LEARNING_SCALE_WINDOWS), 2, MW_LEARNING_MOST_WINDOWS) &&
                 between(mw_u16(at + MW_LEARNING_THRESHOLD_WINDOWS), 1, MW_LEARNING_MOST_WINDOWS) &&
                 (kmeans ? between(clusters, 1, MW_MAX_CLUSTERS) &&
                               between(cluster_windows, 1, MW_LEARNING_MOST_WINDOWS) && distinct <= MW_LARGEST_DISTANCE
                         : clusters == 1 && cluster_windows == 0 && distinct == 0) &&
                 at[MW_LEARNING_FRACTION_BITS] <= 8 &&
                 mw_u16(at + MW_LEARNING_SMALLEST_THRESHOLD) < MW_LARGEST_DISTANCE &&
                 between(mw_u16(at + MW_LEARNING_COUNT_LIMIT), 2, MW_LEARNING_MOST_WINDOWS);
    for (uint32_t input = 0; input < inputs; input++) {
        holds = holds && mw_u16(at + MW_LEARNING_SMALLEST_SPREADS + 2 * input) > 0;
    }
    return holds ? MW_OK : MW_ERROR_FORMAT;
}
