/* What the files of valves share. */
#ifndef MILLIWATT_VALVE_PARTS_H
#define MILLIWATT_VALVE_PARTS_H

#include "milliwatt/valve.h"

enum { MILLIS = 1000, MILLILITRES = 1000 };

static inline bool elapsed(uint32_t now, uint32_t since, uint32_t seconds) { return now - since >= seconds * MILLIS; }

static inline int32_t within_int32(uint64_t value) { return value > INT32_MAX ? INT32_MAX : (int32_t)value; }

static inline uint32_t litres(uint64_t millilitres) {
    uint64_t whole = millilitres / MILLILITRES;
    return whole > UINT32_MAX ? UINT32_MAX : (uint32_t)whole;
}

int mw_valves_tell_event(struct mw_valves *valves, enum mw_valve_event event, bool onset, const int32_t *values,
                         uint8_t count);

/* So many pulses came while every valve is closed. */
int mw_valves_watch_for_leak(struct mw_valves *valves, uint32_t pulses);

#endif
