#include "milliwatt/spectrum.h"
#include "packed.h"
#include "quarter_wave.h"

/*
 * Radix 4, decimation in time on bit-reversed input, with a first stage of radix 2 where the length is no power of 4.
 * Block floating point: before each stage the longest number tells by how much the stage must scale down.
 *
 * Headroom: let every number's magnitude (as a complex number) be at most B = 2^14.5 + a few units. A stage that divides by
 * 4 cannot raise the largest magnitude but by its rounding, below 3 units; after numbers below 2^13 in both parts (magnitude
 * below 2^13.5) one that divides by 2 gives at most B again; after 2^12 one that does not divide does. The twiddles' own
 * magnitude is below one: 32767 + sqrt(0.5) < 32768. With at most five stages the parts stay below 2^14.5 + 15 < 2^15.
 */

/* exp(-j 2 pi i / 2048) is cosine - j sine: low half cosine, high half sine. i = 1 .. 511. */
static inline uint32_t acute_twiddle(uint32_t i) {
    return mw_pack(mw_quarter_wave[MW_QUARTER_WAVE - 1 - i], mw_quarter_wave[i - 1]);
}

struct twiddles {
    uint32_t w1; /* i */
    uint32_t w2; /* 2 i */
    uint32_t w3; /* 3 i */
};

/* i = 1 .. 511, a multiple of 2 */
static struct twiddles twiddles(uint32_t i) {
    static const uint32_t minus_j = 32767u << 16;
    const int16_t *sine = mw_quarter_wave; /* from 1 */
    struct twiddles w;
    w.w1 = acute_twiddle(i);
    if (i < MW_QUARTER_WAVE / 2) {
        w.w2 = acute_twiddle(2 * i);
    } else if (i == MW_QUARTER_WAVE / 2) {
        w.w2 = minus_j;
    } else {
        uint32_t beyond = 2 * i - MW_QUARTER_WAVE;
        w.w2 = mw_pack(-sine[beyond - 1], sine[MW_QUARTER_WAVE - beyond - 1]);
    }
    /* No multiple of 3 is a quarter or a half turn. */
    if (3 * i < MW_QUARTER_WAVE) {
        w.w3 = acute_twiddle(3 * i);
    } else if (3 * i < 2 * MW_QUARTER_WAVE) {
        uint32_t beyond = 3 * i - MW_QUARTER_WAVE;
        w.w3 = mw_pack(-sine[beyond - 1], sine[MW_QUARTER_WAVE - beyond - 1]);
    } else {
        uint32_t beyond = 3 * i - 2 * MW_QUARTER_WAVE;
        w.w3 = mw_pack(-sine[MW_QUARTER_WAVE - beyond - 1], -sine[beyond - 1]);
    }
    return w;
}

/* round(a w) */
static inline uint32_t turned(uint32_t a, uint32_t w) {
    return mw_pack_q15(mw_packed_dot(a, w, 0x4000), mw_packed_cross(w, a, 0x4000));
}

struct four {
    uint32_t a;
    uint32_t b;
    uint32_t c;
    uint32_t d;
};

/* The transform of four numbers divided by 2^shift, shift 0 .. 2, to z[0], z[q], z[2q], z[3q]. Returns the changes in it. */
static inline uint32_t put_sums(uint32_t *z, uint32_t q, struct four in, unsigned shift) {
    bool first = shift == 2;
    if (first) {
        in.a = mw_packed_add(in.a, 0x00020002); /* the second halving rounds up what the first has rounded down */
    }
    uint32_t ac_sum = first ? mw_packed_mean(in.a, in.c) : mw_packed_add(in.a, in.c);
    uint32_t ac_difference = first ? mw_packed_half_difference(in.a, in.c) : mw_packed_subtract(in.a, in.c);
    uint32_t bd_sum = first ? mw_packed_mean(in.b, in.d) : mw_packed_add(in.b, in.d);
    uint32_t bd_difference = first ? mw_packed_half_difference(in.b, in.d) : mw_packed_subtract(in.b, in.d);
    bool second = shift >= 1;
    uint32_t out0 = second ? mw_packed_mean(ac_sum, bd_sum) : mw_packed_add(ac_sum, bd_sum);
    uint32_t out1 = second ? mw_packed_half_subtract_turned(ac_difference, bd_difference)
                           : mw_packed_subtract_turned(ac_difference, bd_difference);
    uint32_t out2 = second ? mw_packed_half_difference(ac_sum, bd_sum) : mw_packed_subtract(ac_sum, bd_sum);
    uint32_t out3 = second ? mw_packed_half_add_turned(ac_difference, bd_difference)
                           : mw_packed_add_turned(ac_difference, bd_difference);
    z[0] = out0;
    z[q] = out1;
    z[2 * q] = out2;
    (z + q)[2 * q] = out3;
    return mw_packed_changes(out0) | mw_packed_changes(out1) | mw_packed_changes(out2) | mw_packed_changes(out3);
}

/* Bit reversal has put the second and the third quarter in each other's place. */
static inline uint32_t unturned_butterfly(uint32_t *z, uint32_t q, unsigned shift) {
    struct four in = {.a = z[0], .b = z[2 * q], .c = z[q], .d = z[3 * q]};
    return put_sums(z, q, in, shift);
}

/* One copy for each shift: a test in the innermost loop would cost more than the code. */
__attribute__((always_inline)) static inline uint32_t stage(uint32_t *z, uint32_t length, uint32_t q, unsigned shift) {
    uint32_t changes = 0;
    for (uint32_t i = 0; i < length; i += 4 * q) {
        changes |= unturned_butterfly(z + i, q, shift);
    }
    const uint32_t *end = z + length;
    uint32_t step = MW_QUARTER_WAVE / q;
    for (uint32_t k = 1; k < q; k++) {
        struct twiddles w = twiddles(k * step);
        for (uint32_t *at = z + k; at < end; at += 4 * q) {
            struct four in = {.a = at[0],
                              .b = turned(at[2 * q], w.w1),
                              .c = turned(at[q], w.w2),
                              .d = turned((at + q)[2 * q], w.w3)};
            changes |= put_sums(at, q, in, shift);
        }
    }
    return changes;
}

/* Numbers come in with parts of at most 2^14: both first stages must divide by their radix. */
static uint32_t first_stage_radix_2(uint32_t *z, uint32_t length) {
    uint32_t changes = 0;
    for (uint32_t i = 0; i < length; i += 2) {
        uint32_t sum = mw_packed_mean(z[i], z[i + 1]);
        uint32_t difference = mw_packed_half_difference(z[i], z[i + 1]);
        z[i] = sum;
        z[i + 1] = difference;
        changes |= mw_packed_changes(sum) | mw_packed_changes(difference);
    }
    return changes;
}

static uint32_t first_stage_radix_4(uint32_t *z, uint32_t length) {
    uint32_t changes = 0;
    for (uint32_t i = 0; i < length; i += 4) {
        changes |= unturned_butterfly(z + i, 1, 2);
    }
    return changes;
}

/* The mirror image of i + 2, i even, from that of i. */
static inline uint32_t next_mirrored(uint32_t i, uint32_t mirrored, uint32_t length) {
#if MW_PACKED_INSTRUCTIONS
    (void)mirrored;
    uint32_t word;
    __asm__("rbit %0, %1" : "=r"(word) : "r"(i + 2));
    return word >> (__builtin_clz(length) + 1);
#else
    /* Adds one at the other end: the carry runs down through the leading ones. */
    (void)i;
    uint32_t bit = length >> 2;
    while ((mirrored & bit) != 0) {
        mirrored ^= bit;
        bit >>= 1;
    }
    return mirrored | bit;
#endif
}

static inline void swap(uint32_t *a, uint32_t *b) {
    uint32_t kept = *a;
    *a = *b;
    *b = kept;
}

/* One even number in the lower half and its mirror image tell three more pairs: their successors, and those in the upper half. */
static void reverse_bits(uint32_t *z, uint32_t length) {
    uint32_t half = length / 2;
    uint32_t mirrored = 0;
    for (uint32_t i = 0; i < half; i += 2) {
        swap(z + i + 1, z + half + mirrored);
        if (i < mirrored) {
            swap(z + i, z + mirrored);
            swap(z + half + 1 + i, z + half + 1 + mirrored);
        }
        mirrored = next_mirrored(i, mirrored, length);
    }
}

/* Returns the number of halvings; the rest is in *changes. */
static int transform(uint32_t *z, uint32_t length, uint32_t *changes) {
    reverse_bits(z, length);
    bool is_power_of_four = (length & 0x55555555u) != 0;
    *changes = is_power_of_four ? first_stage_radix_4(z, length) : first_stage_radix_2(z, length);
    int halvings = is_power_of_four ? 2 : 1;
    for (uint32_t q = is_power_of_four ? 4 : 2; q < length; q *= 4) {
        uint32_t headroom = mw_packed_headroom(*changes);
        if (headroom <= 1) {
            *changes = stage(z, length, q, 2);
            halvings += 2;
        } else if (headroom == 2) {
            *changes = stage(z, length, q, 1);
            halvings += 1;
        } else {
            *changes = stage(z, length, q, 0);
        }
    }
    return halvings;
}

/*
 * Even and odd samples went in as real and imaginary parts. With e = z_k + conj(z_m) and o = -j (z_k - conj(z_m)), m = M - k,
 * bin k is (e + w o) / 2 and bin m is conj(e - w o) / 2.
 *
 * Headroom: of parts below 2^13 sums are below 2^14, their magnitude below 2^14.5, and half the sum of two such too. Otherwise e
 * and o are halved, and a bin is half of what it should be.
 */
static inline void separate_pair(uint32_t *z_k, uint32_t *z_m, uint32_t w, bool halves) {
    uint32_t a = halves ? mw_packed_add(*z_k, 0x00010001) : *z_k; /* rounds up; the second halving rounds down */
    uint32_t b = *z_m;
    uint32_t sum = halves ? mw_packed_mean(a, b) : mw_packed_add(a, b);
    uint32_t difference = halves ? mw_packed_half_difference(a, b) : mw_packed_subtract(a, b);
    uint32_t e = mw_packed_low_high(sum, difference);
    uint32_t jo = mw_packed_low_high(difference, sum); /* low: minus the imaginary part of o; high: the real part */
    uint32_t conjugate_t = mw_pack_q15(mw_packed_cross(w, jo, 0x4000), mw_packed_dot(w, jo, 0x4000));
    uint32_t mean = mw_packed_mean(e, conjugate_t);
    uint32_t half_difference = mw_packed_half_difference(e, conjugate_t);
    *z_k = mw_packed_low_high(mean, half_difference);
    *z_m = mw_packed_low_high(half_difference, mw_packed_subtract(0, mean));
}

static inline void separate(uint32_t *z, uint32_t length, bool halves) {
    uint32_t step = 2 * MW_QUARTER_WAVE / length; /* from bin to bin of the real transform, of 2048 to a turn */
    uint32_t *z_m = z + length;
    for (uint32_t k = 1; k < length / 2; k++) {
        z_m--;
        separate_pair(z + k, z_m, acute_twiddle(k * step), halves);
    }
    separate_pair(z + length / 2, z + length / 2, mw_pack(0, 32767), halves);
    int32_t sum = mw_low(z[0]) + mw_high(z[0]);
    z[0] = mw_pack(halves ? sum >> 1 : sum, 0);
}

int mw_real_fourier_transform_q15(uint32_t *values, uint32_t length) {
    uint32_t changes;
    int halvings = transform(values, length / 2, &changes);
    if (mw_packed_headroom(changes) >= 2) {
        separate(values, length / 2, false);
        return halvings;
    }
    separate(values, length / 2, true);
    return halvings + 1;
}
