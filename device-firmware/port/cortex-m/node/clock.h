/* Time from SysTick: a tick each tenth of a second, and the milliseconds since 1970 that the bridge tells. */
#ifndef MILLIWATT_NODE_CLOCK_H
#define MILLIWATT_NODE_CLOCK_H

#include <stdint.h>

#define MW_TICK_MILLIS 100U

void mw_clock_open(uint64_t now_millis);

/* Ticks since the start. */
uint32_t mw_clock_ticks(void);

uint64_t mw_clock_millis(void);

/* The bridge's time. An emulator that was held up has lost ticks; time goes forward only. */
void mw_clock_set(uint64_t now_millis);

/* Sleeps until an interrupt, unless more than `ticks` ticks have passed or a byte has come since. */
void mw_clock_sleep(uint32_t ticks);

/* The SysTick interrupt. */
void mw_clock_ticked(void);

#endif
