#include "milliwatt/valve.h"

#include "milliwatt/error.h"
#include "valve_parts.h"

#include <stddef.h>
#include <string.h>

enum { TOLD_EVERY_MILLIS = 60000, CERTAIN = 255 };
enum { URGENCY_MEDIUM = 2, URGENCY_HIGH = 3, LARGEST_VALUES = 4 };

uint32_t mw_valves_open(const struct mw_valves *valves) {
    uint32_t open = 0;
    for (uint32_t i = 0; i < valves->settings->count; i++) {
        open |= valves->valves[i].open ? 1U << i : 0U;
    }
    return open;
}

static int tell_state(struct mw_valves *valves, uint32_t index, enum mw_valve_cause cause, uint32_t sequence,
                      uint32_t seconds) {
    const struct mw_valve *valve = &valves->valves[index];
    const struct mw_valve_state state = {.command_sequence = sequence,
                                         .seconds_open = seconds,
                                         .litres = seconds > 0 || valve->open ? litres(valve->millilitres) : 0,
                                         .seconds_limit = valve->open ? valve->limit_millis / MILLIS : 0,
                                         .valve = (uint8_t)(index + 1),
                                         .cause = (uint8_t)cause,
                                         .open = valve->open};
    return valves->listener->state(valves->listener->context, &state);
}

int mw_valves_tell_event(struct mw_valves *valves, enum mw_valve_event event, bool onset, const int32_t *values,
                      uint8_t count) {
    const struct mw_event_body body = {
        .verdict = (uint16_t)event,
        .probability = onset ? CERTAIN : 0,
        .urgency = event == MW_EVENT_LEAK || event == MW_EVENT_STOPPED ? URGENCY_HIGH : URGENCY_MEDIUM,
        .onset = onset,
        .count = count,
        .values = values};
    return valves->listener->event(valves->listener->context, &body);
}

static uint32_t open_seconds(const struct mw_valves *valves, const struct mw_valve *valve) {
    return (valves->now_millis - valve->opened_millis) / MILLIS;
}

/* What an event of one valve says. */
static void values_of(const struct mw_valves *valves, uint32_t index, enum mw_valve_cause cause,
                      int32_t values[LARGEST_VALUES]) {
    const struct mw_valve *valve = &valves->valves[index];
    values[0] = (int32_t)(index + 1);
    values[1] = (int32_t)cause;
    values[2] = within_int32(open_seconds(valves, valve));
    values[3] = within_int32(litres(valve->millilitres));
}

static bool any_cut_short(const struct mw_valves *valves) {
    bool found = false;
    for (uint32_t i = 0; i < valves->settings->count; i++) {
        found = found || valves->valves[i].cut_short;
    }
    return found;
}

static bool any_blocked(const struct mw_valves *valves) {
    bool found = false;
    for (uint32_t i = 0; i < valves->settings->count; i++) {
        found = found || valves->valves[i].blocked;
    }
    return found;
}

static int tell_blocked(struct mw_valves *valves, uint32_t index, bool onset) {
    int32_t values[LARGEST_VALUES];
    values_of(valves, index, MW_VALVE_BLOCKED, values);
    const int32_t told[] = {values[0], values[2], values[3]};
    return mw_valves_tell_event(valves, MW_EVENT_BLOCKED, onset, told, 3);
}

/* The output is off before anything is told, so that nothing that fails on the way keeps a valve open. */
static int close_valve(struct mw_valves *valves, uint32_t index, enum mw_valve_cause cause, uint32_t sequence) {
    struct mw_valve *valve = &valves->valves[index];
    if (!valve->open) {
        return MW_OK;
    }
    int32_t values[LARGEST_VALUES];
    values_of(valves, index, cause, values);
    uint32_t seconds = open_seconds(valves, valve);
    valve->open = false;
    if (mw_valves_open(valves) == 0) {
        valves->closed_millis = valves->now_millis;
        valves->leak_millis = valves->now_millis;
        valves->leak_pulses = 0;
        valves->leak_total = 0;
    }
    bool stood = any_cut_short(valves);
    bool cut_short = cause != MW_VALVE_COMMAND && cause != MW_VALVE_FINISHED && cause != MW_VALVE_EMERGENCY_STOP;
    valve->cut_short = valve->cut_short || cut_short;
    int result = tell_state(valves, index, cause, sequence, seconds);
    if (result == MW_OK && cut_short && !stood) {
        result = mw_valves_tell_event(valves, MW_EVENT_CUT_SHORT, true, values, LARGEST_VALUES);
    }
    return result;
}

static int close_all(struct mw_valves *valves, enum mw_valve_cause cause) {
    int result = MW_OK;
    for (uint32_t i = 0; i < valves->settings->count; i++) {
        int closed = close_valve(valves, i, cause, valves->valves[i].sequence);
        result = result == MW_OK ? closed : result;
    }
    return result;
}

void mw_valves_shut(struct mw_valves *valves) {
    for (uint32_t i = 0; i < MW_VALVES; i++) {
        valves->valves[i].open = false;
    }
}

int mw_valves_start(struct mw_valves *valves, const struct mw_valve_settings *settings,
                    const struct mw_valve_listener *listener, bool stopped) {
    bool holds = settings->count <= MW_VALVES && (settings->leak_seconds == 0 || settings->leak_pulses > 0) &&
                 settings->link_seconds <= MW_VALVE_LONGEST_SECONDS &&
                 settings->stale_seconds <= MW_VALVE_LONGEST_SECONDS;
    for (uint32_t i = 0; i < settings->count && i < MW_VALVES; i++) {
        holds = holds && settings->maximum_seconds[i] >= 1 && settings->maximum_seconds[i] <= MW_VALVE_LONGEST_SECONDS;
    }
    if (!holds) {
        return MW_ERROR_ARGUMENT;
    }
    memset(valves, 0, sizeof *valves);
    valves->settings = settings;
    valves->listener = listener;
    valves->stopped = stopped;
    return MW_OK;
}

/* Which interlock forbids an open valve now; MW_VALVE_COMMAND: none. */
static enum mw_valve_cause forbidden_by(const struct mw_valves *valves) {
    const struct mw_valve_settings *settings = valves->settings;
    if (valves->stopped) {
        return MW_VALVE_EMERGENCY_STOP;
    }
    if (valves->link_lost) {
        return MW_VALVE_LINK_LOST;
    }
    if (valves->leaks && (settings->interlocks & MW_INTERLOCK_LEAK) != 0) {
        return MW_VALVE_LEAK;
    }
    if ((settings->interlocks & MW_INTERLOCK_SENSOR_STALE) != 0 && !valves->fresh) {
        return MW_VALVE_SENSOR_STALE;
    }
    if ((settings->interlocks & MW_INTERLOCK_SENSOR_FLAGGED) != 0 && valves->flagged) {
        return MW_VALVE_SENSOR_FLAGGED;
    }
    return MW_VALVE_COMMAND;
}

/* Kept as states, because differences of a counter that overflows become small again. */
static void notice_age(struct mw_valves *valves) {
    const struct mw_valve_settings *settings = valves->settings;
    if (settings->link_seconds > 0 && elapsed(valves->now_millis, valves->heard_millis, settings->link_seconds)) {
        valves->link_lost = true;
    }
    if (elapsed(valves->now_millis, valves->reading_millis, settings->stale_seconds)) {
        valves->fresh = false;
    }
}

static void meter(struct mw_valves *valves, uint32_t pulses) {
    uint32_t open = 0;
    for (uint32_t i = 0; i < valves->settings->count; i++) {
        open += valves->valves[i].open ? 1U : 0U;
    }
    for (uint32_t i = 0; i < valves->settings->count && pulses > 0; i++) {
        struct mw_valve *valve = &valves->valves[i];
        if (valve->open) {
            valve->millilitres += (uint64_t)pulses * valves->settings->millilitres_per_pulse / open;
            valve->flowed_millis = valves->now_millis;
        }
    }
}

static int watch_flow(struct mw_valves *valves, uint32_t index) {
    const struct mw_valve_settings *settings = valves->settings;
    struct mw_valve *valve = &valves->valves[index];
    if (settings->millilitres_per_pulse == 0 || settings->blocked_seconds == 0) {
        return MW_OK;
    }
    int result = MW_OK;
    bool stood = any_blocked(valves);
    if (!elapsed(valves->now_millis, valve->flowed_millis, settings->blocked_seconds)) {
        valve->blocked = valve->blocked && valve->millilitres == 0; /* only flow shows that it no longer is */
        return stood && !any_blocked(valves) ? tell_blocked(valves, index, false) : MW_OK;
    }
    valve->blocked = true;
    if (!stood) {
        result = tell_blocked(valves, index, true);
    }
    bool closes = (settings->interlocks & MW_INTERLOCK_BLOCKED) != 0;
    int closed = closes ? close_valve(valves, index, MW_VALVE_BLOCKED, valve->sequence) : MW_OK;
    return result == MW_OK ? closed : result;
}

/* Limits of one open valve. */
static int watch_valve(struct mw_valves *valves, uint32_t index) {
    struct mw_valve *valve = &valves->valves[index];
    if (!valve->open) {
        return MW_OK;
    }
    if (valves->now_millis - valve->opened_millis >= valve->limit_millis) {
        return close_valve(valves, index, valve->limited ? MW_VALVE_MAXIMUM_TIME : MW_VALVE_FINISHED, valve->sequence);
    }
    int result = watch_flow(valves, index);
    if (result == MW_OK && valve->open && valves->now_millis - valve->told_millis >= TOLD_EVERY_MILLIS) {
        valve->told_millis = valves->now_millis;
        result = tell_state(valves, index, MW_VALVE_COMMAND, valve->sequence, open_seconds(valves, valve));
    }
    return result;
}

static int begin(struct mw_valves *valves, uint32_t pulses) {
    valves->begun = true;
    valves->pulses = pulses;
    valves->heard_millis = valves->now_millis;
    valves->closed_millis = valves->now_millis;
    valves->leak_millis = valves->now_millis;
    int result = MW_OK;
    for (uint32_t i = 0; i < valves->settings->count && result == MW_OK; i++) {
        result = tell_state(valves, i, MW_VALVE_REBOOT, 0, 0);
    }
    const int32_t values[] = {0};
    return result == MW_OK && valves->stopped ? mw_valves_tell_event(valves, MW_EVENT_STOPPED, true, values, 1) : result;
}

int mw_valves_advance(struct mw_valves *valves, uint32_t uptime_millis, uint32_t pulses) {
    valves->now_millis = uptime_millis;
    if (!valves->begun) {
        return begin(valves, pulses);
    }
    uint32_t flowed = pulses - valves->pulses;
    valves->pulses = pulses;
    meter(valves, flowed);
    int result = MW_OK;
    for (uint32_t i = 0; i < valves->settings->count; i++) {
        int watched = watch_valve(valves, i);
        result = result == MW_OK ? watched : result;
    }
    notice_age(valves);
    enum mw_valve_cause cause = forbidden_by(valves);
    int closed = cause == MW_VALVE_COMMAND ? MW_OK : close_all(valves, cause);
    result = result == MW_OK ? closed : result;
    if (mw_valves_open(valves) == 0) {
        int leak = mw_valves_watch_for_leak(valves, flowed);
        result = result == MW_OK ? leak : result;
    }
    return result;
}

static bool newer(const struct mw_valves *valves, uint32_t sequence) {
    return !valves->commanded || sequence > valves->sequence;
}

/* Closing is never too old, and does not make later commands old. */
static void remember(struct mw_valves *valves, uint32_t sequence) {
    if (newer(valves, sequence)) {
        valves->commanded = true;
        valves->sequence = sequence;
    }
}

/* A closed valve stays so; whoever asked is told. */
static int refuse(struct mw_valves *valves, uint32_t valve, enum mw_valve_cause cause, uint32_t sequence) {
    const struct mw_valve_state state = {
        .command_sequence = sequence, .valve = (uint8_t)valve, .cause = (uint8_t)cause};
    return valves->listener->state(valves->listener->context, &state);
}

static int open_valve(struct mw_valves *valves, uint32_t index, uint32_t seconds, uint32_t sequence) {
    struct mw_valve *valve = &valves->valves[index];
    uint32_t maximum = valves->settings->maximum_seconds[index] * MILLIS;
    uint32_t already = valve->open ? valves->now_millis - valve->opened_millis : 0;
    uint32_t wanted = seconds > MW_VALVE_LONGEST_SECONDS ? MW_VALVE_LONGEST_SECONDS : seconds;
    bool stood = any_cut_short(valves);
    if (!valve->open) {
        *valve = (struct mw_valve){.opened_millis = valves->now_millis,
                                   .flowed_millis = valves->now_millis,
                                   .blocked = valve->blocked};
    }
    valve->open = true;
    valve->cut_short = false;
    valve->limited = already + wanted * MILLIS > maximum; /* both below 2^27 */
    valve->limit_millis = valve->limited ? maximum : already + wanted * MILLIS;
    valve->sequence = sequence;
    valve->told_millis = valves->now_millis;
    int result = tell_state(valves, index, MW_VALVE_COMMAND, sequence, already / MILLIS);
    const int32_t values[] = {(int32_t)(index + 1), MW_VALVE_COMMAND, 0, 0};
    return result == MW_OK && stood && !any_cut_short(valves)
               ? mw_valves_tell_event(valves, MW_EVENT_CUT_SHORT, false, values, LARGEST_VALUES)
               : result;
}

int mw_valves_command_open(struct mw_valves *valves, uint32_t valve, uint32_t seconds, uint32_t sequence, bool late) {
    if (!newer(valves, sequence)) {
        return MW_ERROR_REPLAY;
    }
    remember(valves, sequence);
    if (valve < 1 || valve > valves->settings->count || seconds == 0 || !valves->begun) {
        return refuse(valves, valve >= 1 && valve <= MW_VALVES ? valve : 1, MW_VALVE_NOT_POSSIBLE, sequence);
    }
    if (late) {
        return refuse(valves, valve, MW_VALVE_TOO_LATE, sequence);
    }
    enum mw_valve_cause cause = forbidden_by(valves);
    return cause == MW_VALVE_COMMAND ? open_valve(valves, valve - 1, seconds, sequence)
                                     : refuse(valves, valve, cause, sequence);
}

int mw_valves_command_close(struct mw_valves *valves, uint32_t valve, uint32_t sequence) {
    remember(valves, sequence);
    if (valve < 1 || valve > valves->settings->count) {
        return MW_OK;
    }
    return valves->valves[valve - 1].open ? close_valve(valves, valve - 1, MW_VALVE_COMMAND, sequence)
                                          : refuse(valves, valve, MW_VALVE_COMMAND, sequence);
}

int mw_valves_command_stop(struct mw_valves *valves, uint32_t sequence) {
    bool stood = valves->stopped;
    remember(valves, sequence);
    valves->stopped = true;
    uint32_t open = mw_valves_open(valves);
    int result = close_all(valves, MW_VALVE_EMERGENCY_STOP);
    for (uint32_t i = 0; i < valves->settings->count && result == MW_OK; i++) {
        result = (open >> i & 1U) != 0 ? MW_OK : refuse(valves, i + 1, MW_VALVE_EMERGENCY_STOP, sequence);
    }
    const int32_t values[] = {within_int32(sequence)};
    int told = stood ? MW_OK : mw_valves_tell_event(valves, MW_EVENT_STOPPED, true, values, 1);
    return result == MW_OK ? told : result;
}

int mw_valves_command_lift(struct mw_valves *valves, uint32_t sequence) {
    if (!newer(valves, sequence)) {
        return MW_ERROR_REPLAY;
    }
    bool stood = valves->stopped;
    remember(valves, sequence);
    valves->stopped = false;
    const int32_t values[] = {within_int32(sequence)};
    return stood ? mw_valves_tell_event(valves, MW_EVENT_STOPPED, false, values, 1) : MW_OK;
}

void mw_valves_heard(struct mw_valves *valves) {
    valves->heard_millis = valves->now_millis;
    valves->link_lost = false;
}

int mw_valves_reading(struct mw_valves *valves, uint16_t quality) {
    valves->fresh = true;
    valves->reading_millis = valves->now_millis;
    valves->flagged = (quality & valves->settings->closing_flags) != 0;
    enum mw_valve_cause cause = forbidden_by(valves);
    return cause == MW_VALVE_COMMAND ? MW_OK : close_all(valves, cause);
}
