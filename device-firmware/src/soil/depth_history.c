#include "milliwatt/dsp.h"
#include "soil_parts.h"

#include <string.h>

enum { DAYS_BEFORE = 8, LONGEST = 255, DRY_TENTHS = 5, MARGIN = 200 };
enum { FIRST_DRYING_Q16 = 1966, LEAST_DRYING_Q16 = -3277, MOST_DRYING_Q16 = 26214 };

void mw_depth_history_begin(struct mw_depth_history *history) {
    memset(history, 0, sizeof *history);
    history->drying_q16 = FIRST_DRYING_Q16;
    for (uint32_t i = 0; i < MW_SOIL_DAYS_KEPT; i++) {
        history->days[i] = MW_SOIL_MISSING;
    }
}

/* Headroom: differences of water contents are below 2^16 in magnitude, their squares in Q4 below 2^36, in 64 bits until averaged. */
void mw_depth_history_end_day(struct mw_depth_history *history, int16_t water, const struct mw_site_history *site) {
    memmove(history->days + 1, history->days, (MW_SOIL_DAYS_KEPT - 1) * sizeof history->days[0]);
    history->days[0] = water;
    if (!mw_soil_known(water)) {
        return;
    }
    if (history->known == 0) {
        history->driest = water;
        history->wettest = water;
        history->mean_q8 = water * 256;
    }
    int32_t yesterday = history->days[1];
    if (mw_soil_known(yesterday) && site->rain[0] < DRY_TENTHS && site->rain[1] < DRY_TENTHS) {
        int64_t rate = (int64_t)(yesterday - water) * 65536 / (yesterday - history->driest + MARGIN);
        int32_t clamped = (int32_t)mw_clamp((int32_t)rate, LEAST_DRYING_Q16, MOST_DRYING_Q16);
        history->drying_q16 = (int16_t)(history->drying_q16 + ((clamped - history->drying_q16) * 5 >> 6));
    }
    history->driest = (int16_t)mw_min(history->driest, water);
    history->wettest = (int16_t)mw_max(history->wettest, water);
    int64_t deviation = water - (history->mean_q8 >> 8);
    history->mean_q8 += (water * 256 - history->mean_q8) >> 4;
    int64_t change = (deviation * deviation * 16 - history->variance_q4) >> 4;
    history->variance_q4 = (int32_t)mw_min(INT32_MAX, history->variance_q4 + change);
    history->known = (uint8_t)mw_min(LONGEST, history->known + 1);
}

bool mw_depth_history_ready(const struct mw_depth_history *history) {
    return mw_soil_known(history->days[0]) && history->known > DAYS_BEFORE;
}

int32_t mw_depth_history_change(const struct mw_depth_history *history, uint32_t days) {
    static const uint8_t shorter[] = {7, 3, 1};
    for (uint32_t i = 0; i < sizeof shorter; i++) {
        if (shorter[i] <= days && mw_soil_known(history->days[shorter[i]])) {
            return history->days[0] - history->days[shorter[i]];
        }
    }
    return 0;
}

int32_t mw_depth_history_relative(const struct mw_depth_history *history) {
    return (history->days[0] - history->driest) * 10000 / (history->wettest - history->driest + MARGIN);
}

int32_t mw_depth_history_moved(const struct mw_depth_history *history) {
    int32_t least = INT16_MAX;
    int32_t most = INT16_MIN;
    for (uint32_t i = 0; i < MW_SOIL_DAYS_KEPT; i++) {
        if (mw_soil_known(history->days[i])) {
            least = (int32_t)mw_min(least, history->days[i]);
            most = (int32_t)mw_max(most, history->days[i]);
        }
    }
    return (int32_t)mw_max(0, most - least);
}
