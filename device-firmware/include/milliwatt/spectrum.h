/*
 * Arrays over frequency, and what is found in them: transforms, power spectra, bands, floors and lines. The rules of dsp.h hold.
 */
#ifndef MILLIWATT_SPECTRUM_H
#define MILLIWATT_SPECTRUM_H

#include "milliwatt/dsp.h"

/* bins [0 .. length / 2) hold log2 power in Q10 after the end of the window. */
struct mw_log_spectrum {
    uint32_t count;
    uint32_t unused;
    int32_t values[];
};

void mw_log_spectrum_accept(struct mw_log_spectrum *state, int32_t value);
void mw_log_spectrum_end_window(struct mw_log_spectrum *state, uint32_t samples, uint32_t length, uint32_t first_bin);

/* Replaces `length` real values, magnitudes at most 2^29, by log2 of their power spectrum in Q10; length a power of
 * two, 16 .. 2048. */
void mw_log_power_spectrum(int32_t *values, uint32_t length);

/* Power spectra, frame by frame, summed over a window. Element k times 2^exponent, divided by the number of frames, is the
 * power of bin k in the square of the stream's unit. */
struct mw_power_spectrum {
    int32_t exponent;
    int32_t summed_frames; /* frames of this window that were not silent */
    uint32_t count;        /* samples waiting */
    uint32_t window_open;  /* 0: the next frame is the first of a window */
    int32_t values[];      /* `length` samples; with a hop length / 2 sums; where frames overlap `length` words of work */
};

struct mw_spectrum_frames {
    const uint8_t *window; /* coefficients of the cosine sum, uint16 Q15 little-endian */
    uint16_t length;       /* of the transform */
    uint16_t hop;          /* from frame to frame; 0: one frame, the window's samples padded with zeros */
    uint8_t coefficients;
    bool removes_mean;
    uint32_t frames; /* in a window */
};

void mw_power_spectrum_accept(struct mw_power_spectrum *state, const struct mw_spectrum_frames *frames, int32_t value);
void mw_power_spectrum_end_window(struct mw_power_spectrum *state, const struct mw_spectrum_frames *frames,
                                  uint32_t samples);
const int32_t *mw_power_spectrum_values(const struct mw_power_spectrum *state, const struct mw_spectrum_frames *frames);

/* The square root of a bin's power, Q8. */
int32_t mw_magnitude_q8(int32_t power, int32_t exponent, uint32_t frames);

struct mw_bands {
    const uint8_t *edges; /* bins, uint16 little-endian, rising */
    uint8_t count;
    bool triangular; /* a band reaches over two intervals; else over one */
};

/* log2 of a band's power, Q10, in the square of the stream's unit. */
int32_t mw_log_band(const int32_t *power, int32_t exponent, uint32_t frames, const struct mw_bands *bands, uint32_t band);

/* Appends an array to the last ones, the oldest of which it drops. */
void mw_array_history_append(int32_t *history, uint32_t arrays, const int32_t *newest, uint32_t length);

/* Real transform in block floating point: `values` holds `length` int16 of magnitude at most 2^14, two to a word, the first
 * in the low half; length a power of two, 16 .. 2048. They become bins 0 .. length / 2 - 1, real part low, imaginary part
 * high, divided by 2 to the number that is returned. Parts of bins stay below 2^14.6. */
int mw_real_fourier_transform_q15(uint32_t *values, uint32_t length);

struct mw_local_floor {
    int64_t bins_per_order_q16;
    int64_t step_q16;
    int32_t points; /* 0 while the shaft stands still */
    int32_t top_bin;
    int32_t levels[];
};

struct mw_floor_grid {
    int64_t step_order_q16;
    int64_t half_width_order_q16;
    int64_t limit_orders;
    int64_t minimum_half_width_bins;
    int64_t limit_millihertz;
    int64_t points;
};

struct mw_spectrum_axis {
    uint32_t length;
    uint32_t decimation;
    uint32_t sample_rate_millihertz;
};

void mw_local_floor_end_window(struct mw_local_floor *state, const struct mw_floor_grid *grid, const int32_t *spectrum,
                               const struct mw_spectrum_axis *axis, uint32_t shaft_speed_millihertz);

/* For reading many bins of a floor that has points. */
struct mw_floor_view {
    const struct mw_local_floor *local_floor;
    const int32_t *spectrum;
    int64_t reciprocal_q48; /* of the step */
};

struct mw_floor_view mw_local_floor_view(const struct mw_local_floor *state, const int32_t *spectrum);

/* A bin's log2 power above the floor, Q10. */
int32_t mw_local_floor_excess(const struct mw_floor_view *view, int32_t bin);

enum mw_order_reference {
    MW_ORDER_OUTER_RACE,
    MW_ORDER_INNER_RACE,
    MW_ORDER_BALL_DEFECT,
    MW_ORDER_CAGE,
    MW_ORDER_SHAFT,
    MW_ORDER_REFERENCES
};

struct mw_line_search {
    const uint8_t *lines; /* per line: base, harmonic, sideband, multiple (signed) */
    uint8_t count;
    uint8_t slip_steps;
    uint16_t slip_step_q20;
};

/* Mean excess of the lines at the best common slip, log2 power in Q10. */
int32_t mw_line_score(const struct mw_local_floor *local_floor, const int32_t *spectrum, uint32_t bins,
                      const struct mw_line_search *search, const int64_t orders_q16[MW_ORDER_REFERENCES]);

#endif
