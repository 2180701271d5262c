#include "little_endian.h"
#include "milliwatt/soil.h"
#include "operation.h"

#define LIMITS 21U
#define VALUES 4

static int32_t limit_of(const uint8_t *p, uint32_t which) { return (int16_t)mw_read_u16(p + 2 * which); }

/* The lowest reading and both limits of frost may be negative; three numbers count from 1. */
static bool limit_holds(uint32_t which, int32_t value) {
    switch (which) {
    case 0:
    case 3:
    case 4: return value >= -INT16_MAX;
    case 8:
    case 9: return value >= 1 && value <= UINT8_MAX;
    case 19: return value >= 1 && value <= 24;
    default: return value >= 0;
    }
}

/* A soil chain runs it (soil.h); samples never come here. */
static bool check_soil_days(const uint8_t *p, uint32_t length, const struct mw_source *source,
                            struct mw_step_needs *needs) {
    needs->state_bytes = MW_SOIL_STATE_BYTES;
    needs->array = MW_SOIL_FEATURES;
    bool holds = length == 2 * (LIMITS + 1) && source->operation == 0;
    for (uint32_t which = 0; holds && which < LIMITS; which++) {
        holds = limit_holds(which, limit_of(p, which));
    }
    return holds && limit_of(p, LIMITS) == 0;
}

static const int32_t *no_array(const struct mw_step *step) {
    (void)step;
    return NULL;
}

const struct mw_operation mw_soil_days_operation = {.check = check_soil_days, .array = no_array, .values = VALUES};
