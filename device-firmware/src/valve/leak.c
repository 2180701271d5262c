#include "milliwatt/error.h"
#include "valve_parts.h"

#define SECONDS_PER_HOUR 3600U

/* Leak or none, judged over windows of equal length while every valve is closed. */
int mw_valves_watch_for_leak(struct mw_valves *valves, uint32_t pulses) {
    const struct mw_valve_settings *settings = valves->settings;
    if (settings->leak_seconds == 0 ||
        (!valves->leaks && !elapsed(valves->now_millis, valves->closed_millis, settings->settling_seconds))) {
        valves->leak_millis = valves->now_millis;
        return MW_OK;
    }
    valves->leak_pulses += pulses;
    valves->leak_total += pulses;
    bool over = elapsed(valves->now_millis, valves->leak_millis, settings->leak_seconds);
    bool flows = valves->leak_pulses >= settings->leak_pulses;
    if (!over && (!flows || valves->leaks)) {
        return MW_OK;
    }
    uint64_t millilitres_an_hour =
        (uint64_t)valves->leak_pulses * settings->millilitres_per_pulse * SECONDS_PER_HOUR / settings->leak_seconds;
    const int32_t values[] = {
        within_int32(litres((uint64_t)valves->leak_total * settings->millilitres_per_pulse)),
        within_int32(litres(millilitres_an_hour))};
    bool changed = flows != valves->leaks;
    valves->leaks = flows;
    valves->leak_millis = valves->now_millis;
    valves->leak_pulses = 0;
    return changed ? mw_valves_tell_event(valves, MW_EVENT_LEAK, flows, values, 2) : MW_OK;
}
