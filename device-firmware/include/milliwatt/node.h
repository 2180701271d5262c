/*
 * The node: samples in, frames out, acknowledgements and commands in (contract/frame.md).
 *
 * One block of caller-owned memory holds everything: ask mw_node_size, hand over that many bytes aligned to 8. The bundle
 * stays where it is and unchanged. A node is not safe for several threads; different nodes are independent.
 *
 * Frames are built once, with their MAC, into a store that keeps them until they are delivered; an event until the
 * server has acknowledged it. When the store is full the oldest frame that is not an event goes, and is counted.
 */
#ifndef MILLIWATT_NODE_H
#define MILLIWATT_NODE_H

#include "milliwatt/crypto.h"
#include "milliwatt/frame.h"
#include "milliwatt/journal.h"
#include "milliwatt/recipe.h"
#include "milliwatt/soil.h"
#include "milliwatt/update.h"
#include "milliwatt/valve.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Without an acknowledgement for so long after an onset event, the local alarm signal comes on. */
#define MW_EVENT_ACKNOWLEDGEMENT_MILLIS 10000U

/* A frame handed out and not reported delivered is handed out again after this. */
#define MW_RESEND_MILLIS 20000U

/* A reading in the compact form that has waited for so long is dropped, since the server takes it for one of now. */
#define MW_COMPACT_FRESH_MILLIS 60000U

/* The gateway's memory of sequences reaches so far back (contract/frame.md, "Received twice"). */
#define MW_MAX_FRAMES_HELD 4096U

#define MW_STATUS_INTERVAL_MILLIS 60000U

/* A node that watches a soil speaks when something happened; its status tells once a day that it lives. */
#define MW_SOIL_STATUS_INTERVAL_MILLIS 86400000U

/* An event keeps a duty-cycled node awake for its acknowledgement for so long at most. */
#define MW_EVENT_AWAKE_MILLIS 60000U

enum mw_domain { MW_DOMAIN_VIBRATION = 1, MW_DOMAIN_ECG = 2, MW_DOMAIN_IRRIGATION = 3 };

/* When a heart's rhythm is told (heart_rhythm.h, struct mw_rhythm_limits; 0 takes the default), and when its lead is clipped. */
struct mw_patient_limits {
    uint16_t pause_milliseconds;
    uint16_t bradycardia; /* per minute */
    uint16_t tachycardia;
    uint16_t frequent_ventricular; /* in a minute */
    int16_t lowest_rail;           /* of the lead's converter; both 0: those of int16 */
    int16_t highest_rail;
};

/* Field order without holes: Java writes this struct by offset. */
struct mw_node_configuration {
    uint32_t node_id;
    uint32_t boot_id; /* larger than at every earlier start */
    struct mw_sensor sensor;
    uint32_t shaft_speed_millihertz;   /* at the start; 0 .. 1 000 000 */
    uint32_t hardware_class;           /* bit set, matched against the bundle's target class */
    uint32_t capture_interval_seconds; /* a waveform capture so often; 0: only on request */
    uint32_t capture_block_samples;    /* samples of one waveform block, at most one second; 0: one second */
    uint32_t ring_bytes;               /* the frame store */
    uint32_t burst_interval_seconds;   /* from one burst's begin to the next one's, 1 .. 1 000 000; unused without bursts */
    uint16_t feature_interval_windows; /* a features frame every so many windows; at least 1 */
    uint16_t burst_windows;            /* windows computed per burst, more than the recipe warms up; 0: continuous */
    uint8_t capture_blocks;            /* blocks of one capture; at least 1 */
    uint8_t domain;                    /* enum mw_domain */
    uint8_t unit;                      /* of a sample, as in a waveform block (frame.md, kind 4), 1 .. 6 */
    uint8_t channel;
    uint8_t unsigned_bundle_allowed; /* 1 for development */
    uint8_t streamed_channels;       /* told as continuous waveforms: 0 none, 1 the samples, 2 those of the second lead too */
    uint16_t battery_low_millivolts; /* of a node that watches a heart: below it the battery is told as low; 0: never */
    uint8_t key[MW_KEY_LENGTH];
    uint8_t public_key[MW_PUBLIC_KEY_LENGTH]; /* of whoever signs bundles; unused when all 0 and unsigned ones are allowed */
    uint8_t has_pacemaker;    /* the patient of a node that watches a heart, until the server tells: 0 or 1 */
    uint8_t reserved_end[2];
    struct mw_patient_limits limits; /* of a node that watches a heart */
};

struct mw_node;

/* Bytes of memory for this configuration and bundle, or a negative error of mw_node_start. */
int64_t mw_node_size(const struct mw_node_configuration *configuration, const uint8_t *bundle, size_t length);

/*
 * Starts a node in `memory`. Checks the configuration, the bundle (format, checksum, hardware class, recipe digest,
 * signature unless unsigned ones are allowed, recipe, self-test). Returns 0 with *node set, or
 * MW_ERROR_ARGUMENT, _MEMORY, _TARGET, _SIGNATURE, _SELF_TEST, _RECIPE or an error of mw_bundle_parse.
 */
int mw_node_start(struct mw_node **node, void *memory, size_t memory_length,
                  const struct mw_node_configuration *configuration, const uint8_t *bundle, size_t length,
                  const struct mw_crypto *crypto);

/* Starts a node that takes updates: mw_update_boot chooses the model, and one that cannot be started falls back to the next.
 * The updater's keys count, not the configuration's. `memory` is what the largest model may need: a later one that needs more
 * is refused. `after_fault` as in mw_update_boot. Returns 0 or the error of the last model tried, MW_ERROR_NOT_FOUND where
 * there was none. */
int mw_node_start_updatable(struct mw_node **node, void *memory, size_t memory_length,
                            const struct mw_node_configuration *configuration, struct mw_update *update,
                            bool after_fault);

/* Keeps every frame in an open journal as well, and takes over what it holds: after mw_node_start and mw_node_restore, before the
 * first samples. The store in RAM then holds the part at hand. Frames longer than mw_journal_largest stay in RAM only.
 * The journal must outlive the node. Returns 0 or MW_ERROR_ARGUMENT (too late, or there is one). */
int mw_node_attach_journal(struct mw_node *node, struct mw_journal *journal);

/* Whether the port should restart the node (mw_update_open, mw_node_start_updatable with a larger boot id, restore), which
 * then runs another model. Asked after mw_node_samples. */
bool mw_node_restart_wanted(const struct mw_node *node);

/* Takes samples whose last was taken at `now_millis` (milliseconds since 1970 by the node's clock). Also keeps the status
 * interval, so call it at least every few seconds. Returns 0, MW_ERROR_CRYPTO, or MW_ERROR_ARGUMENT where the bundle watches a
 * soil. */
int mw_node_samples(struct mw_node *node, const int16_t *samples, uint32_t count, uint64_t now_millis);

/* Samples of the second lead, taken at the same times as those just given to mw_node_samples: they are told as the continuous
 * waveform of channel 1, and nothing is judged by them. Returns 0, MW_ERROR_CRYPTO, or MW_ERROR_ARGUMENT where the configuration
 * does not stream two channels or mw_node_samples has not taken so many. */
int mw_node_second_lead(struct mw_node *node, const int16_t *samples, uint32_t count);

/* What further sensors at the patient measured goes out as a frame of its own. Returns 0, MW_ERROR_CRYPTO, or MW_ERROR_ARGUMENT
 * for a value outside its range (frame.h). */
int mw_node_sensor_vitals(struct mw_node *node, const struct mw_sensor_vitals *vitals);

/*
 * How long the port may sleep from `now_millis` on, with the sensor off; 0: keep sampling. Send first what
 * mw_node_next_frame gives, listen for the answer, then ask.
 *
 * With bursts configured a burst ends with its last window, and samples given during the rest are left out. With a burst
 * the recipe warms up anew: its first window carries MW_QUALITY_WARMING_UP, is not judged, teaches no baseline and is not
 * told. These postpone the rest: a capture wanted or running; an event without acknowledgement, for MW_EVENT_AWAKE_MILLIS;
 * a judged window that speaks for a verdict which does not stand, for as many windows more as the decision rule counts.
 * A capture that is asked for ends the rest; a periodic one waits for the next burst. No status is told while resting
 * unless the local alarm signal changes.
 */
uint32_t mw_node_sleep_millis(const struct mw_node *node, uint64_t now_millis);

/* Of a node that watches a soil: its probes and its valves. Field order without holes: Java writes this struct by offset. */
struct mw_irrigation {
    struct mw_soil_settings soil;
    struct mw_valve_settings valves;
    uint32_t area_square_decimetres; /* that the valves water; what they give counts as rain for the soil. 0: not known */
    uint32_t compact; /* 1: readings that fit go in the 11 bytes of the compact form, which has no time */
};

/* Sets up a node whose bundle is a soil's, after its start and before mw_node_restore. `irrigation` must outlive the node. Returns
 * 0, or MW_ERROR_ARGUMENT for another bundle, settings out of range, or a node that runs already. */
int mw_node_irrigate(struct mw_node *node, const struct mw_irrigation *irrigation);

/* A reading of the probes, about every quarter of an hour; its time is the node's, its rain that of the gauge alone. What it brings goes out as frames, and nothing
 * goes out while nothing happens. One that is not newer than the last changes nothing, but an hour or more before it the clock was
 * wrong, and the soil is watched anew. Call mw_node_water first. Returns 0, MW_ERROR_ARGUMENT in a node that is not set up for it,
 * or MW_ERROR_CRYPTO. */
int mw_node_soil(struct mw_node *node, const struct mw_soil_sample *sample);

/* Valves and flow, as of now: at least once a second while a valve is open, and before mw_node_soil and mw_node_receive.
 * `uptime_millis` and `flow_pulses` are as mw_valves_advance takes them. Afterwards, and after mw_node_soil and mw_node_receive,
 * drive the outputs by mw_node_open_valves. Returns as mw_node_soil. */
int mw_node_water(struct mw_node *node, uint32_t uptime_millis, uint32_t flow_pulses, uint64_t now_millis);

/* Which valves are to be open: bit 0 for valve 1. */
uint32_t mw_node_open_valves(const struct mw_node *node);

/* The shaft's speed from now on, 0 .. 1 000 000 mHz. Returns 0 or MW_ERROR_ARGUMENT. */
int mw_node_shaft_speed(struct mw_node *node, uint32_t millihertz);

/* The supply's voltage as the port has just measured it, 1 .. 65535 mV, best while the radio is quiet; once a minute will do. Statuses
 * tell it. Where a heart is watched and a limit configured, three measurements on end below the limit are told as event 22, and three
 * at 33/32 of it and more as its end. Returns 0, MW_ERROR_ARGUMENT or MW_ERROR_CRYPTO. */
int mw_node_battery(struct mw_node *node, uint32_t millivolts);

/* The next frame to send: events first, then the oldest. Returns its length with *frame pointing into the node until the
 * next call of any mw_node function, or 0 when there is nothing to send now. */
uint32_t mw_node_next_frame(struct mw_node *node, uint64_t now_millis, const uint8_t **frame);

/* Boot and sequence of a frame that mw_node_next_frame has just given, also of one in the compact form, which does not tell them. */
void mw_node_frame_identity(const uint8_t *frame, uint32_t *boot, uint32_t *sequence);

/* The transport has delivered this frame (PUBACK). An event stays held until its acknowledgement. Unknown ones are fine. */
void mw_node_delivered(struct mw_node *node, uint32_t boot, uint32_t sequence);

/* The connection was lost: everything handed out and not delivered is to be sent again. */
void mw_node_resend(struct mw_node *node);

/* A frame, or a fragment of an update, for the node has come. An offer erases flash, and the last fragment examines the
 * bundle: these two take long. Returns 0, or MW_ERROR_FORMAT (not well-formed or not deterministic), _VERSION,
 * _NOT_FOR_US, _MAC, _REPLAY (also of the sequence of a valve's command), _UNSUPPORTED (unknown kind or command), _NOT_FOUND (no update that the fragment or command
 * is for), _FLASH. A refusal changes nothing but, where the frame was genuine, the newest frame heard. */
int mw_node_receive(struct mw_node *node, const uint8_t *frame, size_t length, uint64_t now_millis);

/* What commands 2, 3 and 4 of contract/frame.md do: freeze the baseline learnt, learn it anew (the recipe's baselines too; a node
 * that watches a heart forgets the patient and begins anew), tell it now. Return 0, MW_ERROR_UNSUPPORTED when this bundle has nothing of the kind to learn, or MW_ERROR_CRYPTO. */
int mw_node_freeze_baseline(struct mw_node *node);
int mw_node_learn_anew(struct mw_node *node);
int mw_node_send_learning(struct mw_node *node);

/* Asks for a waveform capture that begins with the next sample. `capture_id` is carried by its blocks. */
void mw_node_request_capture(struct mw_node *node, uint32_t capture_id);

/* Whether an onset event waits for its acknowledgement for longer than MW_EVENT_ACKNOWLEDGEMENT_MILLIS, was refused, or
 * had to be dropped. */
bool mw_node_local_alarm(const struct mw_node *node, uint64_t now_millis);

uint32_t mw_node_held_frames(const struct mw_node *node);
uint32_t mw_node_dropped_frames(const struct mw_node *node); /* since this boot */

/* What must survive a restart: held frames, the learned recipe state, the patient told last, the newest frame heard from the server; with a
 * CRC-32 and, because the learned state is taken as it is, the node's MAC. mw_node_snapshot returns the bytes written, or
 * MW_ERROR_MEMORY or MW_ERROR_CRYPTO. */
uint32_t mw_node_snapshot_size(const struct mw_node *node);
int64_t mw_node_snapshot(const struct mw_node *node, uint8_t *bytes, size_t capacity);

/* Into a node just started with a larger boot id. Returns 0, or MW_ERROR_TRUNCATED, _MAGIC, _CHECKSUM, _FORMAT,
 * _NOT_FOR_US (another node's), _MAC, _ARGUMENT (boot id not larger, or the node holds frames already); an error changes
 * nothing. Frames that exceed the store are dropped by its rule; learned state of another recipe is left out. */
int mw_node_restore(struct mw_node *node, const uint8_t *bytes, size_t length);

#endif
