#include "milliwatt/frame.h"

#define LARGEST_SATURATION 1000
#define LARGEST_CONSCIOUSNESS 4

void mw_frame_beats(struct mw_cbor *out, const struct mw_beats_body *body) {
    mw_cbor_map(out, 3);
    mw_cbor_pair(out, 0, body->start_millis);
    mw_cbor_unsigned(out, 1);
    mw_cbor_array(out, 4 * body->count);
    for (uint32_t i = 0; i < body->count; i++) {
        const struct mw_told_beat *beat = &body->beats[i];
        mw_cbor_unsigned(out, beat->interval_millis);
        mw_cbor_unsigned(out, beat->beat_class);
        mw_cbor_unsigned(out, beat->confidence);
        mw_cbor_unsigned(out, beat->flags);
    }
    mw_cbor_pair(out, 2, body->model_version);
}

static bool measured(const struct mw_sensor_vitals *vitals, uint32_t vital) {
    return (vitals->measured >> vital & 1U) != 0;
}

static int32_t largest(uint32_t vital) {
    switch (vital) {
    case MW_VITAL_OXYGEN_SATURATION: return LARGEST_SATURATION;
    case MW_VITAL_TEMPERATURE: return INT32_MAX;
    case MW_VITAL_CONSCIOUSNESS: return LARGEST_CONSCIOUSNESS;
    case MW_VITAL_OXYGEN_GIVEN: return 1;
    default: return UINT16_MAX;
    }
}

bool mw_sensor_vitals_hold(const struct mw_sensor_vitals *vitals) {
    bool holds = !measured(vitals, 0);
    for (uint32_t vital = 1; vital < MW_SENSOR_VITALS; vital++) {
        int32_t value = vitals->values[vital];
        bool within = value <= largest(vital) && (value >= 0 || vital == MW_VITAL_TEMPERATURE);
        holds = holds && (within || !measured(vitals, vital));
    }
    return holds;
}

void mw_frame_sensor_vitals(struct mw_cbor *out, const struct mw_sensor_vitals *vitals) {
    uint32_t pairs = 1;
    for (uint32_t vital = 1; vital < MW_SENSOR_VITALS; vital++) {
        pairs += measured(vitals, vital) ? 1 : 0;
    }
    mw_cbor_map(out, pairs);
    mw_cbor_pair(out, 0, vitals->time_millis);
    for (uint32_t vital = 1; vital < MW_SENSOR_VITALS; vital++) {
        if (measured(vitals, vital)) {
            mw_cbor_unsigned(out, vital);
            mw_cbor_signed(out, vitals->values[vital]);
        }
    }
}
