/* The sine of the recipe's arithmetic at its table's own points, without interpolation. */
#ifndef MILLIWATT_DSP_QUARTER_WAVE_H
#define MILLIWATT_DSP_QUARTER_WAVE_H

#include <stdint.h>

#define MW_QUARTER_WAVE 512

/* round(32767 sin(pi i / 1024)), i = 1 .. 511. The ends, 0 and 32767, are not stored: so the table stays below 1 kB. */
extern const int16_t mw_quarter_wave[MW_QUARTER_WAVE - 1];

/* i = 0 .. 512 */
static inline int32_t mw_quarter_sine(uint32_t i) {
    return i == 0 ? 0 : i == MW_QUARTER_WAVE ? 32767 : mw_quarter_wave[i - 1];
}

/* The phases floor(i 2^32 / parts), i = 0, 1 .. parts - 1, without a division for each. */
struct mw_turn {
    uint32_t phase;
    uint32_t step;
    uint32_t rest; /* of the phase's division; below parts */
    uint32_t step_rest;
    uint32_t parts;
};

/* parts 1 .. 65 535. A single part's step of 2^32 wraps to 0, which is the only phase then. */
static inline struct mw_turn mw_turn_begin(uint32_t parts) {
    uint32_t quotient = UINT32_MAX / parts;
    uint32_t remainder = UINT32_MAX % parts + 1; /* of 2^32, unless it is `parts` */
    struct mw_turn turn = {.step = remainder == parts ? quotient + 1 : quotient,
                           .step_rest = remainder == parts ? 0 : remainder,
                           .parts = parts};
    return turn;
}

static inline void mw_turn_next(struct mw_turn *turn) {
    turn->phase += turn->step;
    turn->rest += turn->step_rest;
    if (turn->rest >= turn->parts) {
        turn->rest -= turn->parts;
        turn->phase++;
    }
}

#endif
