/* Real transform of 512 values in q15 and block floating point, noise; the same for other lengths. */
#include "../src/dsp/quarter_wave.h"
#include "bench.h"
#include "milliwatt/spectrum.h"

static uint32_t values[1024];

static void transform(const char *name, uint32_t length) {
    for (uint32_t i = 0; i < length / 2; i++) {
        values[i] = (bench_random() & 0x1FFF) | (bench_random() & 0x1FFF) << 16;
    }
    bench_begin();
    mw_real_fourier_transform_q15(values, length);
    bench_end(name, 1);
}

void bench(void) {
    transform("fourier-256", 256);
    transform("fourier-512", 512);
    transform("fourier-1024", 1024);
    transform("fourier-2048", 2048);
    bench_report("fourier-table-bytes", sizeof mw_quarter_wave);
}
