/*
 * The chain of a soil with the released model and probes at three depths, a reading every quarter of an hour: what a reading costs,
 * what the first one of a day costs, which ends the day before and runs the network for every depth, what one run of the network
 * costs, and a second of a valve that is open; the memory of it all.
 */
#include "../port/cortex-m/instructions.h"
#include "../src/soil/soil_parts.h"
#include "bench.h"
#include "milliwatt/soil.h"
#include "milliwatt/valve.h"

#include <stddef.h>
#include <string.h>

#include "soil.inc"

#define SCRATCH_BYTES 512
#define DAYS 16
#define QUARTERS 96
#define START 1796169600 /* midnight */

static _Alignas(8) uint8_t state[MW_SOIL_STATE_BYTES];
static _Alignas(8) uint8_t scratch[SCRATCH_BYTES];
static struct mw_bundle bundle;
static struct mw_model model;
static struct mw_soil soil;

static const struct mw_soil_settings settings = {
    .depths = {{100, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE},
               {300, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE},
               {600, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE, MW_SOIL_NO_LINE}},
    .latitude_centidegrees = 3300,
    .root_millimetres = 800,
    .count = 3};

static struct mw_soil_sample sample_of(uint32_t day, uint32_t quarter) {
    uint32_t passed = day * QUARTERS + quarter;
    bool rains = day % 6 == 5 && quarter >= 40 && quarter < 44;
    struct mw_soil_sample sample = {.epoch_seconds = START + 900 * (int64_t)passed,
                                    .air = (int16_t)(1500 + (int32_t)(quarter * 13 % 700)),
                                    .rain_tenths = rains ? 20 : 0,
                                    .battery_millivolts = 2950,
                                    .count = 3};
    for (uint32_t i = 0; i < 3; i++) {
        sample.water[i] = (int16_t)(3000 + 200 * i - (uint32_t)(30 - 8 * i) * passed / QUARTERS + bench_random() % 5);
        sample.soil[i] = 1500;
    }
    return sample;
}

static void bench_chain(void) {
    struct mw_soil_status status;
    uint32_t readings = 0;
    uint32_t of_day = 0;
    uint32_t ends = 0;
    for (uint32_t day = 0; day < DAYS; day++) {
        for (uint32_t quarter = 0; quarter < QUARTERS; quarter++) {
            struct mw_soil_sample sample = sample_of(day, quarter);
            mw_instructions_start();
            bench_require(mw_soil_accept(&soil, &sample, &status), "a reading was not taken");
            uint32_t passed = mw_instructions_counted();
            if (day == DAYS - 1 && status.day_ended) {
                of_day = passed;
            } else if (day == DAYS - 1) {
                readings += passed;
            }
            ends += status.day_ended ? 1 : 0;
        }
    }
    bench_require(ends == DAYS - 1, "the days did not end");
    bench_require(status.refill_tenths >= 0, "there is no forecast");
    bench_report("soil-chain-reading", readings / (QUARTERS - 1));
    bench_report("soil-chain-day-end", of_day);
    bench_report("soil-chain-mean", (readings + of_day) / QUARTERS);
}

static void bench_network(void) {
    int16_t inputs[MW_SOIL_FEATURES];
    int16_t scores[MW_MAX_CLASSES];
    bench_require(mw_soil_inputs(&soil, 0, inputs), "there are no inputs");
    bench_begin();
    for (uint32_t i = 0; i < 10; i++) {
        mw_model_score(&model, inputs, scores);
    }
    bench_end("soil-network", 10);
}

static int told(void *context, const struct mw_valve_state *valve) {
    (void)context;
    return valve->valve > MW_VALVES ? -1 : 0;
}

static int event_told(void *context, const struct mw_event_body *event) {
    (void)context;
    return event->count > 4 ? -1 : 0;
}

static void bench_valve(void) {
    static struct mw_valves valves;
    static const struct mw_valve_settings limits = {.maximum_seconds = {3600},
                                                    .millilitres_per_pulse = 500,
                                                    .link_seconds = 3600,
                                                    .blocked_seconds = 60,
                                                    .leak_seconds = 600,
                                                    .leak_pulses = 10,
                                                    .count = 1};
    static const struct mw_valve_listener listener = {NULL, told, event_told};
    bench_require(mw_valves_start(&valves, &limits, &listener, false) == 0, "the valve does not start");
    mw_valves_advance(&valves, 0, 0);
    mw_valves_command_open(&valves, 1, 600, 1, false);
    bench_begin();
    for (uint32_t second = 1; second <= 300; second++) {
        mw_valves_advance(&valves, 1000 * second, second);
    }
    bench_end("soil-valve-second", 300);
    bench_require(mw_valves_open(&valves) == 1, "the valve has closed");
    bench_report("soil-valve-bytes", sizeof valves);
}

void bench(void) {
    int result = mw_bundle_parse(&bundle, soil_bundle, sizeof soil_bundle);
    model = (struct mw_model){.bundle = &bundle, .scratch = scratch};
    bench_require(result == 0 && mw_soil_fits(&bundle) && mw_model_scratch_size(&bundle) <= sizeof scratch,
                  "the model does not fit");
    bench_require(mw_model_self_test(&model) == 0, "the model's self-test fails");
    bench_require(mw_soil_start(&soil, &model, &settings, state) == 0, "the soil does not start");
    bench_chain();
    bench_network();
    bench_valve();
    uint32_t of_a_depth = (uint32_t)sizeof(struct mw_soil_depth_state);
    bench_report("soil-chain-bytes", (uint32_t)sizeof(struct mw_soil_state) - of_a_depth * (MW_SOIL_DEPTHS - 3) +
                                         mw_model_scratch_size(&bundle) + 2 * MW_SOIL_FEATURES);
    bench_report("soil-model-bytes", sizeof soil_bundle);
}
