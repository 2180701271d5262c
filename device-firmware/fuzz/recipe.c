/*
 * Any bytes as a recipe section; what is accepted runs on a signal made from the same bytes. The sanitizers then check
 * the claim of every kernel that it cannot overflow.
 */
#include "milliwatt/recipe.h"

#include <stddef.h>
#include <stdint.h>

#define LARGEST_STATE 65536
#define MOST_SAMPLES 6000

static _Alignas(8) uint8_t state[LARGEST_STATE];

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length);

static int16_t sample(const uint8_t *data, size_t length, uint32_t index) {
    uint32_t mixed = (index * 2654435761u) >> 16 ^ data[index % length];
    switch (data[length - 1] % 4) {
    case 0: return (int16_t)mixed;
    case 1: return mixed % 2 == 0 ? INT16_MAX : INT16_MIN;
    case 2: return index % 512 < 256 ? INT16_MAX : INT16_MIN;
    default: return (int16_t)(mixed % 64);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
    if (length < 8 || length > 20000) {
        return 0;
    }
    /* The last eight bytes are the sensor's, so that the section's own length field can be right. */
    const uint8_t *extra = data + length - 8;
    uint32_t section_length = (uint32_t)length - 8;
    int32_t size = mw_recipe_state_size(data, section_length);
    if (size < 0 || size > LARGEST_STATE) {
        return 0;
    }
    struct mw_sensor sensor = {.nano_units_per_count = 1 + ((uint32_t)extra[0] << 22 | extra[1]),
                               .outer_race_order_q16 = (uint32_t)extra[2] << 14,
                               .inner_race_order_q16 = (uint32_t)extra[3] << 10,
                               .ball_defect_order_q16 = (uint32_t)extra[4] << 12,
                               .cage_order_q16 = extra[5]};
    struct mw_recipe recipe;
    if (mw_recipe_start(&recipe, data, section_length, state, sizeof state, &sensor) != 0) {
        return 0;
    }
    mw_recipe_set_shaft_speed(&recipe, (uint32_t)extra[6] * 3900);
    for (uint32_t i = 0; i < MOST_SAMPLES; i++) {
        struct mw_features features;
        int16_t value = sample(data, length, i);
        mw_recipe_accept(&recipe, &value, 1, &features);
    }
    return 0;
}
