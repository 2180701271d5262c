#include "milliwatt/dsp.h"
#include "sinus.h"

#define ACCEPTED_PERCENT 15
#define DEVIATION_LIMIT (100 << 8)
#define DEVIATION_LEAST (4 << 8)
#define DEVIATION_START (50 << 8)

static int32_t deviation_of(const struct mw_sinus_tracker *sinus) {
    return sinus->deviation_q8 + DEVIATION_START;
}

void mw_sinus_learn(struct mw_sinus_tracker *sinus, int32_t interval_millis, bool normal_shape) {
    int32_t value = interval_millis * 256;
    if (sinus->interval_q8 == 0) {
        sinus->interval_q8 = value;
    }
    if (!normal_shape) {
        return;
    }
    int32_t difference = value - sinus->interval_q8;
    int32_t size = (int32_t)mw_magnitude(difference);
    if (100 * size < ACCEPTED_PERCENT * sinus->interval_q8) {
        int32_t deviation = deviation_of(sinus);
        deviation += ((int32_t)mw_min(size, DEVIATION_LIMIT) - deviation) / 32;
        sinus->interval_q8 += difference / 8;
        sinus->deviation_q8 = (int32_t)mw_max(DEVIATION_LEAST, deviation) - DEVIATION_START;
        sinus->accepted[sinus->accepted_at] = (int16_t)interval_millis;
        sinus->accepted_at = (uint8_t)((sinus->accepted_at + 1) % MW_SINUS_HELD);
        sinus->accepted_count = (uint8_t)mw_min(sinus->accepted_count + 1, MW_SINUS_HELD);
    } else {
        sinus->interval_q8 += (int32_t)mw_clamp(difference, -DEVIATION_LIMIT, DEVIATION_LIMIT) / 64;
    }
}

int32_t mw_sinus_interval_millis(const struct mw_sinus_tracker *sinus, int32_t otherwise) {
    return sinus->interval_q8 == 0 ? otherwise : (sinus->interval_q8 + 128) >> 8;
}

int32_t mw_sinus_earliness_q4(const struct mw_sinus_tracker *sinus, int32_t interval_millis) {
    int32_t early = sinus->interval_q8 == 0 ? 0 : sinus->interval_q8 - interval_millis * 256;
    return (int32_t)mw_clamp(16 * early / deviation_of(sinus), -30 * 16, 60 * 16);
}

int32_t mw_sinus_shortest_millis(const struct mw_sinus_tracker *sinus, int32_t otherwise) {
    int32_t shortest = sinus->accepted_count == 0 ? otherwise : sinus->accepted[0];
    for (int i = 1; i < sinus->accepted_count; i++) {
        shortest = (int32_t)mw_min(shortest, sinus->accepted[i]);
    }
    return shortest;
}
