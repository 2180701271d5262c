/* Frames of soil nodes, and commands to valves, against the golden ones. */
#include "milliwatt/error.h"
#include "milliwatt/frame.h"
#include "test.h"

#include <string.h>

#define TIME 1793000000123ULL
#define LARGEST 256

static const uint8_t *golden_key(void) {
    static uint8_t key[MW_KEY_LENGTH];
    for (uint32_t i = 0; i < MW_KEY_LENGTH; i++) {
        key[i] = (uint8_t)(i * 7 + 1);
    }
    return key;
}

static struct mw_cbor begun(uint8_t *bytes, uint32_t sequence, uint8_t kind) {
    struct mw_frame_head head = {4711, 12, sequence, TIME, kind};
    struct mw_cbor out = {bytes, LARGEST, 0, false};
    mw_frame_begin(&out, &head);
    return out;
}

static void seal_and_compare(struct mw_cbor *out, const char *path) {
    uint8_t golden[LARGEST];
    size_t length = test_read_file(path, golden, sizeof golden);
    CHECK_EQUAL(length, mw_frame_seal(out, golden_key(), &mw_host_crypto));
    CHECK_BYTES(golden, out->bytes, length);
}

static struct mw_soil_body full_reading(void) {
    struct mw_soil_body body = {.count = 3,
                                .battery_millivolts = 2950,
                                .refill_tenths_day = 45,
                                .rain_tenths_millimetre = 128,
                                .air_centidegrees = -310,
                                .flow_litres = 12000,
                                .need = MW_SOIL_NEED_SOON,
                                .reasons = MW_SOIL_WATER_CHANGED | MW_SOIL_RAINED,
                                .has_rain = true,
                                .has_flow = true};
    body.depths[0] = (struct mw_soil_depth){50, -3, -50, 3, {-35, -90, -160}, true, true, true};
    body.depths[1] = (struct mw_soil_depth){200, 310, 0, 0, {0, 0, 0}, true, false, false};
    body.depths[2] = (struct mw_soil_depth){500, 0, 0, MW_SOIL_GAP, {0, 23, 24}, false, false, true};
    return body;
}

TEST(soil_readings_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    struct mw_soil_body full = full_reading();
    struct mw_cbor out = begun(bytes, 317, MW_FRAME_SOIL_READING);
    mw_frame_soil_reading(&out, &full);
    seal_and_compare(&out, "contract/vectors/frame-soil-reading-full.cbor");
    struct mw_soil_body silent = {.count = 1,
                                  .refill_tenths_day = MW_SOIL_NO_DAYS,
                                  .air_centidegrees = MW_SOIL_NO_TEMPERATURE,
                                  .need = MW_SOIL_NEED_UNKNOWN,
                                  .reasons = MW_SOIL_HEARTBEAT};
    silent.depths[0] = (struct mw_soil_depth){.depth_millimetres = 100, .quality = MW_SOIL_GAP};
    out = begun(bytes, 318, MW_FRAME_SOIL_READING);
    mw_frame_soil_reading(&out, &silent);
    seal_and_compare(&out, "contract/vectors/frame-soil-reading-silent-probe.cbor");
    struct mw_soil_body first = {.count = 2,
                                 .battery_millivolts = 2950,
                                 .refill_tenths_day = MW_SOIL_NO_DAYS,
                                 .air_centidegrees = MW_SOIL_NO_TEMPERATURE,
                                 .need = MW_SOIL_NEED_UNKNOWN};
    first.depths[0] = (struct mw_soil_depth){100, 254, 1205, 0, {0, 0, 0}, true, true, false};
    first.depths[1] = (struct mw_soil_depth){300, 310, -15, 0, {0, 0, 0}, true, true, false};
    out = begun(bytes, 303, MW_FRAME_SOIL_READING);
    mw_frame_soil_reading(&out, &first);
    seal_and_compare(&out, "contract/vectors/frame-soil-reading.cbor");
}

TEST(the_largest_soil_reading_fits_the_room_kept_for_it) {
    uint8_t bytes[LARGEST];
    struct mw_soil_body body = {.count = MW_SOIL_DEPTHS,
                                .battery_millivolts = UINT16_MAX,
                                .refill_tenths_day = UINT16_MAX - 1,
                                .rain_tenths_millimetre = UINT32_MAX,
                                .air_centidegrees = INT16_MAX,
                                .flow_litres = UINT32_MAX,
                                .need = MW_SOIL_NEED_NOW,
                                .reasons = UINT8_MAX,
                                .has_rain = true,
                                .has_flow = true};
    for (uint32_t i = 0; i < MW_SOIL_DEPTHS; i++) {
        body.depths[i] = (struct mw_soil_depth){UINT16_MAX, INT16_MIN, INT16_MIN, UINT16_MAX,
                                                {INT16_MIN, INT16_MIN, INT16_MIN}, true, true, true};
    }
    struct mw_cbor out = {bytes, LARGEST, 0, false};
    mw_frame_soil_reading(&out, &body);
    CHECK(!out.full);
    CHECK_EQUAL(MW_SOIL_BODY_BYTES, out.length);
}

TEST(valve_states_and_their_events_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    const struct mw_valve_state opened = {70000, 60, 25, 3600, 2, MW_VALVE_COMMAND, true};
    struct mw_cbor out = begun(bytes, 319, MW_FRAME_VALVE_STATE);
    mw_frame_valve_state(&out, &opened);
    seal_and_compare(&out, "contract/vectors/frame-valve-open.cbor");
    const struct mw_valve_state refused = {.valve = 4, .cause = MW_VALVE_NOT_POSSIBLE};
    out = begun(bytes, 320, MW_FRAME_VALVE_STATE);
    mw_frame_valve_state(&out, &refused);
    seal_and_compare(&out, "contract/vectors/frame-valve-closed.cbor");
    const int32_t values[] = {2, MW_VALVE_LINK_LOST, 1204, 501};
    const struct mw_event_body event = {3, 255, 2, true, 4, values};
    out = begun(bytes, 321, MW_FRAME_EVENT);
    mw_frame_event(&out, &event);
    seal_and_compare(&out, "contract/vectors/frame-event-cut-short.cbor");
}

static void check_command(const char *path, uint32_t command, uint32_t argument, const uint32_t *values, uint32_t count) {
    uint8_t bytes[LARGEST];
    struct mw_downlink downlink;
    size_t length = test_read_file(path, bytes, sizeof bytes);
    CHECK_EQUAL(0, mw_downlink_read(&downlink, bytes, length, 4711, golden_key(), &mw_host_crypto));
    CHECK_EQUAL(command, downlink.command);
    CHECK_EQUAL(argument, downlink.argument);
    CHECK_EQUAL(count, downlink.value_count);
    for (uint32_t i = 0; i < count; i++) {
        CHECK_EQUAL(values[i], downlink.values[i]);
    }
}

TEST(commands_of_the_irrigation_domain_are_read) {
    check_command("contract/vectors/frame-command-open-valve.cbor", 7, 70000, (const uint32_t[]){2, 3600, 1793000300}, 3);
    check_command("contract/vectors/frame-command-close-valve.cbor", 8, 70001, (const uint32_t[]){2}, 1);
    check_command("contract/vectors/frame-command-stop-all.cbor", 9, 70002, NULL, 0);
    check_command("contract/vectors/frame-command-expect-rain.cbor", 11, 20752,
                  (const uint32_t[]){0, 128, 35, 0, 0, 65535, 1}, 7);
    check_command("contract/vectors/frame-command-set-lines.cbor", 12, 0,
                  (const uint32_t[]){1450, 2800, 1600, 3000, 0, 10000}, 6);
    check_command("contract/vectors/frame-command-capture.cbor", 1, UINT32_MAX, NULL, 0);
}

static int read_values(uint32_t count, bool negative) {
    uint8_t bytes[LARGEST];
    struct mw_frame_head head = {4711, 12, 1, TIME, MW_FRAME_COMMAND};
    struct mw_cbor out = {bytes, LARGEST, 0, false};
    struct mw_downlink downlink;
    mw_frame_begin(&out, &head);
    mw_cbor_map(&out, 3);
    mw_cbor_pair(&out, 0, 7);
    mw_cbor_pair(&out, 1, 1);
    mw_cbor_unsigned(&out, 2);
    mw_cbor_array(&out, count);
    for (uint32_t i = 0; i < count; i++) {
        mw_cbor_signed(&out, negative ? -1 : (int32_t)i);
    }
    int32_t length = mw_frame_seal(&out, golden_key(), &mw_host_crypto);
    return mw_downlink_read(&downlink, bytes, (size_t)length, 4711, golden_key(), &mw_host_crypto);
}

TEST(a_command_with_too_many_or_negative_values_is_refused) {
    CHECK_EQUAL(0, read_values(MW_COMMAND_VALUES, false));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_values(MW_COMMAND_VALUES + 1, false));
    CHECK_EQUAL(MW_ERROR_FORMAT, read_values(1, true));
}

static void check_compact(const char *path, uint32_t boot, uint32_t sequence, const struct mw_soil_body *body) {
    uint8_t golden[MW_COMPACT_BYTES];
    uint8_t bytes[MW_COMPACT_BYTES];
    const struct mw_frame_head head = {4711, boot, sequence, TIME, MW_FRAME_SOIL_READING};
    CHECK_EQUAL(MW_COMPACT_BYTES, test_read_file(path, golden, sizeof golden));
    CHECK_EQUAL(MW_COMPACT_BYTES, mw_frame_compact(bytes, &head, body, golden_key(), &mw_host_crypto));
    CHECK_BYTES(golden, bytes, sizeof golden);
}

static struct mw_soil_depth answer(int16_t water, uint16_t quality) {
    return (struct mw_soil_depth){.water_permille = water, .quality = quality, .answered = true};
}

TEST(compact_readings_match_the_golden_ones_and_only_what_fits_is_told_so) {
    struct mw_soil_body body = {.count = 3, .battery_millivolts = 2950, .refill_tenths_day = 45};
    body.depths[0] = answer(254, 0);
    body.depths[1] = answer(310, 0);
    body.depths[2] = answer(287, 0);
    check_compact("contract/vectors/compact-plain.bin", 12, 300, &body);
    struct mw_soil_body flagged = {.count = 3, .battery_millivolts = 1700, .refill_tenths_day = 0};
    flagged.depths[0] = answer(0, MW_SOIL_SPIKE);
    flagged.depths[1].quality = MW_SOIL_GAP;
    flagged.depths[2] = answer(1022, 0);
    check_compact("contract/vectors/compact-flagged.bin", 13, UINT32_MAX, &flagged);
    struct mw_soil_body one = {.count = 1, .refill_tenths_day = MW_SOIL_NO_DAYS};
    one.depths[0] = answer(333, 0);
    check_compact("contract/vectors/compact-one-depth.bin", 14, 255, &one);
    struct mw_soil_body two = {.count = 2, .battery_millivolts = 3600, .refill_tenths_day = 300};
    two.depths[0] = answer(1, 0);
    two.depths[1] = answer(2, MW_SOIL_SATURATED);
    check_compact("contract/vectors/compact-long.bin", 15, 256, &two);
    uint8_t bytes[MW_COMPACT_BYTES];
    const struct mw_frame_head head = {4711, 1, 1, TIME, MW_FRAME_SOIL_READING};
    body.depths[1].water_permille = -1;
    CHECK_EQUAL(0, mw_frame_compact(bytes, &head, &body, golden_key(), &mw_host_crypto));
    body.depths[1].water_permille = 1023;
    CHECK_EQUAL(0, mw_frame_compact(bytes, &head, &body, golden_key(), &mw_host_crypto));
    body.depths[1].water_permille = 1022;
    body.count = 4;
    CHECK_EQUAL(0, mw_frame_compact(bytes, &head, &body, golden_key(), &mw_host_crypto));
}
