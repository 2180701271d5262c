/* The inside of a node. One block of memory: this struct, the recipe's state, one waveform block, the
 * model's scratch, the frame store. */
#ifndef MILLIWATT_NODE_STATE_H
#define MILLIWATT_NODE_STATE_H

#include "milliwatt/bundle.h"
#include "milliwatt/decision.h"
#include "milliwatt/frame.h"
#include "milliwatt/learning.h"
#include "milliwatt/ledger.h"
#include "milliwatt/node.h"
#include "milliwatt/recipe.h"
#include "battery.h"
#include "duty.h"
#include "irrigating.h"
#include "journaling.h"
#include "monitoring.h"
#include "store.h"
#include "streaming.h"
#include "timeline.h"
#include "updating.h"

#define MW_BUNDLE_DIGEST_BYTES 8

/* A waveform capture: wanted, running block by block, or neither. */
struct mw_capture {
    int16_t *samples;
    uint64_t block_start_millis;
    uint32_t block_length;
    uint32_t filled;
    uint32_t id;
    uint32_t wanted_id;
    uint8_t block;
    bool running;
    bool wanted;
};

struct mw_node {
    struct mw_node_configuration configuration;
    const struct mw_crypto *crypto;
    struct mw_bundle bundle;
    struct mw_model model;
    uint8_t bundle_digest[MW_BUNDLE_DIGEST_BYTES];
    struct mw_recipe recipe;
    uint8_t *recipe_state;
    uint32_t recipe_state_length;
    uint32_t sample_rate_millihertz;
    struct mw_learning learning; /* in use when the bundle has a learning section */
    struct mw_votes votes;
    struct mw_store store;
    struct mw_capture capture;
    struct mw_timeline timeline;
    struct mw_stream streams[MW_STREAMS];
    uint32_t stream_length; /* samples of a streamed block */
    struct mw_duty duty;
    struct mw_monitoring monitoring;
    struct mw_irrigating irrigating;
    struct mw_battery battery;
    struct mw_ledger ledger;
    uint64_t started_millis;
    uint64_t now_millis;
    uint64_t frame_millis; /* time of the newest frame */
    uint32_t next_sequence;
    uint32_t status_millis;
    uint32_t capture_seconds; /* when the last periodic capture began */
    uint32_t windows_since_features;
    uint32_t heard_boot; /* of the newest frame accepted from the server */
    uint32_t heard_sequence;
    uint16_t quality; /* of the last window; warming up before the first */
    bool running;     /* the first samples have come */
    bool alarm_told;  /* what the newest status said about the local alarm signal */
    bool heard;
    bool refused;       /* the server refused an onset event and has stored none since */
    bool window_broken; /* the window under way began before a restart */
    struct mw_updating updating;
    struct mw_journal *journal; /* NULL: frames are in RAM only */
};

/* As mw_node_start; with an updater, its keys decide on the signature. */
int mw_node_start_with(struct mw_node **node, void *memory, size_t memory_length,
                       const struct mw_node_configuration *configuration, const uint8_t *bundle, size_t length,
                       const struct mw_crypto *crypto, const struct mw_update *update);

/* Hardware, signature, recipe digest. Returns 0, MW_ERROR_TARGET, _SIGNATURE, _NOT_FOUND (key id unknown), _RECIPE or
 * _CRYPTO. */
int mw_node_accept(const struct mw_node_configuration *configuration, const struct mw_bundle *bundle,
                   const struct mw_crypto *crypto, const struct mw_update *update);

/* Builds one frame into the store: begin, write the body into the result unless it is NULL, finish. */
struct mw_cbor mw_outbox_begin(struct mw_node *node, uint8_t kind, uint32_t body_capacity);
int mw_outbox_finish(struct mw_node *node, struct mw_cbor *out, uint32_t flags);

/* Time goes on: status, what stands after a start, the update under way. */
int mw_node_keep_time(struct mw_node *node, uint64_t now_millis);

int mw_outbox_status(struct mw_node *node);
int mw_outbox_features(struct mw_node *node, const struct mw_features *features, const struct mw_judgement *judgement);
/* One block of signal: samples, their number, start and place are given, the rest is the node's. */
int mw_outbox_waveform(struct mw_node *node, struct mw_waveform_body *body);
/* A reading in the compact form. Returns 1, 0 where it does not fit that form or the store has no room, or MW_ERROR_CRYPTO. */
int mw_outbox_compact(struct mw_node *node, const struct mw_soil_body *body);
int mw_outbox_event(struct mw_node *node, const struct mw_event_body *event);

/* Begins to learn in `memory`, mw_learning_memory_size bytes, if the bundle says how. */
void mw_baseline_start(struct mw_node *node, void *memory);

/* Whether windows can be judged: nothing is to be learnt, or it is learnt. */
bool mw_baseline_is_ready(const struct mw_node *node);

/* Learns from a window. `quality` is the recipe's. */
int mw_baseline_window(struct mw_node *node, const struct mw_features *features, uint16_t quality);

/* Begins a capture if one is due or wanted, and adds the samples to the running one. The last of them was taken at the
 * node's current time. */
int mw_capture_samples(struct mw_node *node, const int16_t *samples, uint32_t count);

#endif
