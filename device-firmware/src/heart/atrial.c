#include "milliwatt/dsp.h"
#include "milliwatt/heart_atrial.h"

enum {
    TOUCHED = 0x8000,
    LENGTH = 0x7fff,
    WINDOW = 64,         /* smoothed intervals judged */
    CENTRE = 33,         /* intervals back from the newest: the one that the window is judged for */
    CELL_PERCENT = 3,    /* of the median interval */
    FEWEST_POINTS = 20,  /* with fewer the state is unknown */
    BEGIN_PERMILLE = 471, /* so many of the points in cells of their own: fibrillation begins */
    END_PERMILLE = 430,   /* and with fewer it ends */
    LONGEST_DOUBT = 64,   /* so many beats in an unknown state end an episode */
    UNUSED_CELL = INT16_MAX
};

void mw_atrial_forget(struct mw_atrial *state) {
    state->count = 0;
    state->started = false;
    if (state->episode) {
        state->episode = false;
        state->since = state->newest;
        state->beats = 1;
    }
}

/* 0 is the newest. */
static uint16_t interval(const struct mw_atrial *state, int back) {
    return state->intervals[(state->at + 2 * MW_ATRIAL_INTERVALS - 1 - back) % MW_ATRIAL_INTERVALS];
}

/* The median of an interval and its neighbours: a single early beat leaves no trace. */
static int32_t smoothed(const struct mw_atrial *state, int back) {
    int32_t a = interval(state, back + 1) & LENGTH;
    int32_t b = interval(state, back) & LENGTH;
    int32_t c = interval(state, back - 1) & LENGTH;
    return (int32_t)mw_max(mw_min(a, b), mw_min(mw_max(a, b), c));
}

static bool is_clean(const struct mw_atrial *state, int back) {
    return (interval(state, back) & TOUCHED) == 0;
}

/* Of the window's clean smoothed intervals; 0 if there is none. */
static int32_t clean_median(const struct mw_atrial *state, int window) {
    uint16_t ordered[WINDOW];
    int count = 0;
    for (int back = 1; back <= window; back++) {
        if (is_clean(state, back)) {
            uint16_t value = (uint16_t)smoothed(state, back);
            int place = count++;
            for (; place > 0 && ordered[place - 1] > value; place--) {
                ordered[place] = ordered[place - 1];
            }
            ordered[place] = value;
        }
    }
    return count == 0 ? 0 : ordered[(count - 1) / 2];
}

/* The differences of neighbours as cells; the two of a point are clean, and the origin is none. Headroom: 200 · 2^15. */
static void fill_cells(const struct mw_atrial *state, int window, int32_t median, int16_t *cells) {
    int32_t twice = 2 * CELL_PERCENT * median;
    for (int back = 1; back < window; back++) {
        bool clean = is_clean(state, back) && is_clean(state, back + 1);
        int32_t difference = smoothed(state, back) - smoothed(state, back + 1);
        int64_t cell = mw_floor_divide((int64_t)200 * difference + twice / 2, twice);
        cells[back - 1] = clean ? (int16_t)mw_clamp(cell, -INT16_MAX, INT16_MAX - 1) : UNUSED_CELL;
    }
}

static bool is_new(const int16_t *cells, int point) {
    for (int i = 0; i < point; i++) {
        if (cells[i] == cells[point] && cells[i + 1] == cells[point + 1]) {
            return false;
        }
    }
    return true;
}

enum mw_atrial_state mw_atrial_state(const struct mw_atrial *state) {
    int16_t cells[WINDOW - 1];
    int window = state->count - 2 < WINDOW ? state->count - 2 : WINDOW;
    int32_t median = window <= CENTRE ? 0 : clean_median(state, window);
    if (median == 0) {
        return MW_ATRIAL_UNKNOWN;
    }
    fill_cells(state, window, median, cells);
    int points = 0;
    int filled = 0;
    for (int i = 0; i + 2 < window; i++) {
        if (cells[i] != UNUSED_CELL && cells[i + 1] != UNUSED_CELL) {
            points++;
            filled += (cells[i] != 0 || cells[i + 1] != 0) && is_new(cells, i) ? 1 : 0;
        }
    }
    if (points < FEWEST_POINTS) {
        return MW_ATRIAL_UNKNOWN;
    }
    int permille = state->episode ? END_PERMILLE : BEGIN_PERMILLE;
    return 1000 * filled >= permille * points ? MW_ATRIAL_YES : MW_ATRIAL_NO;
}

/* The beat before the interval that is judged. */
static void change(struct mw_atrial *state, bool episode) {
    uint32_t since = state->newest;
    for (int back = 0; back <= CENTRE; back++) {
        since -= interval(state, back) & LENGTH;
    }
    state->episode = episode;
    state->since = since;
    state->beats = CENTRE + 2;
}

void mw_atrial_accept(struct mw_atrial *state, uint32_t sample, bool ectopic) {
    uint32_t length = sample - state->newest;
    if (state->started && (int32_t)length <= 0) {
        return;
    }
    if (state->started && length > LENGTH) {
        mw_atrial_forget(state);
    }
    if (state->started) {
        state->intervals[state->at] = (uint16_t)(length | (ectopic || state->ectopic ? TOUCHED : 0));
        state->at = (uint8_t)((state->at + 1) % MW_ATRIAL_INTERVALS);
        state->count = (uint8_t)(state->count < MW_ATRIAL_INTERVALS ? state->count + 1 : MW_ATRIAL_INTERVALS);
    }
    state->started = true;
    state->newest = sample;
    state->ectopic = ectopic;
    state->beats++;
    enum mw_atrial_state now = mw_atrial_state(state);
    bool unknown = now == MW_ATRIAL_UNKNOWN;
    state->doubt = (uint8_t)(!unknown ? 0 : state->doubt < LONGEST_DOUBT ? state->doubt + 1 : LONGEST_DOUBT);
    bool episode = unknown ? state->episode && state->doubt < LONGEST_DOUBT : now == MW_ATRIAL_YES;
    if (state->episode != episode) {
        change(state, episode);
    }
}
