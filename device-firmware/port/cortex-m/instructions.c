#include "instructions.h"

#define SYSTICK_CONTROL (*(volatile uint32_t *)0xE000E010)
#define SYSTICK_RELOAD (*(volatile uint32_t *)0xE000E014)
#define SYSTICK_VALUE (*(volatile uint32_t *)0xE000E018)
#define FULL 0xFFFFFFU
#define WRAPPED (1U << 16)

/* One instruction is one nanosecond; the boards' SysTick clocks as QEMU 7.2 has them. */
#if __ARM_ARCH == 8
#define EIGHTH_NANOSECONDS_PER_TICK 250 /* 32 MHz */
#elif __ARM_ARCH == 7
#define EIGHTH_NANOSECONDS_PER_TICK 320 /* 25 MHz */
#else
#define EIGHTH_NANOSECONDS_PER_TICK 500 /* 16 MHz */
#endif

void mw_instructions_start(void) {
    SYSTICK_CONTROL = 0;
    SYSTICK_RELOAD = FULL;
    SYSTICK_VALUE = 0;
    SYSTICK_CONTROL = 5; /* core clock, no interrupt */
}

uint32_t mw_instructions_counted(void) {
    uint32_t ticks = FULL - SYSTICK_VALUE;
    if ((SYSTICK_CONTROL & WRAPPED) != 0) {
        return 0;
    }
    return (uint32_t)((uint64_t)ticks * EIGHTH_NANOSECONDS_PER_TICK / 8);
}
