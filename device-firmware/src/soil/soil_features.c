#include "milliwatt/dsp.h"
#include "soil_parts.h"

#include <string.h>

enum { YES = 100, NEIGHBOUR_VALUES = 4, MARGIN = 200 };

struct writer {
    int16_t *next;
};

static void add(struct writer *out, int64_t value) { *out->next++ = mw_saturate_16(value); }

static void add_root(struct writer *out, int64_t rain_tenths) { add(out, mw_integer_square_root(1000 * rain_tenths)); }

static void add_depth(struct writer *out, const struct mw_depth_history *depth) {
    int32_t water = depth->days[0];
    int32_t above_driest = water - depth->driest;
    add(out, water);
    add(out, mw_depth_history_change(depth, 1));
    add(out, mw_depth_history_change(depth, 3));
    add(out, mw_depth_history_change(depth, 7));
    add(out, mw_depth_history_relative(depth));
    add(out, depth->wettest - water);
    add(out, above_driest);
    add(out, depth->drying_q16 >> 3);
    add(out, mw_integer_square_root(depth->variance_q4));
    add(out, (int64_t)depth->drying_q16 * (above_driest + MARGIN) >> 12);
    add(out, water - (depth->mean_q8 >> 8));
    add(out, depth->known);
}

static int64_t rain_of(const struct mw_site_history *site, uint32_t days) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < days; i++) {
        sum += site->rain[i];
    }
    return sum;
}

static void add_site(struct writer *out, const struct mw_site_history *site) {
    add_root(out, site->rain[0]);
    add_root(out, site->rain[1]);
    add_root(out, rain_of(site, 3));
    add_root(out, rain_of(site, MW_SOIL_RAIN_DAYS));
    add(out, mw_integer_square_root(1000LL * site->antecedent_q4 >> 4));
    add(out, site->days_since_rain);
    add(out, site->air);
    add(out, site->air_q8 >> 8);
    add(out, site->evapotranspiration);
    add(out, site->evapotranspiration_q8 >> 8);
    add(out, site->day_length);
    add(out, site->day_length_gain);
}

static void add_neighbour(struct writer *out, const struct mw_soil_depth_state *neighbour) {
    if (neighbour == NULL || !mw_depth_history_ready(&neighbour->history)) {
        for (uint32_t i = 0; i < NEIGHBOUR_VALUES; i++) {
            add(out, 0);
        }
        return;
    }
    const struct mw_depth_history *history = &neighbour->history;
    add(out, YES);
    add(out, mw_depth_history_change(history, 1));
    add(out, mw_depth_history_relative(history));
    add(out, history->wettest - history->days[0]);
}

/* Left is what each day takes a fifth of. */
static void add_future(struct writer *out, const uint16_t *rain) {
    int32_t sums[2] = {0, 0};
    int32_t left[2] = {0, 0};
    int32_t sum = 0;
    int32_t remaining = 0;
    int32_t wettest = 0;
    add(out, rain != NULL ? YES : 0);
    for (uint32_t ahead = 0; ahead < MW_SOIL_RAIN_DAYS; ahead++) {
        int32_t tenths = rain != NULL ? rain[ahead] : 0;
        add_root(out, tenths);
        sum += tenths;
        remaining = remaining * 4 / 5 + tenths;
        wettest = (int32_t)mw_max(wettest, tenths);
        sums[ahead < 3 ? 0 : 1] = sum;
        left[ahead < 3 ? 0 : 1] = remaining;
    }
    add_root(out, sums[0]);
    add_root(out, sums[1]);
    add_root(out, left[0]);
    add_root(out, left[1]);
    add_root(out, wettest);
}

void mw_soil_features(int16_t inputs[MW_SOIL_FEATURES], uint16_t depth_millimetres, const struct mw_soil_depth_state *depth,
                      const struct mw_soil_depth_state *above, const struct mw_soil_depth_state *below,
                      const struct mw_site_history *site, const uint16_t *rain) {
    struct writer out = {inputs};
    add_depth(&out, &depth->history);
    add_site(&out, site);
    add(&out, mw_soil_known(depth->soil) ? depth->soil : site->air_q8 >> 8);
    add_neighbour(&out, above);
    add_neighbour(&out, below);
    add(&out, mw_binary_logarithm_q10(depth_millimetres));
    add(&out, depth_millimetres);
    add_future(&out, rain);
}
