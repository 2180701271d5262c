#include "little_endian.h"
#include "milliwatt/dsp.h"
#include "milliwatt/error.h"
#include "recipe_layout.h"

#define LONGEST_SPECTRUM 2048

static bool in_range(uint32_t value, uint32_t lowest, uint32_t highest) {
    return lowest <= value && value <= highest;
}

static bool is_zero(const uint8_t *bytes, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

static int32_t rounded_up_to_eight(uint32_t bytes) {
    return (int32_t)((bytes + 7) & ~7u);
}

/* Coefficient magnitudes of a section must sum to less than 2^32: the headroom of biquad_cascade.c. */
static int32_t check_biquads(const uint8_t *p, uint32_t length) {
    uint32_t sections = length / 20;
    if (length % 20 != 0 || !in_range(sections, 1, 8)) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t s = 0; s < sections; s++) {
        int64_t sum = 0;
        for (uint32_t c = 0; c < 5; c++) {
            sum += mw_magnitude(mw_read_i32(p + 20 * s + 4 * c));
        }
        if (sum >= (int64_t)1 << 32) {
            return MW_ERROR_FORMAT;
        }
    }
    return rounded_up_to_eight(20 * sections);
}

static int32_t check_decimating_fir(const uint8_t *p, uint32_t length) {
    if (length < 4) {
        return MW_ERROR_FORMAT;
    }
    uint32_t taps = mw_read_u16(p + 2);
    uint32_t used = 4 + 2 * taps;
    bool fits = in_range(taps, 1, 128) && length == ((used + 3) & ~3u) && is_zero(p + used, length - used);
    return fits && p[0] >= 1 && p[1] <= 31 ? rounded_up_to_eight(8 + 4 * taps) : MW_ERROR_FORMAT;
}

static int32_t check_signal_quality(const uint8_t *p) {
    bool fits = in_range(mw_read_u16(p), 1, 32768) && mw_read_u16(p + 2) >= 1 && p[6] <= 30 && p[7] == 0 &&
                mw_read_u32(p + 8) <= INT32_MAX && mw_read_u32(p + 12) <= 1000000;
    return fits ? 16 : MW_ERROR_FORMAT;
}

static int32_t check_baseline_anomaly(const uint8_t *p) {
    bool fits = p[0] < MW_STEP_MAX_VALUES && in_range(p[1], 4, 64) && mw_read_u16(p + 2) >= 1 &&
                mw_read_u16(p + 4) <= 32767 && in_range(mw_read_u16(p + 6), 1, 32767) &&
                mw_read_u32(p + 8) <= 8388607 && is_zero(p + 14, 2);
    return fits ? rounded_up_to_eight(20 + 4 * (uint32_t)p[1]) : MW_ERROR_FORMAT;
}

static int32_t check_log_spectrum(const uint8_t *p) {
    uint32_t length = mw_read_u16(p);
    bool fits = in_range(length, 16, LONGEST_SPECTRUM) && (length & (length - 1)) == 0 && p[2] <= 7 && p[3] == 0;
    return fits ? (int32_t)(8 + 4 * length) : MW_ERROR_FORMAT;
}

static int32_t check_local_floor(const uint8_t *p) {
    bool fits = in_range(mw_read_u32(p), 1, 1 << 24) && mw_read_u32(p + 4) <= 1 << 24 && p[8] >= 1 && p[9] >= 1 &&
                p[10] >= 2 && p[11] == 0 && in_range(mw_read_u32(p + 12), 1, INT32_MAX);
    return fits ? rounded_up_to_eight(24 + 4 * (uint32_t)p[10]) : MW_ERROR_FORMAT;
}

static int32_t check_line_score(const uint8_t *p, uint32_t length) {
    if (length < 4 || !in_range(p[0], 1, 32) || length != 4 + 4 * (uint32_t)p[0] || p[1] > 100) {
        return MW_ERROR_FORMAT;
    }
    for (const uint8_t *line = p + 4; line < p + length; line += 4) {
        if (line[0] >= MW_ORDER_REFERENCES || !in_range(line[1], 1, 127) || line[2] >= MW_ORDER_REFERENCES) {
            return MW_ERROR_FORMAT;
        }
    }
    return 0;
}

/* Parameters of one word: two bytes with ranges, the rest zero. */
static int32_t check_word(const uint8_t *p, uint32_t length, const uint32_t first[2], const uint32_t second[2],
                          int32_t state_bytes) {
    bool fits = length == 4 && in_range(p[0], first[0], first[1]) && in_range(p[1], second[0], second[1]) &&
                is_zero(p + 2, 2);
    return fits ? state_bytes : MW_ERROR_FORMAT;
}

int32_t mw_recipe_check_parameters(unsigned operation, const uint8_t *p, uint32_t length) {
    static const uint32_t zero[2] = {0, 0};
    static const uint32_t settling_shift[2] = {1, 15};
    static const uint32_t fraction_bits[2] = {0, 7};
    static const uint32_t order[2] = {1, MW_WHITENING_MAX_ORDER};
    static const uint32_t white_noise_shift[2] = {1, 24};
    static const uint32_t shift[2] = {0, 31};
    switch (operation) {
    case MW_OPERATION_MEAN_REMOVAL:
        return check_word(p, length, settling_shift, fraction_bits, sizeof(struct mw_mean_removal));
    case MW_OPERATION_BIQUADS:
        return check_biquads(p, length);
    case MW_OPERATION_WHITENING:
        return check_word(p, length, order, white_noise_shift, length == 4 ? 16 * (p[0] + 1) : 0);
    case MW_OPERATION_SQUARE:
        return check_word(p, length, shift, zero, 0);
    case MW_OPERATION_DECIMATING_FIR:
        return check_decimating_fir(p, length);
    case MW_OPERATION_ENERGY:
        return length == 0 ? (int32_t)sizeof(struct mw_energy) : MW_ERROR_FORMAT;
    case MW_OPERATION_MOMENTS:
        return check_word(p, length, fraction_bits, zero, sizeof(struct mw_moments));
    case MW_OPERATION_SIGNAL_QUALITY:
        return length == 16 ? check_signal_quality(p) : MW_ERROR_FORMAT;
    case MW_OPERATION_BASELINE_ANOMALY:
        return length == 16 ? check_baseline_anomaly(p) : MW_ERROR_FORMAT;
    case MW_OPERATION_LOG_SPECTRUM:
        return length == 4 ? check_log_spectrum(p) : MW_ERROR_FORMAT;
    case MW_OPERATION_LOCAL_FLOOR:
        return length == 16 ? check_local_floor(p) : MW_ERROR_FORMAT;
    case MW_OPERATION_LINE_SCORE:
        return check_line_score(p, length);
    case MW_OPERATION_SHAFT_SPEED:
        return length == 0 ? 0 : MW_ERROR_FORMAT;
    default:
        return MW_ERROR_UNSUPPORTED;
    }
}
