/* Where the node watches a heart: beats, events and vitals as frames. */
#ifndef MILLIWATT_NODE_MONITORING_H
#define MILLIWATT_NODE_MONITORING_H

#include "milliwatt/frame.h"
#include "milliwatt/heart.h"

#include <stdbool.h>
#include <stdint.h>

/* Beats are told together, when the first of them has waited for so long, when so many wait, or with an event. */
#define MW_BEATS_INTERVAL_MILLIS 5000U
#define MW_BEATS_TOGETHER 16U

struct mw_node;

struct mw_monitoring {
    struct mw_heart heart;
    struct mw_heart_listener listener;
    struct mw_told_beat beats[MW_BEATS_TOGETHER];
    uint64_t beats_start_millis; /* of the first that waits */
    uint64_t last_beat_millis;
    uint32_t beats_waiting;
    uint32_t waiting_since_millis;
    uint32_t windows_since_told;
    uint32_t stay;         /* of the patient whom the server told last; 0: none */
    bool watches;          /* the bundle is a heart's */
    bool event_in_window;  /* its values go out whatever the interval */
    bool ectopic_in_window;
    bool onset_in_window;
};

/* Begins to watch in `state`, if the bundle says so. Returns 0 or MW_ERROR_ARGUMENT. */
int mw_monitoring_start(struct mw_node *node, void *state);

/* Forgets the patient: what stands ends, and the heart is watched as after a start. Returns 0 or MW_ERROR_CRYPTO. */
int mw_monitoring_anew(struct mw_node *node);

/* Command 13 of contract/frame.md: another patient, or another word on the pacemaker, begins anew and is confirmed by a status at once;
 * what is known already does nothing. Returns 0, MW_ERROR_UNSUPPORTED in a node that watches no heart, MW_ERROR_FORMAT for values out
 * of range, or MW_ERROR_CRYPTO. */
int mw_monitoring_patient(struct mw_node *node, const struct mw_downlink *downlink);

/* What survives a restart: whom the server told last. Of a heart's state nothing does. */
uint32_t mw_monitoring_kept_length(const struct mw_node *node);
void mw_monitoring_keep(const struct mw_node *node, uint8_t *bytes);
void mw_monitoring_restore(struct mw_node *node, const uint8_t *bytes, uint32_t length);

/* Samples, of which the last was taken at the node's current time. Returns 0 or MW_ERROR_CRYPTO. */
int mw_monitoring_samples(struct mw_node *node, const int16_t *samples, uint32_t count);

#endif
