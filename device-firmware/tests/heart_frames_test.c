/* Frames of heart monitoring against the golden ones. */
#include "milliwatt/error.h"
#include "milliwatt/frame.h"
#include "test.h"

#include <string.h>

#define TIME 1793000000123ULL
#define LARGEST 256

static struct mw_cbor begun(uint8_t *bytes, uint32_t sequence, uint8_t kind) {
    struct mw_frame_head head = {4711, 12, sequence, TIME, kind};
    struct mw_cbor out = {bytes, LARGEST, 0, false};
    mw_frame_begin(&out, &head);
    return out;
}

static void seal_and_compare(struct mw_cbor *out, const char *path) {
    uint8_t key[MW_KEY_LENGTH];
    uint8_t golden[LARGEST];
    for (uint32_t i = 0; i < MW_KEY_LENGTH; i++) {
        key[i] = (uint8_t)(i * 7 + 1);
    }
    size_t length = test_read_file(path, golden, sizeof golden);
    CHECK_EQUAL(length, mw_frame_seal(out, key, &mw_host_crypto));
    CHECK_BYTES(golden, out->bytes, length);
}

TEST(frames_of_beats_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    const struct mw_told_beat beats[] = {
        {0, 1, 250, 0}, {812, 1, 249, 0}, {420, 3, 255, 0}, {1203, 1, 90, 3}, {65536, 5, 0, 13}};
    struct mw_beats_body five = {beats, TIME - 5000, 5, 7};
    struct mw_cbor out = begun(bytes, 310, MW_FRAME_BEATS);
    mw_frame_beats(&out, &five);
    seal_and_compare(&out, "contract/vectors/frame-beats.cbor");
    const struct mw_told_beat one[] = {{23, 2, 24, MW_BEAT_IN_ATRIAL_FIBRILLATION}};
    struct mw_beats_body single = {one, TIME, 1, 0};
    out = begun(bytes, 311, MW_FRAME_BEATS);
    mw_frame_beats(&out, &single);
    seal_and_compare(&out, "contract/vectors/frame-beats-one.cbor");
}

TEST(beats_of_the_largest_numbers_fit_the_room_kept_for_them) {
    uint8_t bytes[LARGEST];
    const struct mw_told_beat largest[] = {{UINT32_MAX, 5, 255, 255}, {UINT32_MAX, 5, 255, 255}};
    struct mw_cbor one = {bytes, LARGEST, 0, false};
    mw_frame_beats(&one, &(struct mw_beats_body){largest, 0, 1, 0});
    struct mw_cbor two = {bytes, LARGEST, 0, false};
    mw_frame_beats(&two, &(struct mw_beats_body){largest, 0, 2, 0});
    CHECK(two.length - one.length <= MW_TOLD_BEAT_BYTES);
}

TEST(vitals_of_further_sensors_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    struct mw_sensor_vitals all = {TIME - 200, {0, 967, 3720, 118, 76, 0, 165, 1}, 0xFE};
    struct mw_cbor out = begun(bytes, 312, MW_FRAME_SENSOR_VITALS);
    CHECK(mw_sensor_vitals_hold(&all));
    mw_frame_sensor_vitals(&out, &all);
    seal_and_compare(&out, "contract/vectors/frame-sensor-vitals.cbor");
    struct mw_sensor_vitals cold = {TIME, {0, 9999, -40, 0, 0, 0, 0, 0}, 1U << MW_VITAL_TEMPERATURE};
    out = begun(bytes, 313, MW_FRAME_SENSOR_VITALS);
    CHECK(mw_sensor_vitals_hold(&cold));
    mw_frame_sensor_vitals(&out, &cold);
    seal_and_compare(&out, "contract/vectors/frame-sensor-vitals-one.cbor");
}

TEST(vitals_outside_their_ranges_do_not_hold) {
    static const int32_t largest[MW_SENSOR_VITALS] = {0, 1000, INT32_MAX, 65535, 65535, 4, 65535, 1};
    for (uint32_t vital = 1; vital < MW_SENSOR_VITALS; vital++) {
        struct mw_sensor_vitals vitals = {TIME, {0}, (uint8_t)(1U << vital)};
        vitals.values[vital] = largest[vital];
        CHECK(mw_sensor_vitals_hold(&vitals));
        if (vital != MW_VITAL_TEMPERATURE) {
            vitals.values[vital]++;
            CHECK(!mw_sensor_vitals_hold(&vitals));
            vitals.values[vital] = -1;
            CHECK(!mw_sensor_vitals_hold(&vitals));
        }
    }
    struct mw_sensor_vitals unnamed = {TIME, {0}, 1};
    CHECK(!mw_sensor_vitals_hold(&unnamed));
}

TEST(a_streamed_block_and_the_values_of_an_event_match_the_golden_ones) {
    uint8_t bytes[LARGEST];
    const int16_t samples[] = {0, 5, -7, 300, -32768, 32767, 12, 12};
    struct mw_waveform_body block = {samples, TIME - 1000, 360000, 5000, 8, 0, 66, 1, 3, 70000, 0};
    struct mw_cbor out = begun(bytes, 314, MW_FRAME_WAVEFORM);
    mw_frame_waveform(&out, &block);
    seal_and_compare(&out, "contract/vectors/frame-waveform-streaming.cbor");
    const int32_t values[] = {176, 5, 1704};
    struct mw_event_body event = {3, 231, 3, true, 3, values};
    out = begun(bytes, 316, MW_FRAME_EVENT);
    mw_frame_event(&out, &event);
    seal_and_compare(&out, "contract/vectors/frame-event-heart.cbor");
}
