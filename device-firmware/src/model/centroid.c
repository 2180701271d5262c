#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"

#define HEAD 4U
#define LARGEST_DISTANCE 32767U

int mw_centroid_check(const struct mw_part *body, uint16_t inputs, uint16_t classes) {
    if (body->length < HEAD) {
        return MW_ERROR_TRUNCATED;
    }
    if (body->bytes[0] > 31 || body->bytes[1] > 31 || mw_u16(body->bytes + 2) != 0) {
        return MW_ERROR_FORMAT;
    }
    return mw_check_body_length(body, HEAD + 2U * inputs + 2U * classes * inputs);
}

void mw_centroid_score(const struct mw_bundle *bundle, const int16_t *inputs, int16_t *scores) {
    const uint8_t *body = bundle->model.bytes;
    const uint8_t *inverse_spread = body + HEAD;
    const uint8_t *coordinate = inverse_spread + 2U * bundle->inputs;
    for (uint32_t class = 0; class < bundle->classes; class++) {
        uint32_t sum = 0;
        for (uint32_t input = 0; input < bundle->inputs; input++, coordinate += 2) {
            int32_t difference = inputs[input] - mw_i16(coordinate);
            /* 65535 * 65535 < 2^32, both in the product and in the square. */
            uint32_t distance = (uint32_t)(difference < 0 ? -difference : difference);
            uint32_t spreads = distance * mw_u16(inverse_spread + 2 * input) >> body[0];
            spreads = spreads > 65535 ? 65535 : spreads;
            uint32_t square = spreads * spreads;
            sum = sum > UINT32_MAX - square ? UINT32_MAX : sum + square;
        }
        sum >>= body[1];
        scores[class] = (int16_t)-(int32_t)(sum > LARGEST_DISTANCE ? LARGEST_DISTANCE : sum);
    }
}
