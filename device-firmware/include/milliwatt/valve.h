/*
 * Valves with interlocks of their own: whatever the server says or does not say, none stays open beyond its limit
 * (contract/frame.md, kind 14, commands 7 to 10, events 1 to 4).
 *
 * Time is milliseconds of a counter that nothing but a reset sets back, since a clock can be set; it may overflow. Call
 * mw_valves_advance at least once a second while a valve is open, and drive the outputs by mw_valves_open after each call.
 * Times are held as of the latest mw_valves_advance, so a call that is late closes late by as much.
 *
 * One flow meter serves all valves; what flows while several are open counts in equal parts.
 */
#ifndef MILLIWATT_VALVE_H
#define MILLIWATT_VALVE_H

#include "milliwatt/frame.h"

#include <stdbool.h>
#include <stdint.h>

#define MW_VALVES 4U
#define MW_VALVE_LONGEST_SECONDS 86400U

enum mw_valve_interlock {
    MW_INTERLOCK_SENSOR_STALE = 1,   /* no valve is open without a reading for `stale_seconds` */
    MW_INTERLOCK_SENSOR_FLAGGED = 2, /* nor while a reading carries one of `closing_flags` */
    MW_INTERLOCK_LEAK = 4,           /* none opens while a leak stands */
    MW_INTERLOCK_BLOCKED = 8         /* one through which nothing flows is closed; without this it is only told */
};

/* Field order without holes: Java writes this struct by offset. */
struct mw_valve_settings {
    uint32_t maximum_seconds[MW_VALVES]; /* open on end, 1 .. MW_VALVE_LONGEST_SECONDS */
    uint32_t millilitres_per_pulse;      /* 0: there is no flow meter */
    uint32_t link_seconds;               /* closed when the server was not heard for so long; 0: never */
    uint32_t stale_seconds;
    uint16_t blocked_seconds;     /* open so long without a pulse; 0: not watched */
    uint16_t settling_seconds;    /* what flows so soon after the last valve closed is no leak */
    uint16_t leak_seconds;        /* a leak is `leak_pulses` within so long; 0: not watched */
    uint16_t leak_pulses;
    uint16_t closing_flags;       /* enum mw_soil_quality */
    uint8_t count;                /* of valves, 0 .. MW_VALVES */
    uint8_t interlocks;           /* enum mw_valve_interlock */
};

/* Called for all that is to be told. A negative result of one of them is handed on. */
struct mw_valve_listener {
    void *context;
    int (*state)(void *context, const struct mw_valve_state *state);
    int (*event)(void *context, const struct mw_event_body *event);
};

enum mw_valve_event { MW_EVENT_LEAK = 1, MW_EVENT_BLOCKED = 2, MW_EVENT_CUT_SHORT = 3, MW_EVENT_STOPPED = 4 };

struct mw_valve {
    uint64_t millilitres;
    uint32_t opened_millis;
    uint32_t limit_millis;   /* since it was opened */
    uint32_t flowed_millis;  /* when a pulse came last, or it was opened */
    uint32_t told_millis;
    uint32_t sequence;
    bool open;
    bool limited;            /* the command wanted longer than the maximum */
    bool blocked;
    bool cut_short;
};

struct mw_valves {
    struct mw_valve valves[MW_VALVES];
    const struct mw_valve_settings *settings;
    const struct mw_valve_listener *listener;
    uint32_t now_millis;
    uint32_t heard_millis;   /* the server, last */
    uint32_t reading_millis; /* of the probes, last */
    uint32_t closed_millis;  /* when the last open valve closed */
    uint32_t leak_millis;    /* when the window under way began */
    uint32_t pulses;         /* of the meter, as of the latest call */
    uint32_t leak_pulses;    /* in the window under way */
    uint32_t leak_total;     /* since all were closed */
    uint32_t sequence;       /* of the latest command obeyed */
    bool begun;
    bool commanded;          /* a sequence is held */
    bool stopped;            /* an emergency stop stands */
    bool leaks;
    bool fresh;              /* a reading has come, not too long ago */
    bool link_lost;
    bool flagged;
};

/* Begins with every valve closed; the first mw_valves_advance tells so. `stopped`: a stop stood before the restart. Settings
 * and listener must outlive the valves. Returns 0 or MW_ERROR_ARGUMENT. */
int mw_valves_start(struct mw_valves *valves, const struct mw_valve_settings *settings,
                    const struct mw_valve_listener *listener, bool stopped);

/* The time has come to `uptime_millis`, and the meter's counter, which may overflow, to `pulses`. */
int mw_valves_advance(struct mw_valves *valves, uint32_t uptime_millis, uint32_t pulses);

/* Commands 7 to 10. `late`: the clock is past the latest start. Return 0, MW_ERROR_REPLAY for a sequence that is not above the
 * latest one (opening and lifting only), or what the listener returns. A command to open that is not carried out is told, and so is
 * every valve that a command to close or to stop finds closed. */
int mw_valves_command_open(struct mw_valves *valves, uint32_t valve, uint32_t seconds, uint32_t sequence, bool late);
int mw_valves_command_close(struct mw_valves *valves, uint32_t valve, uint32_t sequence);
int mw_valves_command_stop(struct mw_valves *valves, uint32_t sequence);
int mw_valves_command_lift(struct mw_valves *valves, uint32_t sequence);

/* The server was heard: a genuine frame came, or the transport delivered one. */
void mw_valves_heard(struct mw_valves *valves);

/* The probes were read; `quality` are the flags of all depths. No valve that they forbid is open afterwards. */
int mw_valves_reading(struct mw_valves *valves, uint16_t quality);

/* Bit 0 for valve 1, and so on. */
uint32_t mw_valves_open(const struct mw_valves *valves);

/* Closes all at once, before a restart that is wanted; nothing is told but by the next start. */
void mw_valves_shut(struct mw_valves *valves);

#endif
