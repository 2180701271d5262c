#include "milliwatt/dsp.h"
#include "ratio.h"
#include "sinus.h"

#include <string.h>

#define FIRST_BIN 104
#define BINS 64
#define LEAST 3
#define LEAST_PERCENT 8

/* 2^20 / (1024 * 0.05 * log2 e): bins of 5 % from a logarithm to base 2 in Q10. */
#define BIN_Q20 14196

uint8_t mw_slow_mode_bin(int32_t interval_millis) {
    int32_t bin = (mw_binary_logarithm_q10((uint64_t)interval_millis) * BIN_Q20 + (1 << 19)) >> 20;
    return (uint8_t)mw_clamp(bin - FIRST_BIN, 0, BINS - 1);
}

static int32_t smoothed(const uint8_t *counts, int32_t bin) {
    return counts[bin - 1] + counts[bin] + counts[bin + 1];
}

/* The slowest bin that enough intervals share, climbed to the next peak towards shorter ones; -1 for none. */
static int32_t peak_of(const uint8_t *counts, int32_t least) {
    int32_t peak = BINS - 2;
    while (peak > 0 && smoothed(counts, peak) < least) {
        peak--;
    }
    if (peak == 0) {
        return -1;
    }
    while (peak > 1 && smoothed(counts, peak - 1) > smoothed(counts, peak)) {
        peak--;
    }
    return peak;
}

struct mw_slow_mode mw_slow_mode_of(const struct mw_intervals_view *clean, const uint8_t *bins) {
    uint8_t counts[BINS];
    int32_t used = 0;
    int32_t median = mw_ring_median(clean);
    memset(counts, 0, sizeof counts);
    for (uint32_t i = 0; i < clean->ring->count; i++) {
        if (2 * clean->values[i] <= 5 * median) {
            counts[bins[i]]++;
            used++;
        }
    }
    int32_t peak = peak_of(counts, (int32_t)mw_max(LEAST, (LEAST_PERCENT * used + 99) / 100));
    if (peak < 0) {
        return (struct mw_slow_mode){mw_ring_percentile(clean, 85), 0};
    }
    int32_t sum = 0;
    int32_t members = 0;
    for (uint32_t i = 0; i < clean->ring->count; i++) {
        if (2 * clean->values[i] <= 5 * median && bins[i] >= peak - 1 && bins[i] <= peak + 1) {
            sum += clean->values[i];
            members++;
        }
    }
    return (struct mw_slow_mode){sum / (members < 1 ? 1 : members), mw_ratio_q8(members, used)};
}
