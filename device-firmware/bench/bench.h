/*
 * Instruction counts in the emulator. A file bench/NAME.c is a program of its own with `void bench(void)`:
 *
 *     void bench(void) {
 *         bench_begin();
 *         for (unsigned i = 0; i < 100; i++) { ... }
 *         bench_end("forest-10x8", 100);
 *     }
 *
 * prints `name target instructions`, the work between the two calls divided by the repetitions. The emulator executes one
 * instruction per virtual nanosecond (-icount shift=0) and SysTick counts those, so a figure is the same at every run.
 * They are instructions, not cycles. The loop around the work is in the figure.
 */
#ifndef MILLIWATT_BENCH_H
#define MILLIWATT_BENCH_H

#include <stdint.h>

void bench(void);

void bench_begin(void);
void bench_end(const char *name, uint32_t repetitions);

/* The deepest stack since bench_begin, in bytes. */
uint32_t bench_stack(void);

/* A result that is not an instruction count, such as bytes of memory; printed alike. */
void bench_report(const char *name, uint32_t value);

/* Stops the program with status 1 and this text: a bench whose result is wrong measures nothing. */
void bench_require(int holds, const char *text);

/* The same pseudo-random numbers on every target, 0 .. 65 535. */
uint32_t bench_random(void);

#endif
