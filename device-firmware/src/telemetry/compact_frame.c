#include "../model/bytes.h"
#include "milliwatt/error.h"
#include "milliwatt/frame.h"

#include <string.h>

enum { TAG_BYTES = 3, PAYLOAD_BYTES = MW_COMPACT_BYTES - TAG_BYTES, COUNTERS_BYTES = 12 };
enum { NO_WATER = 1023, NO_DAYS = 31, LONGEST_DAYS = 30, LOWEST_MILLIVOLTS = 1800, MILLIVOLT_STEP = 50, HIGHEST_STEP = 31 };

static const char purpose[] = "mw compact"; /* of the MAC; its end is not written */

/* Bits are put in from the most significant on. */
static void put(uint64_t *bits, uint32_t width, uint32_t value) { *bits = *bits << width | value; }

static uint32_t days_of(uint16_t tenths) {
    if (tenths == MW_SOIL_NO_DAYS) {
        return NO_DAYS;
    }
    uint32_t days = (tenths + 9U) / 10U;
    return days > LONGEST_DAYS ? LONGEST_DAYS : days;
}

static uint32_t battery_of(uint16_t millivolts) {
    if (millivolts == 0) {
        return 0;
    }
    uint32_t step = millivolts <= LOWEST_MILLIVOLTS ? 1 : (millivolts - LOWEST_MILLIVOLTS + MILLIVOLT_STEP / 2U) / MILLIVOLT_STEP;
    return step < 1 ? 1 : step > HIGHEST_STEP ? HIGHEST_STEP : step;
}

static bool fits(const struct mw_soil_body *body) {
    bool holds = body->count >= 1 && body->count <= MW_COMPACT_DEPTHS;
    for (uint32_t i = 0; holds && i < body->count; i++) {
        holds = !body->depths[i].answered ||
                (body->depths[i].water_permille >= 0 && body->depths[i].water_permille < NO_WATER);
    }
    return holds;
}

int32_t mw_frame_compact(uint8_t out[MW_COMPACT_BYTES], const struct mw_frame_head *head, const struct mw_soil_body *body,
                         const uint8_t key[MW_KEY_LENGTH], const struct mw_crypto *crypto) {
    uint8_t covered[sizeof purpose - 1 + COUNTERS_BYTES + PAYLOAD_BYTES];
    uint8_t mac[MW_DIGEST_LENGTH];
    uint64_t bits = 0;
    uint32_t quality = 0;
    uint32_t flagged = 0;
    if (!fits(body)) {
        return 0;
    }
    for (uint32_t i = 0; i < MW_COMPACT_DEPTHS; i++) {
        bool answered = i < body->count && body->depths[i].answered;
        put(&bits, 10, answered ? (uint32_t)body->depths[i].water_permille : NO_WATER);
        quality |= i < body->count ? body->depths[i].quality : 0;
        flagged = flagged << 1 | (i < body->count && body->depths[i].quality != 0 ? 1U : 0U);
    }
    put(&bits, 11, quality & 0x7FFU);
    put(&bits, 3, flagged);
    put(&bits, 5, battery_of(body->battery_millivolts));
    put(&bits, 5, days_of(body->refill_tenths_day));
    put(&bits, 2, head->boot & 3U);
    put(&bits, 8, head->sequence & 0xFFU);
    for (uint32_t i = 0; i < PAYLOAD_BYTES; i++) {
        out[i] = (uint8_t)(bits >> (56 - 8 * i));
    }
    uint8_t *at = covered + sizeof purpose - 1;
    memcpy(covered, purpose, sizeof purpose - 1);
    mw_put_u32(at, head->node);
    mw_put_u32(at + 4, head->boot);
    mw_put_u32(at + 8, head->sequence);
    memcpy(at + COUNTERS_BYTES, out, PAYLOAD_BYTES);
    int result = crypto->hmac_sha256(key, covered, sizeof covered, mac);
    if (result < 0) {
        return result;
    }
    memcpy(out + PAYLOAD_BYTES, mac, TAG_BYTES);
    return MW_COMPACT_BYTES;
}
