/* Valves and their interlocks. Time goes in seconds, on a counter that overflows on the way. */
#include "milliwatt/error.h"
#include "milliwatt/valve.h"
#include "test.h"

#include <string.h>

#define PULSE_MILLILITRES 500U
#define TOLD 64

struct told {
    uint32_t event; /* 0: a state */
    uint32_t cause; /* of a state; of an event whether it is an onset */
    uint32_t valve;
    uint32_t open;
    uint32_t sequence;
    uint32_t seconds;
    uint32_t litres;
    uint32_t limit;
    int32_t values[4];
};

static struct told list[TOLD];
static uint32_t told_count;
static struct mw_valves valves;
static struct mw_valve_settings settings;
static uint32_t uptime;
static uint32_t pulses;

static int take_state(void *context, const struct mw_valve_state *state) {
    (void)context;
    const struct told told = {0,  state->cause, state->valve, state->open, state->command_sequence, state->seconds_open,
                              state->litres, state->seconds_limit, {0}};
    list[told_count++ % TOLD] = told;
    return MW_OK;
}

static int take_event(void *context, const struct mw_event_body *event) {
    (void)context;
    struct told told = {.event = event->verdict, .cause = event->onset ? 1 : 0};
    memcpy(told.values, event->values, event->count * sizeof event->values[0]);
    list[told_count++ % TOLD] = told;
    return MW_OK;
}

static const struct mw_valve_listener listener = {NULL, take_state, take_event};

static void start(bool stopped) {
    settings = (struct mw_valve_settings){.maximum_seconds = {3600, 600, 3600, 3600},
                                          .millilitres_per_pulse = PULSE_MILLILITRES,
                                          .link_seconds = 300,
                                          .stale_seconds = 2000,
                                          .blocked_seconds = 60,
                                          .settling_seconds = 30,
                                          .leak_seconds = 600,
                                          .leak_pulses = 10,
                                          .closing_flags = MW_SOIL_STUCK | MW_SOIL_GAP,
                                          .count = 2,
                                          .interlocks = MW_INTERLOCK_SENSOR_STALE | MW_INTERLOCK_SENSOR_FLAGGED |
                                                        MW_INTERLOCK_LEAK | MW_INTERLOCK_BLOCKED};
    uptime = UINT32_MAX - 5000; /* overflows after five seconds */
    pulses = UINT32_MAX - 3;
    CHECK_EQUAL(MW_OK, mw_valves_start(&valves, &settings, &listener, stopped));
    CHECK_EQUAL(MW_OK, mw_valves_advance(&valves, uptime, pulses));
    CHECK_EQUAL(MW_OK, mw_valves_reading(&valves, 0));
    told_count = 0;
}

/* Seconds go by, with so many pulses each; `heard` now and then. */
static void pass(uint32_t seconds, uint32_t pulses_a_second, bool heard) {
    for (uint32_t i = 0; i < seconds; i++) {
        uptime += 1000;
        pulses += pulses_a_second;
        if (heard) {
            mw_valves_heard(&valves);
        }
        CHECK_EQUAL(MW_OK, mw_valves_advance(&valves, uptime, pulses));
    }
}

static const struct told *last(void) { return &list[(told_count - 1) % TOLD]; }

static const struct told *find(uint32_t event, uint32_t cause) {
    for (uint32_t i = 0; i < told_count && i < TOLD; i++) {
        if (list[i].event == event && list[i].cause == cause) {
            return &list[i];
        }
    }
    return NULL;
}

TEST(a_start_tells_every_valve_closed) {
    settings.count = 0;
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_start(&valves, &settings, &listener, false));
    CHECK_EQUAL(MW_OK, mw_valves_advance(&valves, 7, 0));
    CHECK_EQUAL(2, told_count);
    for (uint32_t i = 0; i < 2; i++) {
        CHECK_EQUAL(MW_VALVE_REBOOT, list[i].cause);
        CHECK_EQUAL(i + 1, list[i].valve);
        CHECK_EQUAL(0, list[i].open);
    }
}

TEST(a_valve_opens_for_its_seconds_and_meters_what_flows) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 90, 7, false));
    CHECK_EQUAL(1, mw_valves_open(&valves));
    CHECK_EQUAL(90, last()->limit);
    pass(61, 2, false);
    CHECK_EQUAL(2, told_count); /* once a minute */
    CHECK_EQUAL(60, last()->seconds);
    CHECK_EQUAL(60, last()->litres);
    pass(28, 2, false);
    CHECK_EQUAL(1, mw_valves_open(&valves));
    pass(1, 2, false);
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(MW_VALVE_FINISHED, last()->cause);
    CHECK_EQUAL(7, last()->sequence);
    CHECK_EQUAL(90, last()->seconds);
    CHECK_EQUAL(90, last()->litres);
    CHECK(find(MW_EVENT_CUT_SHORT, 1) == NULL);
}

TEST(the_nodes_own_maximum_counts_whatever_is_commanded) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 2, UINT32_MAX, 1, false));
    CHECK_EQUAL(600, last()->limit);
    for (uint32_t sequence = 2; sequence < 7; sequence++) {
        pass(100, 1, true);
        CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 2, 600, sequence, false)); /* again and again */
    }
    pass(99, 1, true);
    CHECK_EQUAL(2, mw_valves_open(&valves));
    pass(1, 1, true);
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(600, find(0, MW_VALVE_MAXIMUM_TIME)->seconds);
    CHECK_EQUAL(2, find(MW_EVENT_CUT_SHORT, 1)->values[0]);
    CHECK_EQUAL(MW_VALVE_MAXIMUM_TIME, find(MW_EVENT_CUT_SHORT, 1)->values[1]);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 2, 10, 9, false));
    CHECK(find(MW_EVENT_CUT_SHORT, 0) != NULL);
}

TEST(a_late_call_closes_at_once) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 60, 1, false));
    uptime += 500000;
    CHECK_EQUAL(MW_OK, mw_valves_advance(&valves, uptime, pulses));
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(500, last()->seconds);
}

TEST(a_lost_link_closes_and_a_frame_that_is_heard_keeps_open) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 3600, 1, false));
    mw_valves_heard(&valves);
    pass(299, 1, false);
    mw_valves_heard(&valves);
    pass(299, 1, false);
    CHECK_EQUAL(1, mw_valves_open(&valves));
    pass(1, 1, false);
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK(find(0, MW_VALVE_LINK_LOST) != NULL);
    CHECK_EQUAL(MW_VALVE_LINK_LOST, find(MW_EVENT_CUT_SHORT, 1)->values[1]);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 60, 2, false)); /* nobody said that the server is back */
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(MW_VALVE_LINK_LOST, last()->cause);
}

TEST(no_valve_is_open_on_stale_or_flagged_readings) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 3600, 1, false));
    CHECK_EQUAL(MW_OK, mw_valves_reading(&valves, MW_SOIL_SPIKE));
    CHECK_EQUAL(1, mw_valves_open(&valves));
    CHECK_EQUAL(MW_OK, mw_valves_reading(&valves, MW_SOIL_STUCK | MW_SOIL_SPIKE));
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK(find(0, MW_VALVE_SENSOR_FLAGGED) != NULL);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 3600, 2, false));
    CHECK_EQUAL(MW_VALVE_SENSOR_FLAGGED, last()->cause);
    CHECK_EQUAL(2, last()->sequence);
    CHECK_EQUAL(MW_OK, mw_valves_reading(&valves, 0));
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 3600, 3, false));
    pass(1999, 1, true);
    CHECK_EQUAL(1, mw_valves_open(&valves));
    pass(1, 1, true);
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK(find(0, MW_VALVE_SENSOR_STALE) != NULL);
    uptime += UINT32_MAX - 1000000; /* seven weeks: the counter has come round */
    CHECK_EQUAL(MW_OK, mw_valves_advance(&valves, uptime, pulses));
    mw_valves_heard(&valves);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 60, 4, false));
    CHECK_EQUAL(MW_VALVE_SENSOR_STALE, last()->cause);
}

TEST(flow_without_a_command_is_a_leak_and_keeps_valves_closed) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 60, 1, false));
    pass(60, 1, true);
    CHECK_EQUAL(0, mw_valves_open(&valves));
    pass(29, 1, true); /* what is left in the pipes */
    CHECK(find(MW_EVENT_LEAK, 1) == NULL);
    pass(20, 1, true);
    CHECK(find(MW_EVENT_LEAK, 1) != NULL);
    CHECK_EQUAL(5, find(MW_EVENT_LEAK, 1)->values[0]);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 60, 2, false));
    CHECK_EQUAL(MW_VALVE_LEAK, last()->cause);
    pass(600, 1, true);
    CHECK(find(MW_EVENT_LEAK, 0) == NULL);
    pass(1200, 0, true);
    CHECK(find(MW_EVENT_LEAK, 0) != NULL);
    CHECK_EQUAL(MW_OK, mw_valves_reading(&valves, 0));
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 60, 3, false));
    CHECK_EQUAL(1, mw_valves_open(&valves));
}

TEST(a_command_without_flow_is_blocked_until_something_flows) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 600, 1, false));
    pass(60, 0, true);
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(60, find(MW_EVENT_BLOCKED, 1)->values[1]);
    CHECK(find(0, MW_VALVE_BLOCKED) != NULL);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 600, 2, false));
    pass(5, 0, true);
    CHECK(find(MW_EVENT_BLOCKED, 0) == NULL);
    pass(1, 1, true);
    CHECK(find(MW_EVENT_BLOCKED, 0) != NULL);
    CHECK_EQUAL(1, mw_valves_open(&valves));
}

TEST(a_node_that_only_tells_of_blocked_valves_leaves_them_open) {
    start(false);
    settings.interlocks = 0;
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 600, 1, false));
    pass(300, 0, true);
    CHECK_EQUAL(1, mw_valves_open(&valves));
    CHECK(find(MW_EVENT_BLOCKED, 1) != NULL);
}

TEST(an_emergency_stop_stands_until_it_is_lifted_also_over_a_restart) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 600, 5, false));
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 2, 600, 6, false));
    CHECK_EQUAL(MW_OK, mw_valves_command_stop(&valves, 2)); /* however old it is */
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK(find(MW_EVENT_STOPPED, 1) != NULL);
    CHECK(find(MW_EVENT_CUT_SHORT, 1) == NULL);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 600, 7, false));
    CHECK_EQUAL(MW_VALVE_EMERGENCY_STOP, last()->cause);
    start(true);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 600, 8, false));
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(MW_ERROR_REPLAY, mw_valves_command_lift(&valves, 8));
    CHECK_EQUAL(MW_OK, mw_valves_command_lift(&valves, 9));
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 600, 10, false));
    CHECK_EQUAL(1, mw_valves_open(&valves));
}

TEST(a_command_to_open_is_obeyed_once_in_time_and_for_a_valve_that_is_there) {
    start(false);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 10, 5, false));
    pass(10, 1, true);
    CHECK_EQUAL(MW_ERROR_REPLAY, mw_valves_command_open(&valves, 1, 10, 5, false));
    CHECK_EQUAL(MW_ERROR_REPLAY, mw_valves_command_open(&valves, 1, 10, 4, false));
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 10, 6, true));
    CHECK_EQUAL(MW_VALVE_TOO_LATE, last()->cause);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 3, 10, 7, false));
    CHECK_EQUAL(MW_VALVE_NOT_POSSIBLE, last()->cause);
    CHECK_EQUAL(3, last()->valve);
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 0, 8, false));
    CHECK_EQUAL(MW_VALVE_NOT_POSSIBLE, last()->cause);
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 10, 9, false));
    CHECK_EQUAL(MW_OK, mw_valves_command_close(&valves, 1, 3)); /* closing is never too old */
    CHECK_EQUAL(0, mw_valves_open(&valves));
    CHECK_EQUAL(MW_VALVE_COMMAND, last()->cause);
    uint32_t told = told_count;
    CHECK_EQUAL(MW_OK, mw_valves_command_close(&valves, 9, 10));
    CHECK_EQUAL(told, told_count);
    CHECK_EQUAL(MW_OK, mw_valves_command_close(&valves, 2, 11)); /* which is closed already */
    CHECK_EQUAL(told + 1, told_count);
    CHECK_EQUAL(2, last()->valve);
    CHECK_EQUAL(11, last()->sequence);
    CHECK_EQUAL(0, last()->open);
    CHECK_EQUAL(MW_OK, mw_valves_command_stop(&valves, 12));
    CHECK_EQUAL(told + 4, told_count); /* both valves and the event */
}

TEST(nothing_opens_before_the_time_is_known) {
    start(false);
    memset(&valves, 0, sizeof valves);
    CHECK_EQUAL(MW_OK, mw_valves_start(&valves, &settings, &listener, false));
    CHECK_EQUAL(MW_OK, mw_valves_reading(&valves, 0));
    CHECK_EQUAL(MW_OK, mw_valves_command_open(&valves, 1, 60, 1, false));
    CHECK_EQUAL(0, mw_valves_open(&valves));
}

TEST(valve_settings_out_of_range_are_refused) {
    start(false);
    settings.maximum_seconds[1] = 0;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_valves_start(&valves, &settings, &listener, false));
    settings.maximum_seconds[1] = MW_VALVE_LONGEST_SECONDS + 1;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_valves_start(&valves, &settings, &listener, false));
    settings.maximum_seconds[1] = MW_VALVE_LONGEST_SECONDS;
    settings.count = MW_VALVES + 1;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_valves_start(&valves, &settings, &listener, false));
    settings.count = 2;
    settings.leak_pulses = 0;
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_valves_start(&valves, &settings, &listener, false));
}
