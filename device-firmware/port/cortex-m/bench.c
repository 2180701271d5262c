/* The frame of the bench programs: see bench/bench.h. */
#include "../../bench/bench.h"

#include "instructions.h"
#include "semihosting.h"

int main(void) {
    bench();
    return 0;
}

static void print_line(const char *name, uint32_t value) {
    mw_print(name);
    mw_print(" " MW_TARGET " ");
    mw_print_number(value);
    mw_print("\n");
}

void bench_begin(void) { mw_instructions_start(); }

void bench_end(const char *name, uint32_t repetitions) {
    uint32_t counted = mw_instructions_counted();
    bench_require(counted != 0, "the counter overflowed: fewer repetitions");
    print_line(name, (counted + repetitions / 2) / repetitions);
}

void bench_report(const char *name, uint32_t value) { print_line(name, value); }

void bench_require(int holds, const char *text) {
    if (!holds) {
        mw_print("bench on " MW_TARGET ": ");
        mw_print(text);
        mw_print("\n");
        mw_exit(1);
    }
}

/* Numerical Recipes' linear congruential generator; its upper half. */
uint32_t bench_random(void) {
    static uint32_t state = 1;
    state = state * 1664525U + 1013904223U;
    return state >> 16;
}
