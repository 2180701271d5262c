/* The body of model kinds 5 and 6, and the distance that both scoring and learning use. */
#ifndef MILLIWATT_MODEL_KMEANS_H
#define MILLIWATT_MODEL_KMEANS_H

#include <stdint.h>

/* Offsets in the body. */
enum {
    MW_KMEANS_SPREAD_SHIFT = 0,
    MW_KMEANS_DISTANCE_SHIFT = 1,
    MW_KMEANS_CLUSTERS = 2,
    MW_KMEANS_RESERVED = 3,
    MW_KMEANS_THRESHOLD = 4,
    MW_KMEANS_RESERVED_END = 6,
    MW_KMEANS_INVERSE_SPREADS = 8
};

#define MW_MAX_CLUSTERS 32
#define MW_LARGEST_DISTANCE 32767U

/* Bytes of a body, without padding. */
static inline uint32_t mw_kmeans_body_length(uint32_t inputs, uint32_t clusters) {
    return MW_KMEANS_INVERSE_SPREADS + 2U * inputs + 2U * clusters * inputs;
}

/* Distance to the nearest centroid, 0 .. MW_LARGEST_DISTANCE; `nearest` takes its index, the lowest of equals. */
uint16_t mw_kmeans_distance(const uint8_t *body, const int16_t *inputs, uint32_t count, uint32_t *nearest);

#endif
