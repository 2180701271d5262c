/* The vector table of a program that takes interrupts. What the table of startup.c has as faults stays so. */
#include "interrupts.h"

#include "clock.h"
#include "uart.h"

#include <stdint.h>

#define VECTOR_TABLE_OFFSET (*(volatile uint32_t *)0xE000ED08)

enum vector { SYSTICK = 15, UART0_RECEIVE = 16, VECTORS = 17 };

extern uint32_t mw_stack_top[];
void mw_reset(void);
void mw_fault(void);

typedef void (*handler)(void);

struct vector_table {
    uint32_t *stack;
    handler handlers[VECTORS - 1];
};

/* The table must lie at a multiple of its size rounded up to a power of two, at least 128 (Armv7-M ARM, B3.2.5). */
__attribute__((aligned(128))) static const struct vector_table vectors = {
    mw_stack_top,
    {mw_reset, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault,
     mw_fault, mw_fault, mw_fault, [SYSTICK - 1] = mw_clock_ticked, [UART0_RECEIVE - 1] = mw_uart_received},
};

void mw_interrupts_open(void) {
    VECTOR_TABLE_OFFSET = (uint32_t)(uintptr_t)&vectors;
    __asm__ volatile("dsb\nisb" ::: "memory");
}
