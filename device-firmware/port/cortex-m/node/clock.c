#include "clock.h"

#define SYSTICK_CONTROL (*(volatile uint32_t *)0xE000E010)
#define SYSTICK_RELOAD (*(volatile uint32_t *)0xE000E014)
#define SYSTICK_VALUE (*(volatile uint32_t *)0xE000E018)
#define ENABLE_WITH_INTERRUPT_FROM_CORE_CLOCK 7U
#define CLOCK_HERTZ 25000000U

static volatile uint32_t ticks;
static uint64_t base_millis; /* at tick 0 */

void mw_clock_open(uint64_t now_millis) {
    base_millis = now_millis;
    SYSTICK_RELOAD = CLOCK_HERTZ / 1000U * MW_TICK_MILLIS - 1U;
    SYSTICK_VALUE = 0;
    SYSTICK_CONTROL = ENABLE_WITH_INTERRUPT_FROM_CORE_CLOCK;
}

void mw_clock_ticked(void) { ticks++; }

uint32_t mw_clock_ticks(void) { return ticks; }

uint64_t mw_clock_millis(void) { return base_millis + (uint64_t)ticks * MW_TICK_MILLIS; }

void mw_clock_set(uint64_t now_millis) {
    uint64_t now = mw_clock_millis();
    if (now_millis > now) {
        base_millis += now_millis - now;
    }
}

/* With interrupts masked, one that comes between the question and the sleep still ends the sleep at once. */
void mw_clock_sleep(uint32_t handled) {
    __asm__ volatile("cpsid i" ::: "memory");
    if (ticks == handled) {
        __asm__ volatile("wfi");
    }
    __asm__ volatile("cpsie i" ::: "memory");
}
