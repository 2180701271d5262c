/* Operator records of a network with drawn weights, written into memory as contract/bundle.md has them. */
#ifndef MILLIWATT_BENCH_RECORDS_H
#define MILLIWATT_BENCH_RECORDS_H

#include "bench.h"

#include <string.h>

struct records {
    uint8_t *bytes;
    uint32_t length;
};

static inline void put_byte(struct records *out, uint32_t value) { out->bytes[out->length++] = (uint8_t)value; }

static inline void put_half(struct records *out, uint32_t value) {
    put_byte(out, value);
    put_byte(out, value >> 8);
}

static inline void put_word(struct records *out, uint32_t value) {
    put_half(out, value);
    put_half(out, value >> 16);
}

/* A dense layer (code 1, kernel 0) or a convolution (code 2, stride 1) of int8 weights with a multiplier per channel. */
static inline void put_layer(struct records *out, uint32_t code, uint32_t channels, uint32_t row, uint32_t kernel) {
    put_byte(out, code);
    put_byte(out, 1);
    put_half(out, channels);
    put_half(out, (uint32_t)-128);
    put_half(out, 127);
    put_half(out, 3);
    put_half(out, 0);
    put_half(out, kernel);
    put_byte(out, kernel == 0 ? 0 : 1);
    put_byte(out, kernel == 0 ? 0 : 1);
    put_word(out, 0);
    for (uint32_t channel = 0; channel < channels; channel++) {
        put_word(out, bench_random() % 4000 - 2000);
    }
    for (uint32_t channel = 0; channel < channels; channel++) {
        put_word(out, 0x40000000U + (bench_random() << 14));
    }
    for (uint32_t weight = 0; weight < channels * row; weight++) {
        put_byte(out, bench_random());
    }
    for (uint32_t channel = 0; channel < channels; channel++) {
        put_byte(out, (uint32_t)-8);
    }
    while (out->length % 4 != 0) {
        put_byte(out, 0);
    }
}

#endif
