/* A season of readings with every fault, as contract/vectors/generate_soil.py makes it from the contract alone. */
#include "../../src/model/bytes.h"
#include "../../src/soil/soil_parts.h"
#include "../test.h"
#include "milliwatt/error.h"

#include <stdlib.h>
#include <string.h>

#define LIMITS 21
#define QUALITY_MASK 0x3FFU
#define FUTURE 35U
#define LARGEST_VECTORS 65536

static const int16_t rule_limits[LIMITS] = {0,   6000, 5500, 0,  100, 300, 300, 2,   2,    24, 600,
                                            200, 10,   168,  72, 150, 120, 2400, 65, 12, 300};

struct reader {
    const uint8_t *at;
};

static uint32_t next_u8(struct reader *in) { return *in->at++; }

static int16_t next_i16(struct reader *in) {
    in->at += 2;
    return mw_i16(in->at - 2);
}

static uint16_t next_u16(struct reader *in) { return (uint16_t)next_i16(in); }

static uint32_t next_u32(struct reader *in) {
    in->at += 4;
    return mw_u32(in->at - 4);
}

/* The golden bundle with other limits and another mask. */
static void start(struct mw_soil *soil, struct mw_model *model, struct mw_bundle *bundle, struct mw_soil_settings *settings) {
    static _Alignas(8) uint8_t bytes[1024];
    static _Alignas(8) uint8_t state[MW_SOIL_STATE_BYTES];
    static _Alignas(8) uint8_t scratch[2048];
    static uint8_t limits[2 * (LIMITS + 1)];
    static uint8_t rule[96];
    size_t length = test_read_file("contract/vectors/bundle-soil-1.0.mwm", bytes, sizeof bytes);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(bundle, bytes, length));
    *model = (struct mw_model){.bundle = bundle, .scratch = scratch};
    CHECK_EQUAL(MW_OK, mw_soil_start(soil, model, settings, state));
    for (uint32_t i = 0; i < LIMITS; i++) {
        mw_put_u16(limits + 2 * i, (uint16_t)rule_limits[i]);
    }
    memcpy(rule, bundle->decision.bytes, sizeof rule);
    mw_put_u16(rule + 4, QUALITY_MASK);
    soil->limits = limits;
    soil->rule = rule;
}

static void check_inputs(struct mw_soil *soil, struct reader *in, uint32_t depth, int64_t day) {
    int16_t inputs[MW_SOIL_FEATURES];
    uint16_t rain[MW_SOIL_RAIN_DAYS];
    bool ready = next_u8(in) != 0;
    next_u8(in);
    CHECK_EQUAL(ready, mw_soil_inputs(soil, depth, inputs));
    if (!ready) {
        return;
    }
    for (uint32_t i = 0; i < MW_SOIL_FEATURES; i++) {
        CHECK_EQUAL(next_i16(in), inputs[i]);
    }
    for (uint32_t i = 0; i < MW_SOIL_RAIN_DAYS; i++) {
        rain[i] = next_u16(in);
    }
    mw_soil_expect_rain(soil, rain, day);
    CHECK(mw_soil_inputs(soil, depth, inputs));
    for (uint32_t i = FUTURE; i < MW_SOIL_FEATURES; i++) {
        CHECK_EQUAL(next_i16(in), inputs[i]);
    }
    mw_soil_expect_rain(soil, NULL, 0);
}

TEST(a_season_of_soil_readings_is_judged_as_the_contract_says) {
    static uint8_t vectors[LARGEST_VECTORS];
    struct mw_soil soil;
    struct mw_model model;
    struct mw_bundle bundle;
    struct mw_soil_settings settings = {.root_millimetres = 800};
    size_t length = test_read_file("contract/vectors/soil-readings.bin", vectors, sizeof vectors);
    struct reader in = {vectors};
    settings.count = (uint8_t)next_u8(&in);
    next_u8(&in);
    settings.latitude_centidegrees = next_i16(&in);
    settings.utc_offset_minutes = next_i16(&in);
    for (uint32_t i = 0; i < settings.count; i++) {
        settings.depths[i] = (struct mw_soil_depth_settings){next_u16(&in), MW_SOIL_NO_LINE, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE};
    }
    start(&soil, &model, &bundle, &settings);
    uint32_t days = 0;
    for (uint32_t left = next_u32(&in); left > 0; left--) {
        struct mw_soil_sample sample = {.epoch_seconds = next_u32(&in), .count = settings.count};
        struct mw_soil_status status;
        for (uint32_t i = 0; i < settings.count; i++) {
            sample.water[i] = next_i16(&in);
        }
        for (uint32_t i = 0; i < settings.count; i++) {
            sample.soil[i] = next_i16(&in);
        }
        sample.rain_tenths = next_u16(&in);
        sample.air = next_i16(&in);
        sample.battery_millivolts = next_u16(&in);
        CHECK(mw_soil_accept(&soil, &sample, &status));
        for (uint32_t i = 0; i < settings.count; i++) {
            CHECK_EQUAL(next_u16(&in), status.flags[i]);
        }
        uint32_t ended = next_u8(&in);
        next_u8(&in);
        CHECK_EQUAL(ended > 0, status.day_ended);
        int64_t day = (sample.epoch_seconds + 60 * settings.utc_offset_minutes) / 86400;
        for (uint32_t i = 0; ended > 0 && i < settings.count; i++) {
            check_inputs(&soil, &in, i, day);
        }
        days += ended;
    }
    CHECK_EQUAL(length, in.at - vectors);
    CHECK(days > 50);
}
