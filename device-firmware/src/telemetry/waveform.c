#include "milliwatt/frame.h"

#define ENCODING_INT16 0U
#define ENCODING_DIFFERENCES 1U

/* Small for small differences of either sign: 0, -1, 1, -2 become 0, 1, 2, 3. At most 17 bits. */
static uint32_t zig_zag(int32_t difference) {
    return difference < 0 ? ((uint32_t)-(difference + 1) << 1) + 1U : (uint32_t)difference << 1;
}

static uint32_t varint_length(uint32_t value) { return value < 0x80 ? 1 : value < 0x4000 ? 2 : 3; }

static uint32_t differences_length(const int16_t *samples, uint32_t count) {
    uint32_t length = 0;
    int32_t before = 0;
    for (uint32_t i = 0; i < count; i++) {
        length += varint_length(zig_zag(samples[i] - before));
        before = samples[i];
    }
    return length;
}

static void write_differences(struct mw_cbor *out, const int16_t *samples, uint32_t count) {
    int32_t before = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t value = zig_zag(samples[i] - before);
        uint8_t bytes[3] = {(uint8_t)(value & 0x7F), (uint8_t)(value >> 7 & 0x7F), (uint8_t)(value >> 14)};
        uint32_t length = varint_length(value);
        for (uint32_t b = 0; b + 1 < length; b++) {
            bytes[b] |= 0x80;
        }
        mw_cbor_raw(out, bytes, length);
        before = samples[i];
    }
}

static void write_int16(struct mw_cbor *out, const int16_t *samples, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint16_t sample = (uint16_t)samples[i];
        uint8_t bytes[2] = {(uint8_t)sample, (uint8_t)(sample >> 8)};
        mw_cbor_raw(out, bytes, 2);
    }
}

void mw_frame_waveform(struct mw_cbor *out, const struct mw_waveform_body *body) {
    uint32_t differences = differences_length(body->samples, body->sample_count);
    uint32_t plain = 2 * body->sample_count;
    bool shorter = differences < plain;
    mw_cbor_map(out, 12);
    mw_cbor_pair(out, 0, body->channel);
    mw_cbor_pair(out, 1, body->sample_rate_millihertz);
    mw_cbor_pair(out, 2, body->start_millis);
    mw_cbor_pair(out, 3, body->nano_units_per_count);
    mw_cbor_pair(out, 4, body->unit);
    mw_cbor_pair(out, 5, shorter ? ENCODING_DIFFERENCES : ENCODING_INT16);
    mw_cbor_unsigned(out, 6);
    mw_cbor_bytes_head(out, shorter ? differences : plain);
    if (shorter) {
        write_differences(out, body->samples, body->sample_count);
    } else {
        write_int16(out, body->samples, body->sample_count);
    }
    mw_cbor_pair(out, 7, body->sample_count);
    mw_cbor_pair(out, 8, body->capture_id);
    mw_cbor_pair(out, 9, body->block_index);
    mw_cbor_pair(out, 10, body->block_count);
    mw_cbor_pair(out, 11, body->quality);
}
