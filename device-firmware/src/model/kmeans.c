#include "kmeans.h"

#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"

int mw_kmeans_check(const struct mw_part *body, uint16_t inputs, uint16_t classes) {
    const uint8_t *at = body->bytes;
    if (body->length < MW_KMEANS_INVERSE_SPREADS) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t clusters = at[MW_KMEANS_CLUSTERS];
    if (classes != 2 || at[MW_KMEANS_SPREAD_SHIFT] > 31 || at[MW_KMEANS_DISTANCE_SHIFT] > 31 || clusters < 1 ||
        clusters > MW_MAX_CLUSTERS || at[MW_KMEANS_RESERVED] != 0 ||
        mw_u16(at + MW_KMEANS_THRESHOLD) > MW_LARGEST_DISTANCE || mw_u16(at + MW_KMEANS_RESERVED_END) != 0) {
        return MW_ERROR_FORMAT;
    }
    return mw_check_body_length(body, mw_kmeans_body_length(inputs, clusters));
}

/* Squared distance, at least `limit` as soon as it cannot be below it. */
static uint32_t squared_distance(const int16_t *inputs, uint32_t count, const uint8_t *inverse_spread,
                                 const uint8_t *centroid, uint32_t spread_shift, uint32_t limit) {
    uint32_t sum = 0;
    for (uint32_t input = 0; input < count && sum < limit; input++) {
        int32_t difference = inputs[input] - mw_i16(centroid + 2 * input);
        /* 65535 * 65535 < 2^32, both in the product and in the square. */
        uint32_t magnitude = (uint32_t)(difference < 0 ? -difference : difference);
        uint32_t spreads = magnitude * mw_u16(inverse_spread + 2 * input) >> spread_shift;
        spreads = spreads > 65535 ? 65535 : spreads;
        uint32_t square = spreads * spreads;
        sum = sum > UINT32_MAX - square ? UINT32_MAX : sum + square;
    }
    return sum;
}

uint16_t mw_kmeans_distance(const uint8_t *body, const int16_t *inputs, uint32_t count, uint32_t *nearest) {
    const uint8_t *inverse_spread = body + MW_KMEANS_INVERSE_SPREADS;
    const uint8_t *centroid = inverse_spread + 2 * count;
    uint32_t smallest = UINT32_MAX;
    *nearest = 0;
    for (uint32_t cluster = 0; cluster < body[MW_KMEANS_CLUSTERS]; cluster++, centroid += 2 * count) {
        uint32_t squared =
            squared_distance(inputs, count, inverse_spread, centroid, body[MW_KMEANS_SPREAD_SHIFT], smallest);
        if (squared < smallest) {
            smallest = squared;
            *nearest = cluster;
        }
    }
    smallest >>= body[MW_KMEANS_DISTANCE_SHIFT];
    return (uint16_t)(smallest > MW_LARGEST_DISTANCE ? MW_LARGEST_DISTANCE : smallest);
}

void mw_kmeans_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores) {
    uint32_t nearest = 0;
    scores[0] = (int16_t)-(int32_t)mw_kmeans_distance(bundle->model.bytes, inputs, bundle->inputs, &nearest);
    scores[1] = (int16_t)-(int32_t)mw_u16(bundle->model.bytes + MW_KMEANS_THRESHOLD);
}
