/* What a node that watches a soil says, and its valves. */
#include "soil_node.h"

TEST(a_soil_node_says_what_happens_and_nothing_while_nothing_happens) {
    struct mw_node *node = started(1);
    struct frame last = {0};
    take(node, START, 3000, 3300, 0);
    CHECK_EQUAL(1, count(node, MW_FRAME_STATUS, 0, MW_DOMAIN_IRRIGATION, &last));
    CHECK_EQUAL(2, count(node, MW_FRAME_VALVE_STATE, 2, MW_VALVE_REBOOT, &last));
    CHECK_EQUAL(1, readings(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_STARTED, &last));
    for (int quarter = 1; quarter < QUARTERS_A_DAY; quarter++) {
        take(node, START + quarter * QUARTER, 3000, 3300, 0);
    }
    CHECK_EQUAL(1, readings(node));
    take(node, START + 86400, 3000, 3300, 0);
    CHECK_EQUAL(2, readings(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_HEARTBEAT, &last));
    take(node, START + 86400 + QUARTER, 3000, 3300, 12);
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_RAINED, &last));
    CHECK_EQUAL(12, last.numbers[6]);
    take(node, START + 86400 + 2 * QUARTER, 3150, 3300, 3);
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_WATER_CHANGED, &last));
    CHECK_EQUAL(15, last.numbers[6]);
    CHECK_EQUAL(4, readings(node));
    CHECK_EQUAL(2, count(node, MW_FRAME_STATUS, 0, MW_DOMAIN_IRRIGATION, &last));
}

TEST(a_soil_that_dries_is_forecast_and_its_need_is_told_and_kept_over_a_restart) {
    struct mw_node *node = started(1);
    struct frame last = {0};
    int16_t water = 3000;
    int64_t now = dry(node, START, &water, 8);
    CHECK_EQUAL(0, count(node, MW_FRAME_SOIL_READING, 9, MW_SOIL_NEED_NOW, &last));
    clear(node);
    now = dry(node, now, &water, 3);
    CHECK(count(node, MW_FRAME_SOIL_READING, 11, 0, &last) > 0);
    CHECK_EQUAL(2, mw_cbor_expect(&last.values[4], MW_CBOR_ARRAY, 4));
    CHECK_EQUAL(3, mw_cbor_expect(&last.values[4], MW_CBOR_ARRAY, 4));
    const uint32_t lines[] = {1000, 3500, 1000, 3500};
    CHECK_EQUAL(MW_OK, command(node, now, 12, 0, lines, 4));
    take(node, now, water, (int16_t)(water + 300), 0);
    CHECK_EQUAL(300, mw_soil_refill_tenths(&node->irrigating.soil));
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    CHECK(length > 0);
    node = started(2);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    take(node, now + QUARTER, water, (int16_t)(water + 300), 0);
    CHECK_EQUAL(300, mw_soil_refill_tenths(&node->irrigating.soil));
    const uint32_t higher[] = {3400, 3500, 3400, 3500};
    CHECK_EQUAL(MW_OK, command(node, now + QUARTER, 12, 0, higher, 4));
    take(node, now + 2 * QUARTER, water, (int16_t)(water + 300), 0);
    CHECK(count(node, MW_FRAME_SOIL_READING, 9, MW_SOIL_NEED_NOW, &last) > 0);
    CHECK_EQUAL(0, last.numbers[5]);
    CHECK_EQUAL(3, count(node, MW_FRAME_EVENT, 0, 12, &last)); /* by the range so far; ended by the first lines; by the second */
    CHECK_EQUAL(1, last.numbers[3]);
    CHECK_EQUAL(MW_ERROR_FORMAT, command(node, now + 2 * QUARTER, 12, 0, higher, 2));
}

TEST(lines_that_were_set_are_confirmed_by_the_next_reading_in_full) {
    struct mw_node *node = started(1);
    struct frame last = {0};
    const uint32_t lines[] = {1000, 3500, 1000, 3500};
    const uint32_t wrong[] = {3500, 3500, 1000, 3500};
    node->irrigating.compact = true;
    take(node, START, 3000, 3300, 0);
    clear(node);
    CHECK_EQUAL(MW_ERROR_FORMAT, command(node, START + 1, 12, 0, wrong, 4));
    take(node, START + QUARTER, 3000, 3300, 0);
    CHECK_EQUAL(0, readings(node));
    CHECK_EQUAL(MW_OK, command(node, START + QUARTER + 1, 12, 0, lines, 4));
    take(node, START + 2 * QUARTER, 3000, 3300, 0);
    CHECK_EQUAL(1, count(node, MW_FRAME_SOIL_READING, 10, MW_SOIL_LINES_SET, &last));
    clear(node);
    take(node, START + 3 * QUARTER, 3000, 3300, 0);
    CHECK_EQUAL(0, readings(node));
}

TEST(a_command_opens_a_valve_and_its_interlocks_close_it) {
    struct mw_node *node = started(1);
    struct frame last = {0};
    int64_t now = START;
    take(node, now, 3000, 3300, 0);
    const uint32_t open[] = {2, 1800, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 1, open, 3));
    CHECK_EQUAL(2, mw_node_open_valves(node));
    CHECK_EQUAL(MW_ERROR_REPLAY, command(node, now, 7, 1, open, 3));
    CHECK_EQUAL(MW_ERROR_FORMAT, command(node, now, 7, 2, open, 2));
    now = seconds_go_by(node, now, 599, 1);
    CHECK_EQUAL(2, mw_node_open_valves(node));
    now = seconds_go_by(node, now, 1, 1); /* nothing was heard for ten minutes */
    CHECK_EQUAL(0, mw_node_open_valves(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_VALVE_STATE, 2, MW_VALVE_LINK_LOST, &last));
    CHECK_EQUAL(600, last.numbers[4]);
    CHECK_EQUAL(600, last.numbers[5]);
    CHECK_EQUAL(1, count(node, MW_FRAME_EVENT, 0, MW_EVENT_CUT_SHORT, &last));
    CHECK_EQUAL(MW_OK, command(node, now, 7, 3, open, 3));
    CHECK_EQUAL(1, count(node, MW_FRAME_VALVE_STATE, 2, MW_VALVE_TOO_LATE, &last));
    CHECK_EQUAL(3, last.numbers[3]);
    const uint32_t again[] = {1, 1800, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 4, again, 3));
    CHECK_EQUAL(1, mw_node_open_valves(node));
    CHECK_EQUAL(MW_OK, command(node, now, 9, 5, NULL, 0));
    CHECK_EQUAL(0, mw_node_open_valves(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_EVENT, 0, MW_EVENT_STOPPED, &last));
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    node = started(2);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, snapshot, (size_t)length));
    take(node, now + 30, 3000, 3300, 0);
    CHECK_EQUAL(MW_OK, command(node, now + 31, 7, 6, again, 3));
    CHECK_EQUAL(0, mw_node_open_valves(node)); /* the stop stands over the restart */
    CHECK_EQUAL(MW_OK, command(node, now + 32, 10, 7, NULL, 0));
    CHECK_EQUAL(MW_OK, command(node, now + 33, 7, 8, again, 3));
    CHECK_EQUAL(1, mw_node_open_valves(node));
}

TEST(a_clock_that_was_never_set_and_one_that_is_set_back_open_nothing_for_longer) {
    struct mw_node *node = started(1);
    take(node, 5000, 3000, 3300, 0);
    const uint32_t open[] = {1, 600, UINT32_MAX};
    CHECK_EQUAL(MW_OK, command(node, 5001, 7, 1, open, 3));
    CHECK_EQUAL(0, mw_node_open_valves(node)); /* whether the command is of today nobody knows */
    take(node, START, 3000, 3300, 0);
    const uint32_t again[] = {1, 300, (uint32_t)START + 60};
    CHECK_EQUAL(MW_OK, command(node, START, 7, 2, again, 3));
    int64_t now = seconds_go_by(node, START, 200, 1);
    now = seconds_go_by(node, now - 40000, 99, 1);
    CHECK_EQUAL(1, mw_node_open_valves(node));
    seconds_go_by(node, now, 1, 1);
    CHECK_EQUAL(0, mw_node_open_valves(node));
}

TEST(a_repeated_word_keeps_no_valve_open) {
    struct mw_node *node = started(1);
    int64_t now = START;
    take(node, now, 3000, 3300, 0);
    const uint32_t open[] = {1, 3600, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 1, open, 3));
    for (uint32_t minute = 0; minute < 10; minute++) {
        CHECK_EQUAL(1, mw_node_open_valves(node));
        now = seconds_go_by(node, now, 60, 1);
        downlinks--; /* as from somebody who recorded it */
        CHECK_EQUAL(MW_ERROR_REPLAY, command(node, now, 7, 1, open, 3));
    }
    CHECK_EQUAL(0, mw_node_open_valves(node));
}

TEST(a_reading_without_water_opens_nothing) {
    struct mw_node *node = started(1);
    struct frame last = {0};
    const uint32_t open[] = {1, 600, (uint32_t)START + 60};
    take(node, START, MW_SOIL_MISSING, MW_SOIL_MISSING, 0);
    CHECK_EQUAL(MW_OK, command(node, START, 7, 1, open, 3));
    CHECK_EQUAL(0, mw_node_open_valves(node));
    CHECK_EQUAL(1, count(node, MW_FRAME_VALVE_STATE, 2, MW_VALVE_SENSOR_STALE, &last));
    take(node, START + 1, 3000, MW_SOIL_MISSING, 0);
    CHECK_EQUAL(MW_OK, command(node, START + 1, 7, 2, open, 3));
    CHECK_EQUAL(1, mw_node_open_valves(node));
}

/* 400 l on 40 m2 are 10 mm, which explains that the soil gets wet; the gauge's sum knows nothing of them. */
TEST(what_the_valves_give_is_no_rise_without_rain) {
    struct mw_node *node = started(1);
    struct frame last = {0};
    int64_t now = START;
    node->irrigating.area_square_decimetres = 4000;
    take(node, now, 3000, 3300, 0);
    const uint32_t open[] = {1, 400, (uint32_t)now + 60};
    CHECK_EQUAL(MW_OK, command(node, now, 7, 1, open, 3));
    now = seconds_go_by(node, now, 400, 1);
    take(node, now, 3900, 3300, 0);
    CHECK_EQUAL(0, node->irrigating.soil.state->depths[0].flags);
    CHECK_EQUAL(100, node->irrigating.soil.state->day.rain);
    CHECK(count(node, MW_FRAME_SOIL_READING, 6, 0, &last) > 0);
    CHECK_EQUAL(400, last.numbers[8]);
    CHECK_EQUAL(MW_SOIL_VALVE_CHANGED | MW_SOIL_WATER_CHANGED, last.numbers[10]);
    take(node, now + QUARTER, 3900, 3300, 0);
    CHECK_EQUAL(100, node->irrigating.soil.state->day.rain);
}
