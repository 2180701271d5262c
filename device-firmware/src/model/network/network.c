/* A network as a whole: its check, its scratch memory, and one inference (contract/bundle.md, "Network"). */
#include "../bytes.h"
#include "../kinds.h"
#include "milliwatt/error.h"
#include "network.h"
#include "../words.h"

#define HEAD 4U
#define ENTRY 8U
#define MAX_OPERATORS 64U
#define LARGEST_OFFSET ((1 << 30) - 1)
#define LARGEST_RIGHT_SHIFT 30U

enum network_flags { QUANTIZED_PER_INPUT = 1, WIDE = 2 };

/* The largest tensor of each region, in bytes, and the largest window that a convolution collects. */
struct needs {
    uint32_t region[2];
    uint32_t window;
};

static uint32_t entries_of(const struct mw_bundle *bundle) {
    return (bundle->model.bytes[0] & QUANTIZED_PER_INPUT) != 0 ? bundle->inputs : 1;
}

static uint32_t value_bytes(const struct mw_bundle *bundle) { return (bundle->model.bytes[0] & WIDE) != 0 ? 2 : 1; }

static struct mw_shape input_shape(const struct mw_bundle *bundle) {
    uint32_t steps = (uint16_t)mw_half(bundle->model.bytes + 2);
    return (struct mw_shape){steps, bundle->inputs / steps};
}

/* Kernels that read whole words of weights read up to 7 values beyond a tensor. */
static uint32_t region_bytes(uint32_t largest) { return (largest + 7 + 7) & ~(uint32_t)7U; }

static uint32_t window_bytes(uint32_t largest) { return largest == 0 ? 0 : region_bytes(largest); }

static uint32_t scratch_bytes(const struct needs *needs) {
    return region_bytes(needs->region[0]) + region_bytes(needs->region[1]) + window_bytes(needs->window);
}

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }

static bool moves(const struct mw_operator *op) { return op->bias != NULL; }

/* Follows the operators from tensor to tensor. Returns 0 or the first error; `deeply` also checks every number. */
static int walk(const struct mw_bundle *bundle, struct needs *needs, bool deeply) {
    const uint8_t *at = bundle->model.bytes + HEAD + ENTRY * entries_of(bundle);
    const uint8_t *end = bundle->model.bytes + bundle->model.length;
    uint32_t bytes = value_bytes(bundle);
    struct mw_shape shape = input_shape(bundle);
    uint32_t region = 0;
    needs->region[0] = bundle->inputs * bytes;
    for (uint32_t left = bundle->model.bytes[1]; left > 0; left--) {
        struct mw_operator op;
        int result = mw_operator_read(&op, at, (uint32_t)(end - at), shape);
        if (result == MW_OK && (op.code == MW_WIDE_DENSE) != (bytes == 2)) {
            result = MW_ERROR_FORMAT;
        }
        if (result == MW_OK && deeply) {
            result = mw_operator_check(&op);
        }
        if (result < 0) {
            return result;
        }
        region ^= moves(&op) ? 1U : 0U;
        shape = op.out;
        needs->region[region] = larger(needs->region[region], shape.steps * shape.channels * bytes);
        needs->window = larger(needs->window, mw_operator_gathers(&op) ? op.row : 0);
        at += op.length;
    }
    return at == end && shape.steps * shape.channels == bundle->classes ? MW_OK : MW_ERROR_FORMAT;
}

static bool quantization_holds(const struct mw_bundle *bundle) {
    const uint8_t *entry = bundle->model.bytes + HEAD;
    for (uint32_t left = entries_of(bundle); left > 0; left--, entry += ENTRY) {
        int32_t offset = mw_word(entry);
        if (offset > LARGEST_OFFSET || offset < -LARGEST_OFFSET || (uint16_t)mw_half(entry + 6) > LARGEST_RIGHT_SHIFT) {
            return false;
        }
    }
    return true;
}

int mw_network_check(const struct mw_bundle *bundle) {
    const struct mw_part *body = &bundle->model;
    if (((uintptr_t)body->bytes & 3U) != 0) {
        return MW_ERROR_ARGUMENT;
    }
    if (body->length < HEAD || body->length - HEAD < ENTRY * entries_of(bundle)) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t steps = (uint16_t)mw_half(body->bytes + 2);
    if (body->bytes[0] > (QUANTIZED_PER_INPUT | WIDE) || body->bytes[1] < 1 || body->bytes[1] > MAX_OPERATORS ||
        steps < 1 || bundle->inputs % steps != 0 || !quantization_holds(bundle)) {
        return MW_ERROR_FORMAT;
    }
    struct needs needs = {{0, 0}, 0};
    int result = walk(bundle, &needs, true);
    return result == MW_OK && scratch_bytes(&needs) != bundle->scratch_bytes ? MW_ERROR_FORMAT : result;
}

/* clamp((multiplier * input + offset) >> right shift): |product| <= 2^30 and |offset| < 2^30, so the sum fits. */
static int32_t quantized(const uint8_t *entry, int32_t input, int32_t lowest, int32_t highest) {
    int32_t value = (mw_half(entry + 4) * input + mw_word(entry)) >> mw_half(entry + 6);
    value = value < lowest ? lowest : value;
    return value > highest ? highest : value;
}

static void quantize(const struct mw_model *model, const int16_t *inputs, int8_t *tensor) {
    const struct mw_bundle *bundle = model->bundle;
    const uint8_t *entry = bundle->model.bytes + HEAD;
    uint32_t step = (bundle->model.bytes[0] & QUANTIZED_PER_INPUT) != 0 ? ENTRY : 0;
    uint32_t bytes = value_bytes(bundle);
    int32_t highest = bytes == 2 ? INT16_MAX : INT8_MAX;
    for (uint32_t i = 0, count = bundle->inputs; i < count; i++, entry += step, tensor += bytes) {
        int32_t input = inputs != NULL ? inputs[i] : mw_shifted_to_i16(model->array[i], bundle->array_shift);
        int32_t value = quantized(entry, input, -highest - 1, highest);
        tensor[0] = (int8_t)value;
        if (bytes == 2) {
            tensor[1] = (int8_t)(value >> 8);
        }
    }
}

static void run(const struct mw_operator *op, int8_t *in, int8_t *out, int8_t *window) {
    if (MW_HAS_OPERATOR(MW_DENSE) && op->code == MW_DENSE) {
        if (op->flags & MW_FOUR_BITS) {
            mw_dense_s4(op, in, out);
        } else {
            mw_dense_s8(op, in, out);
        }
    } else if (MW_HAS_OPERATOR(MW_CONVOLUTION) && op->code == MW_CONVOLUTION) {
        mw_convolution_s8(op, in, window, out);
    } else if (MW_HAS_OPERATOR(MW_DEPTHWISE) && op->code == MW_DEPTHWISE) {
        mw_depthwise_s8(op, in, out);
    } else if (MW_HAS_OPERATOR(MW_MAXIMUM_POOL) && op->code == MW_MAXIMUM_POOL) {
        mw_maximum_pool_s8(op, in);
    } else if (MW_HAS_OPERATOR(MW_AVERAGE_POOL) && op->code == MW_AVERAGE_POOL) {
        mw_average_pool_s8(op, in);
    } else if (MW_HAS_OPERATOR(MW_TABLE) && op->code == MW_TABLE) {
        mw_table_s8(op, in);
    } else if (MW_HAS_OPERATOR(MW_SOFTMAX) && op->code == MW_SOFTMAX) {
        mw_softmax_s8(op, in);
    } else if (MW_HAS_OPERATOR(MW_SPARSE_DENSE) && op->code == MW_SPARSE_DENSE) {
        mw_dense_sparse_s8(op, in, out);
    } else if (MW_HAS_OPERATOR(MW_WIDE_DENSE)) {
        mw_dense_s16(op, (const int16_t *)(const void *)in, (int16_t *)(void *)out);
    }
}

/* One region's tensors begin where the scratch begins, the other's end where it ends, a window lies in between: the
 * largest of each fit together, so any do. */
void mw_network_score(const struct mw_model *model, const int16_t *inputs, int16_t *scores) {
    const struct mw_bundle *bundle = model->bundle;
    const uint8_t *at = bundle->model.bytes + HEAD + ENTRY * entries_of(bundle);
    int8_t *begin = model->scratch;
    int8_t *end = begin + bundle->scratch_bytes;
    int8_t *here = begin;
    uint32_t bytes = value_bytes(bundle);
    struct mw_shape shape = input_shape(bundle);
    quantize(model, inputs, begin);
    for (uint32_t left = bundle->model.bytes[1]; left > 0; left--) {
        struct mw_operator op;
        mw_operator_read(&op, at, UINT32_MAX, shape);
        uint32_t in_bytes = region_bytes(shape.steps * shape.channels * bytes);
        uint32_t out_bytes = region_bytes(op.out.steps * op.out.channels * bytes);
        int8_t *there = here == begin ? end - out_bytes : begin;
        run(&op, here, there, begin + (here == begin ? in_bytes : out_bytes));
        here = moves(&op) ? there : here;
        shape = op.out;
        at += op.length;
    }
    for (uint32_t class = 0; class < bundle->classes; class++) {
        scores[class] = bytes == 2 ? ((const int16_t *)(const void *)here)[class] : here[class];
    }
}
