/* Continuous waveforms: one block a second for each channel. */
#ifndef MILLIWATT_NODE_STREAMING_H
#define MILLIWATT_NODE_STREAMING_H

#include <stdint.h>

#define MW_STREAMS 2U

struct mw_node;

struct mw_stream {
    int16_t *samples; /* NULL: not told */
    uint32_t first;   /* number of the sample that the block under way begins with */
    uint32_t filled;
    uint32_t block; /* its index */
};

/* Samples of one channel, of which the first has the number `first`. Does nothing for one that is not told. Returns 0 or
 * MW_ERROR_CRYPTO. */
int mw_streaming_samples(struct mw_node *node, uint32_t channel, const int16_t *samples, uint32_t count, uint32_t first);

#endif
