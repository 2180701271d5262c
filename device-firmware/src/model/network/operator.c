/* Operator records: 20 bytes of head, then what the operator needs (contract/bundle.md, "Network"). */
#include "milliwatt/error.h"
#include "network.h"
#include "../words.h"

#define HEAD MW_OPERATOR_HEAD
#define TABLE_BYTES 256U
#define SOFTMAX_BYTES 8U
#define MAX_SOFTMAX 256U

static bool weighted(uint32_t code) {
    return code == MW_DENSE || code == MW_CONVOLUTION || code == MW_DEPTHWISE || code == MW_WIDE_DENSE ||
           code == MW_SPARSE_DENSE;
}

static bool strides(uint32_t code) {
    return code == MW_CONVOLUTION || code == MW_DEPTHWISE || code == MW_MAXIMUM_POOL || code == MW_AVERAGE_POOL;
}

static bool pads(uint32_t code) { return code == MW_CONVOLUTION || code == MW_DEPTHWISE; }

static bool in_range(int32_t value, int32_t lowest, int32_t highest) { return value >= lowest && value <= highest; }

/* Fields that an operator does not use must be 0, so that a later version may give them a meaning. */
static bool head_holds(const struct mw_operator *op, uint32_t channels, uint32_t reserved) {
    uint32_t code = op->code;
    uint32_t flags = code == MW_DENSE || code == MW_CONVOLUTION ? MW_PER_CHANNEL | MW_FOUR_BITS
                     : weighted(code)                           ? (uint32_t)MW_PER_CHANNEL
                                                                : 0;
    int32_t lowest = code == MW_WIDE_DENSE ? INT16_MIN : INT8_MIN;
    int32_t highest = code == MW_WIDE_DENSE ? INT16_MAX : INT8_MAX;
    bool clamps = weighted(code) || strides(code);
    return (op->flags & ~flags) == 0 && reserved == 0 && (channels == 0) != weighted(code) &&
           (clamps ? in_range(op->low, lowest, highest) && in_range(op->high, op->low, highest)
                   : op->low == 0 && op->high == 0) &&
           (weighted(code) && code != MW_WIDE_DENSE ? in_range(op->zero_point, INT8_MIN, INT8_MAX) : op->zero_point == 0) &&
           (pads(code) ? in_range(op->padding_value, INT8_MIN, INT8_MAX) && op->dilation > 0
                       : op->padding_value == 0 && op->dilation == 0 && op->padding_left + op->padding_right == 0) &&
           (strides(code) ? op->kernel > 0 && op->stride > 0 : op->kernel == 0 && op->stride == 0);
}

/* What goes out, for operators that slide over time. All factors are below 2^16, so nothing overflows. */
static bool slide(struct mw_operator *op) {
    uint32_t padded = op->in.steps + op->padding_left + op->padding_right;
    uint32_t reach = pads(op->code) ? (op->kernel - 1) * op->dilation + 1 : op->kernel;
    if (reach > padded) {
        return false;
    }
    op->out.steps = (padded - reach) / op->stride + 1;
    return true;
}

static bool shape_holds(struct mw_operator *op, uint32_t channels) {
    uint32_t elements = op->in.steps * op->in.channels;
    op->out = op->in;
    switch (op->code) {
    case MW_DENSE:
    case MW_SPARSE_DENSE:
    case MW_WIDE_DENSE:
        op->in.steps = 1;
        op->in.channels = elements;
        op->out.steps = 1;
        op->out.channels = channels;
        op->kernel = op->stride = op->dilation = 1;
        op->row = elements;
        break;
    case MW_CONVOLUTION:
        op->out.channels = channels;
        op->row = op->kernel * op->in.channels; /* below 2^16 * 2^14 */
        break;
    case MW_DEPTHWISE:
        op->row = op->kernel;
        if (channels != op->in.channels) {
            return false;
        }
        break;
    case MW_SOFTMAX: return elements <= MAX_SOFTMAX;
    default: break;
    }
    if (strides(op->code) && !slide(op)) {
        return false;
    }
    return op->row <= MW_MAX_ELEMENTS && op->out.steps * op->out.channels <= MW_MAX_ELEMENTS;
}

static uint32_t words(uint32_t bytes) { return (bytes + 3U) & ~(uint32_t)3U; }

/* Finds bias, multipliers, weights and shifts behind the head. At most 2^13 rows of 2^13 bytes: far below 2^32. */
static int find_parts(struct mw_operator *op, const uint8_t *at, uint32_t left) {
    uint32_t channels = op->out.channels;
    uint32_t scales = (op->flags & MW_PER_CHANNEL) != 0 ? channels : 1;
    op->row_bytes = (op->flags & MW_FOUR_BITS) != 0 ? (op->row + 7) / 8 * 4 : words(op->row);
    op->length = HEAD + 4 * channels + 4 * scales + channels * op->row_bytes + words(scales);
    if (op->length > left) {
        return MW_ERROR_TRUNCATED;
    }
    op->scale_step = (op->flags & MW_PER_CHANNEL) != 0 ? 1 : 0;
    op->bias = at + HEAD;
    op->multipliers = op->bias + 4 * channels;
    op->weights = op->multipliers + 4 * scales;
    op->shifts = op->weights + channels * op->row_bytes;
    return MW_OK;
}

/* The same of a sparse layer, whose rows come last and tell their length first. */
static int find_sparse_parts(struct mw_operator *op, const uint8_t *at, uint32_t left) {
    uint32_t channels = op->out.channels;
    uint32_t scales = (op->flags & MW_PER_CHANNEL) != 0 ? channels : 1;
    uint32_t fixed = HEAD + MW_SPARSE_LENGTH + 4 * channels + 4 * scales + words(scales);
    if (fixed > left) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t rows = (uint32_t)mw_word(at + HEAD);
    if (rows > left - fixed) {
        return MW_ERROR_TRUNCATED;
    }
    op->row_bytes = (op->row + 7) / 8;
    op->length = fixed + rows;
    op->scale_step = (op->flags & MW_PER_CHANNEL) != 0 ? 1 : 0;
    op->bias = at + HEAD + MW_SPARSE_LENGTH;
    op->multipliers = op->bias + 4 * channels;
    op->shifts = op->multipliers + 4 * scales;
    op->weights = op->shifts + words(scales);
    return rows % 4 == 0 ? MW_OK : MW_ERROR_FORMAT;
}

int mw_operator_read(struct mw_operator *op, const uint8_t *at, uint32_t left, struct mw_shape in) {
    if (left < HEAD) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t channels = (uint16_t)mw_half(at + 2);
    *op = (struct mw_operator){.code = at[0],
                               .flags = at[1],
                               .low = mw_half(at + 4),
                               .high = mw_half(at + 6),
                               .zero_point = mw_half(at + 8),
                               .padding_value = mw_half(at + 10),
                               .in = in,
                               .kernel = (uint16_t)mw_half(at + 12),
                               .stride = at[14],
                               .dilation = at[15],
                               .padding_left = at[16],
                               .padding_right = at[17],
                               .weights = at + HEAD,
                               .length = HEAD};
    if (op->code < MW_DENSE || op->code >= MW_OPERATOR_END || !MW_HAS_OPERATOR(op->code)) {
        return MW_ERROR_UNSUPPORTED;
    }
    if (!head_holds(op, channels, (uint16_t)mw_half(at + 18)) || !shape_holds(op, channels)) {
        return MW_ERROR_FORMAT;
    }
    if (op->code == MW_SPARSE_DENSE) {
        return find_sparse_parts(op, at, left);
    }
    if (weighted(op->code)) {
        return find_parts(op, at, left);
    }
    if (op->code == MW_TABLE) {
        op->length += TABLE_BYTES;
    } else if (op->code == MW_SOFTMAX) {
        op->length += SOFTMAX_BYTES;
    }
    return op->length > left ? MW_ERROR_TRUNCATED : MW_OK;
}
