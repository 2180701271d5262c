/* The inside of operation 30. */
#ifndef MILLIWATT_HEART_BEAT_FEATURES_H
#define MILLIWATT_HEART_BEAT_FEATURES_H

#include "atrial_wave.h"
#include "beat_feature.h"
#include "beat_signal.h"
#include "intervals.h"
#include "qrs_shape.h"
#include "recovery_wave.h"

#define MW_BEATS_PENDING 8

/* Cleared before the first sample. */
struct mw_beat_features {
    struct mw_beat_signal signal;
    struct mw_qrs_templates templates;
    struct mw_atrial_wave atrial;
    struct mw_recovery_wave recovery;
    struct mw_intervals intervals;
    uint32_t pending_samples[MW_BEATS_PENDING];
    uint32_t pending_ticks[MW_BEATS_PENDING];
    uint32_t pending_late; /* a bit for each place */
    uint32_t samples;
    uint32_t found;
    uint32_t described;
    uint32_t sample_before; /* R wave of the beat described last */
    int32_t interval_before;
    bool normal_before;
    bool late; /* the beat described last was found by searching back */
    int32_t features[MW_BEAT_FEATURES]; /* of the beat described last; each fits int16 */
};

/* Takes a sample, and the age of the R wave of a beat that it made certain, below 0 for one found late, 0 for none. Returns
 * whether a beat has been described, whose features then stand until the next is. */
bool mw_beat_features_accept(struct mw_beat_features *state, const struct mw_beat_sensor *sensor, int16_t sample, int32_t age);

#endif
