/*
 * Frames as bytes: deterministic CBOR with a MAC at the end (contract/frame.md is normative, contract/telemetry.cddl
 * gives the structure, contract/vectors the examples).
 *
 * Build a frame by mw_frame_begin, one body, mw_frame_seal:
 *
 *     struct mw_cbor out = {bytes, capacity, 0, false};
 *     mw_frame_begin(&out, &head);
 *     mw_frame_event(&out, &event);
 *     int length = mw_frame_seal(&out, key, crypto);
 */
#ifndef MILLIWATT_FRAME_H
#define MILLIWATT_FRAME_H

#include "milliwatt/crypto.h"
#include "milliwatt/ledger.h"
#include "milliwatt/update.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MW_FRAME_VERSION 16 /* major 1, minor 0 */
#define MW_MAC_LENGTH 8

/* More than any frame needs beyond the values or samples it carries. */
#define MW_FRAME_OVERHEAD 160U

/* The largest ledger in a status frame: key, head of the array, 64-bit integers. */
#define MW_LEDGER_BYTES (2U + 9U * (uint32_t)MW_LEDGER_ITEMS)

enum mw_frame_kind {
    MW_FRAME_STATUS = 1,
    MW_FRAME_FEATURES = 2,
    MW_FRAME_EVENT = 3,
    MW_FRAME_WAVEFORM = 4,
    MW_FRAME_SOIL_READING = 5,
    MW_FRAME_UPDATE_STATE = 6,
    MW_FRAME_LEARNING_UPDATE = 7,
    MW_FRAME_ACKNOWLEDGEMENT = 8,
    MW_FRAME_COMMAND = 9,
    MW_FRAME_OFFER = 10,
    MW_FRAME_MISSING = 11,
    MW_FRAME_BEATS = 12,
    MW_FRAME_SENSOR_VITALS = 13,
    MW_FRAME_VALVE_STATE = 14
};

/* CBOR being written. A writer that ran out of room stays `full` and writes nothing more. */
struct mw_cbor {
    uint8_t *bytes;
    uint32_t capacity;
    uint32_t length;
    bool full;
};

/* Heads take the shortest form (RFC 8949, 4.2.1). */
void mw_cbor_unsigned(struct mw_cbor *out, uint64_t value);
void mw_cbor_signed(struct mw_cbor *out, int64_t value);
/* A key of a map and its unsigned value. */
void mw_cbor_pair(struct mw_cbor *out, uint32_t key, uint64_t value);
void mw_cbor_array(struct mw_cbor *out, uint32_t items);
void mw_cbor_map(struct mw_cbor *out, uint32_t pairs);
void mw_cbor_bytes(struct mw_cbor *out, const uint8_t *bytes, uint32_t length);
/* The head of a byte string only; the caller then writes exactly `length` bytes through mw_cbor_raw. */
void mw_cbor_bytes_head(struct mw_cbor *out, uint32_t length);
void mw_cbor_raw(struct mw_cbor *out, const uint8_t *bytes, uint32_t length);

struct mw_frame_head {
    uint32_t node;
    uint32_t boot;
    uint32_t sequence;
    uint64_t time_millis; /* since 1970 */
    uint8_t kind;
};

enum mw_status_flag { MW_STATUS_LOCAL_ALARM = 1, MW_STATUS_CLOCK_NOT_SET = 2, MW_STATUS_LEARNING = 4 };

struct mw_status {
    uint32_t uptime_seconds;
    uint32_t held_frames;
    uint32_t dropped_frames;
    uint32_t model_id;
    uint32_t model_version;
    const uint8_t *bundle_digest; /* first 8 bytes of the bundle's SHA-256 */
    uint8_t domain;
    uint8_t flags; /* enum mw_status_flag */
    const struct mw_ledger *ledger; /* NULL: not told */
    uint16_t battery_millivolts;    /* 0: not measured, not told */
    bool has_pacemaker;             /* the patient of the stay; told with it */
    uint32_t stay;                  /* of the patient whom the server told last; 0: none, not told */
};

struct mw_features_body {
    const int32_t *values;
    uint32_t model_version;
    uint16_t recipe_id;
    uint16_t recipe_version;
    uint16_t quality;
    uint16_t verdict;
    uint8_t count;
    uint8_t probability;
    bool judged; /* without it verdict, probability and model version are left out */
};

struct mw_event_body {
    uint16_t verdict;
    uint8_t probability;
    uint8_t urgency; /* 0 information, 1 low, 2 medium, 3 high */
    bool onset;
    uint8_t count; /* of values; 0: none are told */
    const int32_t *values;
};

struct mw_waveform_body {
    const int16_t *samples;
    uint64_t start_millis;
    uint32_t sample_rate_millihertz;
    uint32_t nano_units_per_count;
    uint32_t sample_count;
    uint32_t capture_id;
    uint16_t quality;
    uint8_t channel;
    uint8_t unit; /* 1 m/s2, 2 g, 3 mV */
    uint32_t block_index;
    uint8_t block_count; /* 0 with capture id 0: streaming */
};

/* Flags of a beat. */
enum mw_beat_flag {
    MW_BEAT_ABSTAINED = 1,
    MW_BEAT_IN_ATRIAL_FIBRILLATION = 2,
    MW_BEAT_PACING_SPIKE = 4,
    MW_BEAT_FOUND_LATE = 8
};

/* A beat of frame kind 12. */
struct mw_told_beat {
    uint32_t interval_millis; /* since the beat before; the first one's since the start */
    uint8_t beat_class;       /* 1 normal, 2 supraventricular, 3 ventricular, 4 fusion, 5 unclassifiable */
    uint8_t confidence;
    uint8_t flags; /* enum mw_beat_flag */
};

struct mw_beats_body {
    const struct mw_told_beat *beats;
    uint64_t start_millis;
    uint32_t count; /* at least 1 */
    uint32_t model_version;
};

/* The most that a beat takes in a frame. */
#define MW_TOLD_BEAT_BYTES 10U

enum mw_sensor_vital {
    MW_VITAL_OXYGEN_SATURATION = 1, /* 0.1 %, 0 .. 1000 */
    MW_VITAL_TEMPERATURE = 2,       /* 0.01 degrees Celsius */
    MW_VITAL_SYSTOLIC = 3,          /* mmHg, 0 .. 65535 */
    MW_VITAL_DIASTOLIC = 4,         /* mmHg, 0 .. 65535 */
    MW_VITAL_CONSCIOUSNESS = 5,     /* 0 alert, 1 confusion, 2 voice, 3 pain, 4 unresponsive */
    MW_VITAL_RESPIRATION_RATE = 6,  /* per minute times 10, 0 .. 65535 */
    MW_VITAL_OXYGEN_GIVEN = 7       /* 0 or 1 */
};

#define MW_SENSOR_VITALS 8 /* numbers of the enum, 0 unused */

/* Frame kind 13: what further sensors measured. */
struct mw_sensor_vitals {
    uint64_t time_millis;
    int32_t values[MW_SENSOR_VITALS]; /* by enum mw_sensor_vital */
    uint8_t measured;                 /* bit set by the same numbers; the other values are left out */
};

#define MW_SOIL_DEPTHS 4U
#define MW_SOIL_HORIZONS 3U /* 1, 3 and 7 days */

/* A probe of frame kind 5. */
struct mw_soil_depth {
    uint16_t depth_millimetres;
    int16_t water_permille;            /* by volume */
    int16_t temperature_centidegrees;
    uint16_t quality;                  /* enum mw_soil_quality */
    int16_t forecast[MW_SOIL_HORIZONS]; /* change of the water content, 0.01 % */
    bool answered;                     /* without it neither water nor temperature is told */
    bool has_temperature;
    bool has_forecast;
};

enum mw_soil_quality {
    MW_SOIL_RANGE = 1,
    MW_SOIL_FROZEN = 2,
    MW_SOIL_RISE_WITHOUT_RAIN = 4,
    MW_SOIL_SPIKE = 8,
    MW_SOIL_BREAK = 16,
    MW_SOIL_LOW_PLATEAU = 32,
    MW_SOIL_SATURATED = 64,
    MW_SOIL_STUCK = 128,
    MW_SOIL_DRIFT = 256,
    MW_SOIL_BATTERY_BIAS = 512,
    MW_SOIL_GAP = 1024
};

/* Why a reading is told. */
enum mw_soil_reason {
    MW_SOIL_HEARTBEAT = 1,
    MW_SOIL_WATER_CHANGED = 2,
    MW_SOIL_QUALITY_CHANGED = 4,
    MW_SOIL_NEED_CHANGED = 8,
    MW_SOIL_STARTED = 16,
    MW_SOIL_RAINED = 32,
    MW_SOIL_VALVE_CHANGED = 64,
    MW_SOIL_LINES_SET = 128
};

enum mw_soil_need { MW_SOIL_NEED_NONE = 0, MW_SOIL_NEED_SOON = 1, MW_SOIL_NEED_NOW = 2, MW_SOIL_NEED_UNKNOWN = 3 };

#define MW_SOIL_NO_DAYS UINT16_MAX      /* nothing is said about the refill line */
#define MW_SOIL_NO_TEMPERATURE INT16_MIN

/* Frame kind 5. */
struct mw_soil_body {
    struct mw_soil_depth depths[MW_SOIL_DEPTHS];
    uint32_t rain_tenths_millimetre; /* since boot */
    uint32_t flow_litres;            /* since boot */
    uint16_t battery_millivolts;     /* 0: not told */
    uint16_t refill_tenths_day;      /* or MW_SOIL_NO_DAYS */
    int16_t air_centidegrees;        /* or MW_SOIL_NO_TEMPERATURE */
    uint8_t count;                   /* of depths, 1 .. MW_SOIL_DEPTHS */
    uint8_t need;                    /* enum mw_soil_need; unknown is not told */
    uint8_t reasons;                 /* enum mw_soil_reason */
    bool has_rain;
    bool has_flow;
};

/* The most that the body of a soil reading takes. */
#define MW_SOIL_BODY_BYTES (40U + 23U * MW_SOIL_DEPTHS)

enum mw_valve_cause {
    MW_VALVE_COMMAND = 0,
    MW_VALVE_FINISHED = 1,
    MW_VALVE_MAXIMUM_TIME = 2,
    MW_VALVE_LINK_LOST = 3,
    MW_VALVE_REBOOT = 4,
    MW_VALVE_SENSOR_STALE = 5,
    MW_VALVE_SENSOR_FLAGGED = 6,
    MW_VALVE_LEAK = 7,
    MW_VALVE_BLOCKED = 8,
    MW_VALVE_EMERGENCY_STOP = 9,
    MW_VALVE_TOO_LATE = 10,
    MW_VALVE_NOT_POSSIBLE = 11
};

/* Frame kind 14. */
struct mw_valve_state {
    uint32_t command_sequence;
    uint32_t seconds_open;
    uint32_t litres;
    uint32_t seconds_limit;
    uint8_t valve; /* from 1 */
    uint8_t cause; /* enum mw_valve_cause */
    bool open;
};

/* Frame kind 11. */
struct mw_missing_body {
    uint32_t update_id;
    uint32_t fragments;
    uint32_t first;
    const uint8_t *bitmap;
    uint32_t bitmap_length;
};

struct mw_learning_body {
    uint16_t recipe_id;
    uint16_t recipe_version;
    uint8_t kind; /* 1 Gaussian, 2 k-means */
    uint32_t state_length;
};

void mw_frame_begin(struct mw_cbor *out, const struct mw_frame_head *head);
void mw_frame_status(struct mw_cbor *out, const struct mw_status *body);
void mw_frame_features(struct mw_cbor *out, const struct mw_features_body *body);
void mw_frame_event(struct mw_cbor *out, const struct mw_event_body *body);
void mw_frame_update_state(struct mw_cbor *out, const struct mw_update_report *body);
void mw_frame_missing(struct mw_cbor *out, const struct mw_missing_body *body);
void mw_frame_beats(struct mw_cbor *out, const struct mw_beats_body *body);

/* Whether every value measured lies in its range. */
bool mw_sensor_vitals_hold(const struct mw_sensor_vitals *vitals);
void mw_frame_sensor_vitals(struct mw_cbor *out, const struct mw_sensor_vitals *vitals);

void mw_frame_soil_reading(struct mw_cbor *out, const struct mw_soil_body *body);
/* A soil reading in 11 bytes, without time (contract/frame.md, "Compact form"). Returns MW_COMPACT_BYTES, 0 where the reading does
 * not fit this form (more than three depths, a water content outside 0 .. 102.2 %), or MW_ERROR_CRYPTO. */
#define MW_COMPACT_BYTES 11
#define MW_COMPACT_DEPTHS 3U
int32_t mw_frame_compact(uint8_t out[MW_COMPACT_BYTES], const struct mw_frame_head *head, const struct mw_soil_body *body,
                         const uint8_t key[MW_KEY_LENGTH], const struct mw_crypto *crypto);

void mw_frame_valve_state(struct mw_cbor *out, const struct mw_valve_state *body);

/* All but the state itself, whose bytes the caller writes next. */
void mw_frame_learning_update(struct mw_cbor *out, const struct mw_learning_body *body);

/* Takes the shorter of both encodings: int16, or zig-zag varints of the differences. */
void mw_frame_waveform(struct mw_cbor *out, const struct mw_waveform_body *body);

/* Appends the MAC. Returns the frame's length, MW_ERROR_MEMORY when the writer ran full, or MW_ERROR_CRYPTO. */
int32_t mw_frame_seal(struct mw_cbor *out, const uint8_t key[MW_KEY_LENGTH], const struct mw_crypto *crypto);

#define MW_COMMAND_VALUES 8U

/* A frame to the node, after every check that needs no memory of earlier frames. */
struct mw_downlink {
    uint32_t boot;     /* the gateway's start time in seconds since 1970 */
    uint32_t sequence; /* within it */
    uint64_t time_millis;
    uint64_t kind;
    /* MW_FRAME_ACKNOWLEDGEMENT */
    uint32_t of_boot;
    uint32_t of_sequence;
    uint32_t outcome; /* 0 stored, 1 refused */
    /* MW_FRAME_COMMAND */
    uint32_t command;
    uint32_t argument;
    /* MW_FRAME_OFFER */
    struct mw_update_offer offer;
    /* MW_FRAME_COMMAND, beyond its argument */
    uint32_t value_count;
    uint32_t values[MW_COMMAND_VALUES];
};

/* Reads a frame to `node`, strictly. Returns 0, or, in this order, MW_ERROR_FORMAT (not well-formed or not
 * deterministic, structure of the outer map), _VERSION, _NOT_FOR_US, _MAC, _CRYPTO, _FORMAT (body of a known kind),
 * _UNSUPPORTED (another kind; boot, sequence and kind are filled). */
int mw_downlink_read(struct mw_downlink *downlink, const uint8_t *frame, size_t length, uint32_t node,
                     const uint8_t key[MW_KEY_LENGTH], const struct mw_crypto *crypto);

#endif
