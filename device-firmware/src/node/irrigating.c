#include "irrigating.h"

#include "milliwatt/dsp.h"
#include "milliwatt/error.h"
#include "state.h"

#include <assert.h>
#include <stddef.h>

/* Java writes these by offset (SoilProbes, SoilMoment, ValveOutputs). */
static_assert(sizeof(struct mw_soil_settings) == 40, "layout of mw_soil_settings");
static_assert(sizeof(struct mw_soil_sample) == 32, "layout of mw_soil_sample");
static_assert(sizeof(struct mw_valve_settings) == 40, "layout of mw_valve_settings");

enum { MILLIS = 1000, SECONDS_PER_MINUTE = 60, SECONDS_PER_HOUR = 3600, MILLILITRES = 1000 };
enum { CERTAIN = 255, URGENCY_LOW = 1, URGENCY_MEDIUM = 2, HUNDREDTHS_PER_PERMILLE = 10, RAIN_WORTH_TELLING = 10 };
enum { COMPACT_REASONS = MW_SOIL_WATER_CHANGED | MW_SOIL_QUALITY_CHANGED | MW_SOIL_NEED_CHANGED };
enum { EVENT_SENSOR_STALE = 10, EVENT_SENSOR_FLAGGED = 11, EVENT_REFILL_LINE = 12 };
enum { OPEN_VALVE = 7, CLOSE_VALVE = 8, STOP_ALL = 9, LIFT_STOP = 10, EXPECT_RAIN = 11, SET_LINES = 12 };

/* 2020-01-01: a clock that tells an earlier time has never been set. */
#define CLOCK_SET_SECONDS 1577836800U

static int valve_changed(void *context, const struct mw_valve_state *state) {
    struct mw_node *node = context;
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_VALVE_STATE, 0);
    node->irrigating.watered = node->irrigating.watered || state->open || state->seconds_open > 0;
    node->irrigating.opened = node->irrigating.opened || state->open;
    if (out.bytes == NULL) {
        return MW_OK;
    }
    mw_frame_valve_state(&out, state);
    return mw_outbox_finish(node, &out, 0);
}

static int valve_event(void *context, const struct mw_event_body *event) { return mw_outbox_event(context, event); }

int mw_node_irrigate(struct mw_node *node, const struct mw_irrigation *irrigation) {
    struct mw_irrigating *irrigating = &node->irrigating;
    if (!mw_soil_is_watched(&node->bundle) || node->running || irrigating->is_set_up) {
        return MW_ERROR_ARGUMENT;
    }
    irrigating->listener = (struct mw_valve_listener){node, valve_changed, valve_event};
    int result = mw_soil_start(&irrigating->soil, &node->model, &irrigation->soil, node->recipe_state);
    if (result == MW_OK) {
        result = mw_valves_start(&irrigating->valves, &irrigation->valves, &irrigating->listener, false);
    }
    irrigating->area_square_decimetres = irrigation->area_square_decimetres;
    irrigating->compact = irrigation->compact != 0;
    irrigating->is_set_up = result == MW_OK;
    return result;
}

uint32_t mw_node_open_valves(const struct mw_node *node) {
    return node->irrigating.is_set_up ? mw_valves_open(&node->irrigating.valves) : 0;
}

int mw_node_water(struct mw_node *node, uint32_t uptime_millis, uint32_t flow_pulses, uint64_t now_millis) {
    struct mw_irrigating *irrigating = &node->irrigating;
    if (!irrigating->is_set_up) {
        return MW_ERROR_ARGUMENT;
    }
    if (!irrigating->valves.begun) {
        irrigating->first_pulses = flow_pulses;
        irrigating->sampled_pulses = flow_pulses;
    }
    int time = mw_node_keep_time(node, now_millis);
    int result = mw_valves_advance(&irrigating->valves, uptime_millis, flow_pulses); /* whatever fails besides */
    return time < 0 ? time : result;
}

static int tell(struct mw_node *node, uint16_t event_class, uint8_t urgency, bool onset, int32_t first, int32_t second,
                uint8_t count) {
    const int32_t values[] = {first, second};
    const struct mw_event_body event = {.verdict = event_class,
                                        .probability = onset ? CERTAIN : 0,
                                        .urgency = urgency,
                                        .onset = onset,
                                        .count = count,
                                        .values = values};
    return mw_outbox_event(node, &event);
}

static uint32_t lowest_bit(uint32_t bits) {
    uint32_t at = 0;
    while (at + 1 < MW_SOIL_DEPTHS && (bits >> at & 1U) == 0) {
        at++;
    }
    return at;
}

/* An event of several probes begins with the first that is concerned and ends with the last. */
static int probes_changed(struct mw_node *node, uint16_t event_class, uint8_t urgency, uint8_t *standing, uint32_t bits,
                          const int32_t *values) {
    uint32_t before = *standing;
    *standing = (uint8_t)bits;
    if ((before == 0) == (bits == 0)) {
        return MW_OK;
    }
    uint32_t probe = lowest_bit(bits != 0 ? bits : before);
    int32_t depth = node->irrigating.soil.settings->depths[probe].millimetres;
    return tell(node, event_class, urgency, bits != 0, depth, values[probe], 2);
}

static int tell_probes(struct mw_node *node, const struct mw_soil_sample *sample, const struct mw_soil_status *status) {
    struct mw_irrigating *irrigating = &node->irrigating;
    uint32_t limit = irrigating->valves.settings->stale_seconds;
    uint32_t now = (uint32_t)sample->epoch_seconds;
    uint32_t stale = 0;
    uint32_t flagged = 0;
    int32_t minutes[MW_SOIL_DEPTHS];
    int32_t flags[MW_SOIL_DEPTHS];
    for (uint32_t i = 0; i < sample->count; i++) {
        if (sample->water[i] != MW_SOIL_MISSING) {
            irrigating->answered_seconds[i] = now;
        }
        uint32_t silent = now - irrigating->answered_seconds[i];
        bool excluded = sample->water[i] != MW_SOIL_MISSING && mw_soil_excludes(&irrigating->soil, status->flags[i]);
        minutes[i] = (int32_t)(silent / SECONDS_PER_MINUTE);
        flags[i] = status->flags[i];
        stale |= limit > 0 && silent >= limit ? 1U << i : 0U;
        flagged |= excluded ? 1U << i : 0U;
    }
    int result = probes_changed(node, EVENT_SENSOR_STALE, URGENCY_MEDIUM, &irrigating->stale, stale, minutes);
    return result < 0 ? result
                      : probes_changed(node, EVENT_SENSOR_FLAGGED, URGENCY_LOW, &irrigating->flagged, flagged, flags);
}

static int tell_need(struct mw_node *node, const struct mw_soil_status *status) {
    bool needed = status->refill_tenths == 0;
    if (needed == node->irrigating.needed) {
        return MW_OK;
    }
    node->irrigating.needed = needed;
    int32_t tenths = status->refill_tenths < 0 ? 0 : status->refill_tenths;
    return tell(node, EVENT_REFILL_LINE, URGENCY_LOW, needed, tenths, 0, 1);
}

static uint8_t need_of(const struct mw_soil_status *status) {
    if (status->refill_tenths < 0) {
        return MW_SOIL_NEED_UNKNOWN;
    }
    if (status->refill_tenths == 0) {
        return MW_SOIL_NEED_NOW;
    }
    return status->need_tenths > 0 ? MW_SOIL_NEED_SOON : MW_SOIL_NEED_NONE;
}

static void fill_depth(const struct mw_irrigating *irrigating, const struct mw_soil_sample *sample,
                       const struct mw_soil_status *status, uint32_t index, struct mw_soil_depth *depth) {
    int32_t rounded = sample->water[index] + HUNDREDTHS_PER_PERMILLE / 2;
    depth->depth_millimetres = irrigating->soil.settings->depths[index].millimetres;
    depth->answered = sample->water[index] != MW_SOIL_MISSING;
    depth->water_permille = (int16_t)mw_floor_divide(rounded, HUNDREDTHS_PER_PERMILLE);
    depth->has_temperature = sample->soil[index] != MW_SOIL_MISSING;
    depth->temperature_centidegrees = sample->soil[index];
    depth->quality = status->flags[index];
    depth->has_forecast = mw_soil_forecast(&irrigating->soil, index, depth->forecast);
}

static uint32_t flow_litres(const struct mw_irrigating *irrigating) {
    uint64_t pulses = (uint32_t)(irrigating->valves.pulses - irrigating->first_pulses);
    return (uint32_t)(pulses * irrigating->valves.settings->millilitres_per_pulse / MILLILITRES);
}

static __attribute__((noinline)) int tell_reading(struct mw_node *node, const struct mw_soil_sample *sample,
                                                  const struct mw_soil_status *status, uint32_t reasons) {
    struct mw_irrigating *irrigating = &node->irrigating;
    struct mw_soil_body body = {
        .rain_tenths_millimetre = irrigating->rain_tenths,
        .flow_litres = flow_litres(irrigating),
        .battery_millivolts = sample->battery_millivolts,
        .refill_tenths_day = status->refill_tenths < 0 ? MW_SOIL_NO_DAYS : (uint16_t)status->refill_tenths,
        .air_centidegrees = sample->air,
        .count = sample->count,
        .need = need_of(status),
        .reasons = (uint8_t)reasons,
        .has_rain = true,
        .has_flow = irrigating->valves.settings->millilitres_per_pulse > 0};
    bool only_water = (reasons & ~(uint32_t)COMPACT_REASONS) == 0 && irrigating->told && !irrigating->owed &&
                      irrigating->rain_tenths == irrigating->told_rain_tenths &&
                      !mw_store_waits(&node->store, (uint32_t)node->now_millis, MW_COMPACT_FRESH_MILLIS);
    for (uint32_t i = 0; i < sample->count; i++) {
        fill_depth(irrigating, sample, status, i, &body.depths[i]);
    }
    irrigating->told = true;
    irrigating->told_seconds = (uint32_t)sample->epoch_seconds;
    if (irrigating->compact && only_water) {
        int told = mw_outbox_compact(node, &body);
        if (told != 0) {
            return told < 0 ? told : MW_OK;
        }
    }
    irrigating->owed = false;
    irrigating->told_rain_tenths = irrigating->rain_tenths;
    irrigating->watered = false;
    irrigating->lined = false;
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_SOIL_READING, MW_SOIL_BODY_BYTES);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    mw_frame_soil_reading(&out, &body);
    return mw_outbox_finish(node, &out, 0);
}

/* Besides those of the chain: the first one since the start, rain that was not told, a valve that changed, lines that were set. */
static uint32_t reasons_of(const struct mw_irrigating *irrigating, const struct mw_soil_sample *sample,
                           const struct mw_soil_status *status) {
    uint32_t rain = irrigating->rain_tenths - irrigating->told_rain_tenths;
    bool long_ago = (uint32_t)sample->epoch_seconds - irrigating->told_seconds >= SECONDS_PER_HOUR;
    return status->reasons | (irrigating->told ? 0U : (uint32_t)MW_SOIL_STARTED) |
           (rain >= RAIN_WORTH_TELLING || (rain > 0 && long_ago) ? (uint32_t)MW_SOIL_RAINED : 0U) |
           (irrigating->watered ? (uint32_t)MW_SOIL_VALVE_CHANGED : 0U) |
           (irrigating->lined ? (uint32_t)MW_SOIL_LINES_SET : 0U);
}

static int valves_see(struct mw_irrigating *irrigating, const struct mw_soil_sample *sample,
                      const struct mw_soil_status *status) {
    uint16_t quality = 0;
    bool answered = false;
    for (uint32_t i = 0; i < sample->count; i++) {
        quality |= status->flags[i];
        answered = answered || sample->water[i] != MW_SOIL_MISSING;
    }
    return answered ? mw_valves_reading(&irrigating->valves, quality) : MW_OK;
}

static int watch_update(struct mw_node *node, const struct mw_soil_status *status) {
    const struct mw_judgement judgement = {.verdict = 0};
    bool good = false;
    for (uint32_t i = 0; i < node->irrigating.soil.settings->count; i++) {
        good = good || !mw_soil_excludes(&node->irrigating.soil, status->flags[i]);
    }
    node->ledger.counts[MW_LEDGER_SAMPLES]++;
    node->ledger.counts[MW_LEDGER_WINDOWS]++;
    node->ledger.counts[MW_LEDGER_JUDGED] += good ? 1U : 0U;
    node->quality = good ? 0 : MW_QUALITY_SENSOR_FAULT;
    return mw_updating_window(node, node->quality, good ? &judgement : NULL, false);
}

/* Probes have their time from the start on to answer. */
static void begin_answers(struct mw_irrigating *irrigating, uint32_t now_seconds) {
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS && !irrigating->told; i++) {
        if (irrigating->answered_seconds[i] == 0) {
            irrigating->answered_seconds[i] = now_seconds;
        }
    }
}

/* What the valves gave since the last reading, 0.1 mm; where the area or the flow is not known, enough to explain a rise. */
static uint32_t given_tenths(struct mw_irrigating *irrigating) {
    uint32_t pulses = irrigating->valves.pulses - irrigating->sampled_pulses;
    uint32_t area = irrigating->area_square_decimetres;
    bool opened = irrigating->opened;
    irrigating->sampled_pulses = irrigating->valves.pulses;
    irrigating->opened = mw_valves_open(&irrigating->valves) != 0;
    if (!opened) {
        return 0;
    }
    if (area == 0 || irrigating->valves.settings->millilitres_per_pulse == 0) {
        return RAIN_WORTH_TELLING;
    }
    uint64_t millilitres =
        (uint64_t)pulses * irrigating->valves.settings->millilitres_per_pulse + irrigating->watered_rest;
    irrigating->watered_rest = (uint32_t)(millilitres % area);
    return (uint32_t)mw_min(UINT16_MAX, (int64_t)(millilitres / area)); /* a litre on a square metre is a millimetre */
}

int mw_node_soil(struct mw_node *node, const struct mw_soil_sample *sample) {
    struct mw_irrigating *irrigating = &node->irrigating;
    struct mw_soil_status status;
    struct mw_soil_sample wetted;
    if (!irrigating->is_set_up || sample->epoch_seconds < 0 || sample->count != irrigating->soil.settings->count) {
        return MW_ERROR_ARGUMENT;
    }
    int64_t before = mw_soil_last_seconds(&irrigating->soil);
    int result = mw_node_keep_time(node, (uint64_t)sample->epoch_seconds * MILLIS);
    if (result < 0) {
        return result;
    }
    if (before - sample->epoch_seconds >= SECONDS_PER_HOUR) {
        mw_soil_forget(&irrigating->soil);
    }
    begin_answers(irrigating, (uint32_t)sample->epoch_seconds);
    wetted = *sample;
    wetted.rain_tenths = (uint16_t)mw_min(UINT16_MAX, (int64_t)(sample->rain_tenths + given_tenths(irrigating)));
    if (!mw_soil_accept(&irrigating->soil, &wetted, &status)) {
        return MW_OK;
    }
    irrigating->rain_tenths += sample->rain_tenths;
    result = valves_see(irrigating, sample, &status); /* first of all: it may close */
    if (result == MW_OK && sample->battery_millivolts > 0) {
        result = mw_node_battery(node, sample->battery_millivolts);
    }
    uint32_t reasons = reasons_of(irrigating, sample, &status);
    if (result == MW_OK && reasons != 0) {
        result = tell_reading(node, sample, &status, reasons);
    }
    if (result == MW_OK) {
        result = tell_probes(node, sample, &status);
    }
    if (result == MW_OK) {
        result = tell_need(node, &status);
    }
    return result == MW_OK ? watch_update(node, &status) : result;
}

void mw_irrigating_heard(struct mw_node *node) {
    if (node->irrigating.is_set_up) {
        mw_valves_heard(&node->irrigating.valves);
    }
}

static int expect_rain(struct mw_node *node, const struct mw_downlink *downlink) {
    uint16_t rain[MW_SOIL_RAIN_DAYS];
    if (downlink->value_count != 0 && downlink->value_count != MW_SOIL_RAIN_DAYS) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t i = 0; i < downlink->value_count; i++) {
        if (downlink->values[i] > UINT16_MAX) {
            return MW_ERROR_FORMAT;
        }
        rain[i] = (uint16_t)downlink->values[i];
    }
    mw_soil_expect_rain(&node->irrigating.soil, downlink->value_count > 0 ? rain : NULL, downlink->argument);
    return MW_OK;
}

static int set_lines(struct mw_node *node, const struct mw_downlink *downlink) {
    uint32_t depths = node->irrigating.soil.settings->count;
    bool holds = downlink->value_count == 2 * depths;
    for (uint32_t i = 0; holds && i < depths; i++) {
        holds = downlink->values[2 * i] < downlink->values[2 * i + 1] &&
                downlink->values[2 * i + 1] <= MW_SOIL_LARGEST_LINE;
    }
    for (uint32_t i = 0; holds && i < depths; i++) {
        mw_soil_set_lines(&node->irrigating.soil, i, (int16_t)downlink->values[2 * i],
                          (int16_t)downlink->values[2 * i + 1]);
    }
    node->irrigating.lined = node->irrigating.lined || holds;
    return holds ? MW_OK : MW_ERROR_FORMAT;
}

static int open_valve(struct mw_node *node, const struct mw_downlink *downlink, uint64_t now_millis) {
    uint64_t now = now_millis / MILLIS;
    bool late = now < CLOCK_SET_SECONDS || now > downlink->values[2];
    return mw_valves_command_open(&node->irrigating.valves, downlink->values[0], downlink->values[1], downlink->argument,
                                  late);
}

int mw_irrigating_obey(struct mw_node *node, const struct mw_downlink *downlink, uint64_t now_millis) {
    static const uint8_t values[] = {[OPEN_VALVE] = 3, [CLOSE_VALVE] = 1, [STOP_ALL] = 0, [LIFT_STOP] = 0};
    struct mw_valves *valves = &node->irrigating.valves;
    if (!node->irrigating.is_set_up) {
        return MW_ERROR_UNSUPPORTED;
    }
    if (downlink->command <= LIFT_STOP && downlink->value_count != values[downlink->command]) {
        return MW_ERROR_FORMAT;
    }
    switch (downlink->command) {
    case OPEN_VALVE: return open_valve(node, downlink, now_millis);
    case CLOSE_VALVE: return mw_valves_command_close(valves, downlink->values[0], downlink->argument);
    case STOP_ALL: return mw_valves_command_stop(valves, downlink->argument);
    case LIFT_STOP: return mw_valves_command_lift(valves, downlink->argument);
    case EXPECT_RAIN: return expect_rain(node, downlink);
    case SET_LINES: return set_lines(node, downlink);
    default: return MW_ERROR_UNSUPPORTED;
    }
}

int mw_irrigating_anew(struct mw_node *node) {
    mw_soil_forget(&node->irrigating.soil);
    return MW_OK;
}
