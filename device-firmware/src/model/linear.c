#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"

#define HEAD 4U

int mw_linear_check(const struct mw_part *body, uint16_t inputs, uint16_t classes) {
    if (body->length < HEAD) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t weight_bytes = body->bytes[0];
    if (weight_bytes < 1 || weight_bytes > 2 || body->bytes[1] > 31 || mw_u16(body->bytes + 2) != 0) {
        return MW_ERROR_FORMAT;
    }
    return mw_check_body_length(body, HEAD + 4U * classes + weight_bytes * classes * inputs);
}

void mw_linear_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores) {
    const uint8_t *body = bundle->model.bytes;
    uint32_t weight_bytes = body[0];
    const uint8_t *weight = body + HEAD + 4U * bundle->classes;
    for (uint32_t class = 0; class < bundle->classes; class++) {
        /* 64 products below 2^30 and a bias below 2^31: far within 64 bits. */
        int64_t sum = mw_i32(body + HEAD + 4U * class);
        for (uint32_t input = 0; input < bundle->inputs; input++, weight += weight_bytes) {
            int32_t factor = weight_bytes == 1 ? (int8_t)weight[0] : mw_i16(weight);
            sum += factor * (int32_t)inputs[input];
        }
        scores[class] = mw_shifted_to_i16(sum, body[1]);
    }
}
