#include "little_endian.h"
#include "milliwatt/spectrum.h"

/* Powers are below 2^30, a triangle's weights at most 2^15, a spectrum has at most 2^10 bins: sums stay below 2^55. */
static int64_t rising(const int32_t *power, uint32_t low, uint32_t high) {
    int64_t sum = 0;
    for (uint32_t k = low; k < high; k++) {
        sum += (int64_t)power[k] * (int32_t)(((k - low) << 15) / (high - low));
    }
    return sum;
}

static int64_t falling(const int32_t *power, uint32_t low, uint32_t high) {
    int64_t sum = 0;
    for (uint32_t k = low; k < high; k++) {
        sum += (int64_t)power[k] * (int32_t)(((high - k) << 15) / (high - low));
    }
    return sum;
}

static int64_t flat(const int32_t *power, uint32_t low, uint32_t high) {
    int64_t sum = 0;
    for (uint32_t k = low; k < high; k++) {
        sum += power[k];
    }
    return sum;
}

int32_t mw_log_band(const int32_t *power, int32_t exponent, uint32_t frames, const struct mw_bands *bands,
                    uint32_t band) {
    const uint8_t *edge = bands->edges + 2 * band;
    uint32_t low = mw_read_u16(edge);
    uint32_t middle = mw_read_u16(edge + 2);
    int64_t sum;
    if (bands->triangular) {
        sum = rising(power, low, middle) + falling(power, middle, mw_read_u16(edge + 4));
        exponent -= 15;
    } else {
        sum = flat(power, low, middle);
    }
    /* An empty band counts as one unit: the logarithm of 0 would stand above small powers. */
    return mw_binary_logarithm_q10((uint64_t)mw_max(1, sum)) + 1024 * exponent - mw_binary_logarithm_q10(frames);
}
