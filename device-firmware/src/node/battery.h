/* The supply of a node: its voltage in the status, and the event of a low battery where the node watches a heart. */
#ifndef MILLIWATT_NODE_BATTERY_H
#define MILLIWATT_NODE_BATTERY_H

#include <stdbool.h>
#include <stdint.h>

/* The number of the event (frame.md, event). */
#define MW_EVENT_BATTERY_LOW 22

struct mw_battery {
    uint32_t low_since_millis; /* by the node's clock */
    uint16_t millivolts;       /* measured last; 0: never */
    uint8_t measurements;      /* on end that speak against what is told */
    bool low;                  /* as told */
};

#endif
