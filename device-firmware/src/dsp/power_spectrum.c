#include "little_endian.h"
#include "milliwatt/spectrum.h"
#include "quarter_wave.h"

#include <string.h>

/* The window's coefficients sum to at most 2^15, cosines are below it: so is the window, and the sum below 2^31. */
static int32_t window_q15(const struct mw_spectrum_frames *frames, uint32_t phase) {
    int32_t sum = mw_read_u16(frames->window) * 32768 + 16384;
    for (uint32_t k = 1; k < frames->coefficients; k++) {
        int32_t term = mw_read_u16(frames->window + 2 * k) * mw_cosine_q15(k * phase);
        sum += (k & 1) != 0 ? -term : term;
    }
    return sum >> 15;
}

/* Samples are below 2^23 and so differ from their mean by less than 2^24. */
static int32_t mean_of(const int32_t *values, uint32_t count) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        sum += values[i];
    }
    return (int32_t)mw_floor_divide(sum, count);
}

static int32_t windowed(int32_t value, int shift, int32_t window) {
    int32_t scaled = shift >= 0 ? value * ((int32_t)1 << shift) : value >> -shift;
    return (scaled * window + 32768) >> 16;
}

/*
 * The largest difference from the mean comes to lie in 2^14 .. 2^15; with a window of at most one and a halving, what is
 * transformed is at most 2^14, the products before it are at most 2^30. Returns false for silence.
 */
static bool weigh(int32_t *values, uint32_t count, const struct mw_spectrum_frames *frames, int32_t *bits) {
    int32_t mean = frames->removes_mean ? mean_of(values, count) : 0;
    uint32_t largest = 0; /* or-ing magnitudes finds the longest as well as comparing would */
    for (uint32_t i = 0; i < count; i++) {
        values[i] -= mean;
        largest |= (uint32_t)(values[i] < 0 ? -values[i] : values[i]);
    }
    *bits = mw_bit_length(largest);
    int shift = 15 - *bits;
    struct mw_turn turn = mw_turn_begin(count);
    values[0] = windowed(values[0], shift, window_q15(frames, 0));
    for (uint32_t i = 1; 2 * i <= count; i++) {
        mw_turn_next(&turn);
        int32_t window = window_q15(frames, turn.phase);
        if (2 * i < count) {
            values[count - i] = windowed(values[count - i], shift, window);
        }
        values[i] = windowed(values[i], shift, window);
    }
    return largest != 0;
}

/* Below that of every frame that is not silent. */
static int32_t exponent_of_silence(const struct mw_spectrum_frames *frames) {
    return mw_bit_length(frames->frames - 1) - 28 - 2 * (mw_bit_length(frames->length) - 1);
}

/* From int32 samples to bins of two int16 to bins of int32 power, all in the same memory. Parts of bins are below 2^14.6. */
static bool transform(int32_t *values, uint32_t count, const struct mw_spectrum_frames *frames, int32_t *exponent) {
    uint32_t *words = (uint32_t *)values;
    uint32_t half = frames->length / 2u;
    int32_t bits;
    if (!weigh(values, count, frames, &bits)) {
        memset(values, 0, half * sizeof *values);
        return false;
    }
    for (uint32_t i = count; i < frames->length; i++) {
        words[i] = 0;
    }
    for (uint32_t i = 0; i < half; i++) {
        words[i] = (words[2 * i] & 0xFFFF) | words[2 * i + 1] << 16;
    }
    int halvings = mw_real_fourier_transform_q15(words, frames->length);
    for (uint32_t k = 0; k < half; k++) {
        int32_t real = (int16_t)(uint16_t)words[k];
        int32_t imaginary = values[k] >> 16;
        values[k] = real * real + imaginary * imaginary;
    }
    *exponent = 2 * (bits + halvings - 14 - (mw_bit_length(frames->length) - 1));
    return true;
}

static int32_t shifted_right(int32_t value, int32_t shift) {
    return value >> mw_min(31, shift);
}

/* A power is below 2^30, and there are at most 2^shift frames: their sum stays below 2^30. */
static void add(struct mw_power_spectrum *state, int32_t *sum, const int32_t *power, int32_t exponent,
                const struct mw_spectrum_frames *frames) {
    int32_t shift = mw_bit_length(frames->frames - 1);
    exponent += shift;
    if (state->summed_frames == 0) {
        state->exponent = exponent;
    }
    state->summed_frames++;
    int32_t sum_shift = (int32_t)mw_max(0, exponent - state->exponent);
    shift += (int32_t)mw_max(0, state->exponent - exponent);
    state->exponent += sum_shift;
    for (uint32_t k = 0; k < frames->length / 2u; k++) {
        sum[k] = shifted_right(sum[k], sum_shift) + shifted_right(power[k], shift);
    }
}

/* One of several frames. Where they overlap, the samples are needed again, so a copy of them is transformed. */
static void end_frame(struct mw_power_spectrum *state, const struct mw_spectrum_frames *frames) {
    uint32_t length = frames->length;
    uint32_t kept = length - frames->hop;
    int32_t *sum = state->values + length;
    int32_t *work = kept == 0 ? state->values : sum + length / 2;
    if (state->window_open == 0) {
        state->window_open = 1;
        state->summed_frames = 0;
        state->exponent = exponent_of_silence(frames);
        memset(sum, 0, length / 2 * sizeof *sum);
    }
    if (kept > 0) {
        memcpy(work, state->values, length * sizeof *work);
    }
    int32_t exponent;
    if (transform(work, length, frames, &exponent)) {
        add(state, sum, work, exponent, frames);
    }
    memmove(state->values, state->values + frames->hop, kept * sizeof *work);
    state->count = kept;
}

void mw_power_spectrum_accept(struct mw_power_spectrum *state, const struct mw_spectrum_frames *frames, int32_t value) {
    state->values[state->count] = mw_saturate_24(value);
    state->count++;
    if (frames->hop > 0 && state->count == frames->length) {
        end_frame(state, frames);
    }
}

void mw_power_spectrum_end_window(struct mw_power_spectrum *state, const struct mw_spectrum_frames *frames,
                                  uint32_t samples) {
    state->count = 0;
    state->window_open = 0;
    if (frames->hop == 0) {
        state->exponent = exponent_of_silence(frames);
        transform(state->values, samples, frames, &state->exponent);
    }
}

const int32_t *mw_power_spectrum_values(const struct mw_power_spectrum *state, const struct mw_spectrum_frames *frames) {
    return frames->hop == 0 ? state->values : state->values + frames->length;
}
