#include "battery.h"

#include "milliwatt/error.h"
#include "state.h"

/* A radio's burst pulls the voltage down for a moment: so many measurements on end count. */
enum { MEASUREMENTS = 3, CERTAIN = 255, URGENCY_LOW = 1, EVENT_VALUES = 3 };

/* An unloaded or warmer battery recovers a little: low ends 1/32 above where it begins. */
enum { RECOVERY_SHARE = 32 };

static int tell(struct mw_node *node, bool onset) {
    uint32_t low_millis = (uint32_t)node->now_millis - node->battery.low_since_millis;
    const int32_t values[EVENT_VALUES] = {0, 0, (int32_t)(low_millis > INT32_MAX ? INT32_MAX : low_millis)};
    const struct mw_event_body event = {.verdict = MW_EVENT_BATTERY_LOW,
                                        .probability = onset ? CERTAIN : 0,
                                        .urgency = URGENCY_LOW,
                                        .onset = onset,
                                        .count = EVENT_VALUES,
                                        .values = values};
    return mw_outbox_event(node, &event);
}

int mw_node_battery(struct mw_node *node, uint32_t millivolts) {
    struct mw_battery *battery = &node->battery;
    uint32_t limit = node->configuration.battery_low_millivolts;
    if (millivolts < 1 || millivolts > UINT16_MAX) {
        return MW_ERROR_ARGUMENT;
    }
    battery->millivolts = (uint16_t)millivolts;
    if (!(node->monitoring.watches || node->irrigating.is_set_up) || !node->running || limit == 0) {
        return MW_OK;
    }
    bool low = battery->low ? millivolts < limit + limit / RECOVERY_SHARE : millivolts < limit;
    battery->measurements = (uint8_t)(low == battery->low ? 0 : battery->measurements + 1);
    if (battery->measurements < MEASUREMENTS) {
        return MW_OK;
    }
    battery->measurements = 0;
    battery->low = low;
    battery->low_since_millis = low ? (uint32_t)node->now_millis : battery->low_since_millis;
    return tell(node, low);
}
