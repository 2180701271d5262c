/* Where the node watches a soil and works valves: readings, valve states and events as frames, commands to both. */
#ifndef MILLIWATT_NODE_IRRIGATING_H
#define MILLIWATT_NODE_IRRIGATING_H

#include "milliwatt/soil.h"
#include "milliwatt/valve.h"

#include <stdbool.h>
#include <stdint.h>

struct mw_node;
struct mw_downlink;

struct mw_irrigating {
    struct mw_soil soil;
    struct mw_valves valves;
    struct mw_valve_listener listener;
    uint32_t answered_seconds[MW_SOIL_DEPTHS]; /* when each probe answered last */
    uint32_t rain_tenths;                      /* since boot */
    uint32_t told_rain_tenths;
    uint32_t told_seconds; /* of the last reading told */
    uint32_t first_pulses;
    uint32_t sampled_pulses;   /* as of the last reading */
    uint32_t watered_rest;     /* millilitres that are not yet a tenth of a millimetre */
    uint32_t area_square_decimetres;
    uint8_t stale;         /* probes, a bit for each; the events stand for all of them together */
    uint8_t flagged;
    bool needed;
    bool told;             /* a reading, since boot */
    bool watered;          /* a valve has changed since the last reading told */
    bool opened;           /* a valve has been open since the last reading */
    bool lined;            /* lines were set since the last reading told */
    bool compact;          /* readings that fit go in the compact form */
    bool owed;             /* one of those was dropped */
    bool is_set_up;
};

/* The server was heard. Nothing in a node that is not set up. */
void mw_irrigating_heard(struct mw_node *node);

/* Commands 7 to 12. Returns 0, MW_ERROR_UNSUPPORTED in a node that is not set up, MW_ERROR_FORMAT for values out of range,
 * MW_ERROR_REPLAY for a valve's sequence that is not new, or MW_ERROR_CRYPTO. */
int mw_irrigating_obey(struct mw_node *node, const struct mw_downlink *downlink, uint64_t now_millis);

/* Command 3. */
int mw_irrigating_anew(struct mw_node *node);

#endif
