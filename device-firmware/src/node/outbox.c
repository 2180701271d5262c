#include "milliwatt/error.h"
#include "state.h"

#include <stddef.h>

/* 2020-01-01: a clock that tells an earlier time has never been set. */
#define CLOCK_SET_MILLIS 1577836800000ULL

#define VALUE_CAPACITY 5U /* a 32-bit integer in CBOR */

/* Frames of one burst take following milliseconds, so that their times tell their order. A clock that was set back by more
 * than such a burst is followed. */
#define LONGEST_BURST_MILLIS 1000U

static uint64_t frame_time(const struct mw_node *node) {
    uint64_t ahead = node->frame_millis - node->now_millis;
    return node->next_sequence > 0 && ahead < LONGEST_BURST_MILLIS ? node->frame_millis + 1 : node->now_millis;
}

static void make_room_for_sequence(struct mw_node *node) {
    mw_store_drop_older(&node->store, node->configuration.boot_id, node->next_sequence, MW_MAX_FRAMES_HELD);
    while (node->store.frames >= MW_MAX_FRAMES_HELD && mw_store_drop_one(&node->store)) {
    }
}

int mw_outbox_compact(struct mw_node *node, const struct mw_soil_body *body) {
    make_room_for_sequence(node);
    uint8_t *room = mw_store_reserve(&node->store, MW_COMPACT_BYTES);
    if (room == NULL) {
        return 0;
    }
    const struct mw_frame_head head = {node->configuration.node_id, node->configuration.boot_id, node->next_sequence,
                                       node->now_millis, MW_FRAME_SOIL_READING};
    int32_t length = mw_frame_compact(room, &head, body, node->configuration.key, node->crypto);
    if (length <= 0) {
        return length;
    }
    const struct mw_record record = {
        (uint32_t)length, head.boot, head.sequence, (uint32_t)node->now_millis, 0, 0};
    mw_store_commit(&node->store, &record);
    node->next_sequence++;
    node->ledger.counts[MW_LEDGER_FRAMES_BUILT]++;
    return 1;
}

struct mw_cbor mw_outbox_begin(struct mw_node *node, uint8_t kind, uint32_t body_capacity) {
    struct mw_cbor out = {NULL, 0, 0, false};
    uint32_t capacity = MW_FRAME_OVERHEAD + body_capacity;
    make_room_for_sequence(node);
    out.bytes = mw_store_reserve(&node->store, capacity);
    if (out.bytes != NULL) {
        node->frame_millis = frame_time(node);
        struct mw_frame_head head = {node->configuration.node_id, node->configuration.boot_id, node->next_sequence,
                                     node->frame_millis, kind};
        out.capacity = capacity;
        mw_frame_begin(&out, &head);
    }
    return out;
}

int mw_outbox_finish(struct mw_node *node, struct mw_cbor *out, uint32_t flags) {
    int32_t length = mw_frame_seal(out, node->configuration.key, node->crypto);
    if (length < 0) {
        return length;
    }
    struct mw_record record = {(uint32_t)length,      node->configuration.boot_id, node->next_sequence,
                               (uint32_t)node->frame_millis, 0,                       flags};
    mw_journaling_add(node, &record, out->bytes);
    mw_store_commit(&node->store, &record);
    node->next_sequence++;
    node->ledger.counts[MW_LEDGER_FRAMES_BUILT]++;
    return MW_OK;
}

int mw_outbox_status(struct mw_node *node) {
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_STATUS, MW_LEDGER_BYTES);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    struct mw_status status = {0};
    status.domain = node->configuration.domain;
    status.uptime_seconds = (uint32_t)((node->now_millis - node->started_millis) / 1000);
    status.battery_millivolts = node->battery.millivolts;
    status.held_frames = mw_node_held_frames(node);
    status.dropped_frames = mw_node_dropped_frames(node);
    status.model_id = node->bundle.model_id;
    status.model_version = node->bundle.model_version;
    status.bundle_digest = node->bundle_digest;
    status.flags = (uint8_t)((mw_node_local_alarm(node, node->now_millis) ? MW_STATUS_LOCAL_ALARM : 0) |
                             (node->now_millis < CLOCK_SET_MILLIS ? MW_STATUS_CLOCK_NOT_SET : 0) |
                             ((node->quality & MW_QUALITY_WARMING_UP) != 0 ? MW_STATUS_LEARNING : 0));
    struct mw_ledger ledger;
    mw_node_ledger(node, &ledger);
    status.ledger = &ledger;
    status.stay = node->monitoring.stay;
    status.has_pacemaker = node->configuration.has_pacemaker != 0;
    mw_frame_status(&out, &status);
    return mw_outbox_finish(node, &out, 0);
}

int mw_outbox_features(struct mw_node *node, const struct mw_features *features, const struct mw_judgement *judgement) {
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_FEATURES, VALUE_CAPACITY * MW_RECIPE_MAX_VALUES);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    struct mw_features_body body = {0};
    body.values = features->values;
    body.count = features->count;
    body.recipe_id = node->bundle.recipe_id;
    body.recipe_version = node->bundle.recipe_version;
    body.quality = features->quality;
    body.judged = judgement != NULL;
    if (judgement != NULL) {
        body.verdict = judgement->verdict;
        body.probability = judgement->probability;
        body.model_version = node->bundle.model_version;
    }
    mw_frame_features(&out, &body);
    return mw_outbox_finish(node, &out, 0);
}

int mw_outbox_waveform(struct mw_node *node, struct mw_waveform_body *body) {
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_WAVEFORM, 2 * body->sample_count);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    body->sample_rate_millihertz = node->sample_rate_millihertz;
    body->nano_units_per_count = node->configuration.sensor.nano_units_per_count;
    body->quality = node->quality;
    body->unit = node->configuration.unit;
    mw_frame_waveform(&out, body);
    return mw_outbox_finish(node, &out, 0);
}

int mw_node_sensor_vitals(struct mw_node *node, const struct mw_sensor_vitals *vitals) {
    if (!mw_sensor_vitals_hold(vitals)) {
        return MW_ERROR_ARGUMENT;
    }
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_SENSOR_VITALS, 0);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    mw_frame_sensor_vitals(&out, vitals);
    return mw_outbox_finish(node, &out, 0);
}

int mw_outbox_event(struct mw_node *node, const struct mw_event_body *event) {
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_EVENT, 0);
    if (out.bytes == NULL) {
        node->store.onset_dropped = node->store.onset_dropped || event->onset;
        return MW_OK;
    }
    mw_frame_event(&out, event);
    return mw_outbox_finish(node, &out, MW_RECORD_EVENT | (event->onset ? (uint32_t)MW_RECORD_ONSET : 0U));
}
