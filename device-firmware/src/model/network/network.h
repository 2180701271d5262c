/* The inside of model kind 4: operators as the bundle holds them, and the kernels that run them. */
#ifndef MILLIWATT_MODEL_NETWORK_H
#define MILLIWATT_MODEL_NETWORK_H

#include "milliwatt/bundle.h"

/* Which operators this firmware runs: a bit for each code. A build for small networks leaves the others' kernels out, and
 * then refuses them as unsupported. */
#ifndef MW_NETWORK_OPERATORS
#define MW_NETWORK_OPERATORS 0xFFFFU
#endif
#define MW_HAS_OPERATOR(code) ((MW_NETWORK_OPERATORS >> (code) & 1U) != 0)

#define MW_MAX_ELEMENTS 8192U
#define MW_OPERATOR_HEAD 20U
#define MW_SPARSE_LENGTH 4U /* the field that tells how long the rows of a sparse layer are */

enum mw_operator_code {
    MW_DENSE = 1,
    MW_CONVOLUTION,
    MW_DEPTHWISE,
    MW_MAXIMUM_POOL,
    MW_AVERAGE_POOL,
    MW_TABLE,
    MW_SOFTMAX,
    MW_WIDE_DENSE,
    MW_SPARSE_DENSE,
    MW_OPERATOR_END
};

enum mw_operator_flags { MW_PER_CHANNEL = 1, MW_FOUR_BITS = 2 };

/* Steps of time, and channels of one step; elements lie step by step. */
struct mw_shape {
    uint32_t steps;
    uint32_t channels;
};

/* One operator. A dense operator is read as a convolution over one step that holds the whole tensor. */
struct mw_operator {
    uint8_t code;
    uint8_t flags;
    int16_t low;
    int16_t high;
    int16_t zero_point;
    int16_t padding_value;
    struct mw_shape in;
    struct mw_shape out;
    uint32_t kernel;
    uint32_t stride;
    uint32_t dilation;
    uint32_t padding_left;
    uint32_t padding_right;
    uint32_t row;       /* weights of an output channel */
    uint32_t row_bytes; /* as stored: padded to whole words; of a sparse layer its bits */
    uint32_t scale_step; /* 1: a multiplier and a shift per channel; 0: the same for all */
    const uint8_t *bias;
    const uint8_t *multipliers;
    const uint8_t *weights; /* or the table */
    const uint8_t *shifts;
    uint32_t length; /* of the record */
};

/* Reads the record at `at`, of which `left` bytes are there, and checks its geometry against the tensor that goes in.
 * Returns 0, MW_ERROR_TRUNCATED, _FORMAT or _UNSUPPORTED. */
int mw_operator_read(struct mw_operator *op, const uint8_t *at, uint32_t left, struct mw_shape in);

/* Checks scales, headroom and padding of an operator that was read. Returns 0 or MW_ERROR_FORMAT. */
int mw_operator_check(const struct mw_operator *op);

/* The rows of a sparse layer: that they are well-formed and fill the record. */
bool mw_sparse_rows_hold(const struct mw_operator *op);

/* Whether a convolution collects its windows because they are not one piece of the input everywhere. */
static inline bool mw_operator_gathers(const struct mw_operator *op) {
    return op->code == MW_CONVOLUTION && (op->dilation > 1 || op->padding_left > 0 || op->padding_right > 0);
}

/* Kernels. Those that take no `out` work in place. `in` may be read up to 7 bytes beyond its end, where weights are 0. */
void mw_dense_s8(const struct mw_operator *op, const int8_t *in, int8_t *out);
void mw_dense_s4(const struct mw_operator *op, const int8_t *in, int8_t *out);
void mw_dense_sparse_s8(const struct mw_operator *op, const int8_t *in, int8_t *out);
void mw_dense_s16(const struct mw_operator *op, const int16_t *in, int16_t *out);
void mw_convolution_s8(const struct mw_operator *op, const int8_t *in, int8_t *window, int8_t *out);
void mw_depthwise_s8(const struct mw_operator *op, const int8_t *in, int8_t *out);
void mw_maximum_pool_s8(const struct mw_operator *op, int8_t *tensor);
void mw_average_pool_s8(const struct mw_operator *op, int8_t *tensor);
void mw_table_s8(const struct mw_operator *op, int8_t *tensor);
void mw_softmax_s8(const struct mw_operator *op, int8_t *tensor);

#endif
