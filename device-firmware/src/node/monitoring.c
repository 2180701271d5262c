#include "monitoring.h"

#include "../model/bytes.h"
#include "milliwatt/error.h"
#include "state.h"

#include <stddef.h>

#define CERTAIN 255
#define EVENT_VALUES 3

/* In a snapshot: u32 stay, u32 has a pacemaker. */
#define KEPT_BYTES 8U

static uint64_t millis_of(const struct mw_node *node, uint32_t sample) {
    return mw_timeline_millis(&node->timeline, sample, node->sample_rate_millihertz);
}

static int tell_beats(struct mw_node *node) {
    struct mw_monitoring *monitoring = &node->monitoring;
    struct mw_beats_body body = {.beats = monitoring->beats,
                                 .start_millis = monitoring->beats_start_millis,
                                 .count = monitoring->beats_waiting,
                                 .model_version = node->bundle.model_version};
    if (monitoring->beats_waiting == 0) {
        return MW_OK;
    }
    monitoring->beats_waiting = 0;
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_BEATS, MW_TOLD_BEAT_BYTES * MW_BEATS_TOGETHER);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    mw_frame_beats(&out, &body);
    return mw_outbox_finish(node, &out, 0);
}

static int beat_is_final(void *context, const struct mw_heart_beat *beat) {
    struct mw_node *node = context;
    struct mw_monitoring *monitoring = &node->monitoring;
    uint64_t at = millis_of(node, beat->sample);
    if (monitoring->beats_waiting == 0) {
        monitoring->beats_start_millis = at;
        monitoring->last_beat_millis = at;
        monitoring->waiting_since_millis = (uint32_t)node->now_millis;
    }
    uint64_t before = monitoring->last_beat_millis;
    monitoring->beats[monitoring->beats_waiting] =
        (struct mw_told_beat){.interval_millis = at > before ? (uint32_t)(at - before) : 0,
                              .beat_class = beat->beat_class,
                              .confidence = beat->confidence,
                              .flags = beat->flags};
    monitoring->last_beat_millis = at;
    monitoring->beats_waiting++;
    bool is_ectopic = beat->beat_class == MW_BEAT_VENTRICULAR || beat->beat_class == MW_BEAT_SUPRAVENTRICULAR;
    monitoring->ectopic_in_window = monitoring->ectopic_in_window || is_ectopic;
    bool due = monitoring->beats_waiting == MW_BEATS_TOGETHER ||
               mw_elapsed((uint32_t)node->now_millis, monitoring->waiting_since_millis, MW_BEATS_INTERVAL_MILLIS);
    return due ? tell_beats(node) : MW_OK;
}

/* The event goes out first, then the beats up to it. */
static int event_changed(void *context, const struct mw_heart_event *event) {
    struct mw_node *node = context;
    /* The frame is built with the last of the samples given together. */
    uint32_t later = event->onset ? node->timeline.samples - 1 - event->sample : 0;
    uint64_t millis = event->millis + (uint64_t)later * 1000000U / node->sample_rate_millihertz;
    const int32_t values[EVENT_VALUES] = {event->heart_rate, (int32_t)event->beats,
                                          (int32_t)(millis > INT32_MAX ? INT32_MAX : millis)};
    const struct mw_event_body body = {.verdict = event->event_class,
                                       .probability = event->onset ? CERTAIN : 0,
                                       .urgency = event->urgency,
                                       .onset = event->onset,
                                       .count = EVENT_VALUES,
                                       .values = values};
    node->monitoring.event_in_window = true;
    node->monitoring.onset_in_window = node->monitoring.onset_in_window || event->onset;
    int result = mw_outbox_event(node, &body);
    return result < 0 ? result : tell_beats(node);
}

static int second_ended(void *context, const struct mw_features *features) {
    struct mw_node *node = context;
    struct mw_monitoring *monitoring = &node->monitoring;
    const struct mw_judgement judgement = {.verdict = monitoring->ectopic_in_window ? 1 : 0};
    bool judged = features->quality == 0;
    bool onset = monitoring->onset_in_window;
    monitoring->windows_since_told++;
    bool told = monitoring->event_in_window ||
                monitoring->windows_since_told >= node->configuration.feature_interval_windows;
    monitoring->event_in_window = false;
    monitoring->ectopic_in_window = false;
    monitoring->onset_in_window = false;
    node->quality = features->quality;
    node->ledger.counts[MW_LEDGER_WINDOWS]++;
    node->ledger.counts[MW_LEDGER_JUDGED] += judged ? 1U : 0U;
    int result = mw_updating_window(node, features->quality, judged ? &judgement : NULL, onset);
    if (result < 0 || !told) {
        return result;
    }
    monitoring->windows_since_told = 0;
    return mw_outbox_features(node, features, NULL);
}

int mw_monitoring_start(struct mw_node *node, void *state) {
    struct mw_monitoring *monitoring = &node->monitoring;
    const struct mw_patient_limits *chosen = &node->configuration.limits;
    const struct mw_heart_settings settings = {.limits = {.pause_milliseconds = chosen->pause_milliseconds,
                                                          .bradycardia = chosen->bradycardia,
                                                          .tachycardia = chosen->tachycardia,
                                                          .frequent_ventricular = chosen->frequent_ventricular},
                                               .lowest_rail = chosen->lowest_rail,
                                               .highest_rail = chosen->highest_rail,
                                               .has_pacemaker = node->configuration.has_pacemaker != 0};
    monitoring->watches = mw_heart_is_watched(&node->bundle);
    if (!monitoring->watches) {
        return MW_OK;
    }
    monitoring->listener = (struct mw_heart_listener){node, beat_is_final, event_changed, second_ended};
    return mw_heart_start(&monitoring->heart, &node->model, &node->recipe, state, &settings, &monitoring->listener);
}

int mw_monitoring_anew(struct mw_node *node) {
    int result = mw_heart_begin_anew(&node->monitoring.heart);
    node->quality |= MW_QUALITY_WARMING_UP;
    return result < 0 ? result : tell_beats(node);
}

int mw_monitoring_patient(struct mw_node *node, const struct mw_downlink *downlink) {
    struct mw_monitoring *monitoring = &node->monitoring;
    uint32_t has_pacemaker = downlink->values[0];
    if (!monitoring->watches) {
        return MW_ERROR_UNSUPPORTED;
    }
    if (downlink->argument == 0 || downlink->value_count != 1 || has_pacemaker > 1) {
        return MW_ERROR_FORMAT;
    }
    if (downlink->argument == monitoring->stay && (has_pacemaker != 0) == (node->configuration.has_pacemaker != 0)) {
        return MW_OK;
    }
    int result = mw_monitoring_anew(node);
    (void)mw_heart_next_patient(&monitoring->heart, has_pacemaker != 0); /* tells nothing more */
    monitoring->stay = downlink->argument;
    node->configuration.has_pacemaker = (uint8_t)has_pacemaker;
    /* Before its first sample a node has no time; its first frame is a status anyway. */
    return result < 0 || !node->running ? result : mw_outbox_status(node);
}

uint32_t mw_monitoring_kept_length(const struct mw_node *node) { return node->monitoring.stay == 0 ? 0 : KEPT_BYTES; }

void mw_monitoring_keep(const struct mw_node *node, uint8_t *bytes) {
    mw_put_u32(bytes, node->monitoring.stay);
    mw_put_u32(bytes + 4, node->configuration.has_pacemaker != 0 ? 1 : 0);
}

void mw_monitoring_restore(struct mw_node *node, const uint8_t *bytes, uint32_t length) {
    if (length == KEPT_BYTES) {
        node->monitoring.stay = mw_u32(bytes);
        node->configuration.has_pacemaker = mw_u32(bytes + 4) != 0 ? 1 : 0;
        (void)mw_heart_next_patient(&node->monitoring.heart, node->configuration.has_pacemaker != 0); /* nothing stands */
    }
}

int mw_monitoring_samples(struct mw_node *node, const int16_t *samples, uint32_t count) {
    node->ledger.counts[MW_LEDGER_SAMPLES] += count;
    return mw_heart_samples(&node->monitoring.heart, samples, count);
}
