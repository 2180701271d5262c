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

/* From the linker script. */
extern uint32_t mw_stack_bottom[];

#define UNTOUCHED 0x5AFE57AC
#define OWN_FRAME 8 /* words that bench_begin itself may have pushed */

static uint32_t *stack_at_begin;

void bench_begin(void) {
    uint32_t *stack;
    __asm__ volatile("mov %0, sp" : "=r"(stack));
    stack_at_begin = stack - OWN_FRAME;
    for (uint32_t *word = mw_stack_bottom; word < stack_at_begin; word++) {
        *word = UNTOUCHED;
    }
    mw_instructions_start();
}

uint32_t bench_stack(void) {
    const uint32_t *word = mw_stack_bottom;
    while (word < stack_at_begin && *word == UNTOUCHED) {
        word++;
    }
    return (uint32_t)((uintptr_t)stack_at_begin - (uintptr_t)word) + OWN_FRAME * sizeof *word;
}

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
