/* When a node samples and when it rests (include/milliwatt/node.h, mw_node_sleep_millis). */
#ifndef MILLIWATT_NODE_DUTY_H
#define MILLIWATT_NODE_DUTY_H

#include "milliwatt/decision.h"
#include "milliwatt/node.h"

#include <stdbool.h>
#include <stdint.h>

struct mw_duty {
    uint64_t burst_millis; /* when the burst under way began; while resting, the last one */
    uint32_t slept_millis; /* told by mw_node_slept since the last samples */
    uint32_t windows;      /* computed in this burst */
    bool begun;            /* the first burst has */
    bool resting;
    bool settling;   /* the window under way is the first of a burst */
    bool suspicious; /* a window of this burst speaks for a verdict that does not stand */
};

/* Whether the configured duty cycle leaves windows to judge with this recipe section. */
bool mw_duty_holds(const struct mw_node_configuration *configuration, const uint8_t *recipe);

/* `count` samples came; the last was taken at `now_millis`, and the node's clock still stands at the call before. Counts
 * time awake and asleep, and ends a rest that is over. Returns whether the samples are taken: not during a rest. */
bool mw_duty_samples(struct mw_node *node, uint32_t count, uint64_t now_millis);

/* A window ended, judged unless `judgement` is NULL; votes and events are up to date. Begins the rest if the burst is
 * over. Returns whether the window is told: the first of a burst says nothing about the machine. */
bool mw_duty_window(struct mw_node *node, const struct mw_judgement *judgement);

#endif
