#include "milliwatt/frame.h"

static void write_depth(struct mw_cbor *out, const struct mw_soil_depth *depth) {
    bool warm = depth->answered && depth->has_temperature;
    mw_cbor_array(out, 1U + (depth->answered ? 1U : 0U) + (warm ? 1U : 0U));
    mw_cbor_unsigned(out, depth->depth_millimetres);
    if (depth->answered) {
        mw_cbor_signed(out, depth->water_permille);
    }
    if (warm) {
        mw_cbor_signed(out, depth->temperature_centidegrees);
    }
}

static void write_forecast(struct mw_cbor *out, const struct mw_soil_depth *depth) {
    mw_cbor_array(out, depth->has_forecast ? MW_SOIL_HORIZONS : 0);
    for (uint32_t i = 0; depth->has_forecast && i < MW_SOIL_HORIZONS; i++) {
        mw_cbor_signed(out, depth->forecast[i]);
    }
}

static void pair_if(struct mw_cbor *out, bool told, uint32_t key, uint32_t value) {
    if (told) {
        mw_cbor_pair(out, key, value);
    }
}

void mw_frame_soil_reading(struct mw_cbor *out, const struct mw_soil_body *body) {
    uint32_t quality = 0;
    bool forecast = false;
    for (uint32_t i = 0; i < body->count; i++) {
        quality |= body->depths[i].quality;
        forecast = forecast || body->depths[i].has_forecast;
    }
    bool battery = body->battery_millivolts != 0;
    bool days = body->refill_tenths_day != MW_SOIL_NO_DAYS;
    bool air = body->air_centidegrees != MW_SOIL_NO_TEMPERATURE;
    bool need = body->need < MW_SOIL_NEED_UNKNOWN;
    bool reasons = body->reasons != 0;
    uint32_t optional = (uint32_t)battery + (uint32_t)(quality != 0) + (uint32_t)forecast + (uint32_t)days +
                        (uint32_t)body->has_rain + (uint32_t)air + (uint32_t)body->has_flow + (uint32_t)need +
                        (uint32_t)reasons;
    mw_cbor_map(out, 2U + optional);
    mw_cbor_unsigned(out, 0);
    mw_cbor_array(out, body->count);
    for (uint32_t i = 0; i < body->count; i++) {
        write_depth(out, &body->depths[i]);
    }
    pair_if(out, battery, 1, body->battery_millivolts);
    mw_cbor_pair(out, 2, quality);
    if (quality != 0) {
        mw_cbor_unsigned(out, 3);
        mw_cbor_array(out, body->count);
        for (uint32_t i = 0; i < body->count; i++) {
            mw_cbor_unsigned(out, body->depths[i].quality);
        }
    }
    if (forecast) {
        mw_cbor_unsigned(out, 4);
        mw_cbor_array(out, body->count);
        for (uint32_t i = 0; i < body->count; i++) {
            write_forecast(out, &body->depths[i]);
        }
    }
    pair_if(out, days, 5, body->refill_tenths_day);
    pair_if(out, body->has_rain, 6, body->rain_tenths_millimetre);
    if (air) {
        mw_cbor_unsigned(out, 7);
        mw_cbor_signed(out, body->air_centidegrees);
    }
    pair_if(out, body->has_flow, 8, body->flow_litres);
    pair_if(out, need, 9, body->need);
    pair_if(out, reasons, 10, body->reasons);
}

void mw_frame_valve_state(struct mw_cbor *out, const struct mw_valve_state *body) {
    mw_cbor_map(out, 7);
    mw_cbor_pair(out, 0, body->valve);
    mw_cbor_pair(out, 1, body->open ? 1 : 0);
    mw_cbor_pair(out, 2, body->cause);
    mw_cbor_pair(out, 3, body->command_sequence);
    mw_cbor_pair(out, 4, body->seconds_open);
    mw_cbor_pair(out, 5, body->litres);
    mw_cbor_pair(out, 6, body->seconds_limit);
}
