/*
 * Reset, vector table and faults of an emulated board. A fault prints its cause and ends the program with status 99, so
 * that it fails whatever test it happens in. The linker script puts the stack at the bottom of the RAM: a stack that
 * outgrows its place leaves the memory and faults instead of writing over data.
 */
#include "semihosting.h"

#include <stdint.h>
#include <string.h>

#define FAULT_STATUS 99

/* System control block (Armv7-M ARM, B3.2). */
#define COPROCESSOR_ACCESS (*(volatile uint32_t *)0xE000ED88)
#define CONFIGURABLE_FAULTS (*(volatile uint32_t *)0xE000ED28)
#define HARD_FAULT (*(volatile uint32_t *)0xE000ED2C)
#define MEMORY_FAULT_ADDRESS (*(volatile uint32_t *)0xE000ED34)
#define BUS_FAULT_ADDRESS (*(volatile uint32_t *)0xE000ED38)

/* Memory protection unit (Armv7-M ARM, B3.5). */
#define PROTECTION_CONTROL (*(volatile uint32_t *)0xE000ED94)
#define REGION_NUMBER (*(volatile uint32_t *)0xE000ED98)
#define REGION_BASE (*(volatile uint32_t *)0xE000ED9C)
#define REGION_ATTRIBUTES (*(volatile uint32_t *)0xE000EDA0)
#define DEFAULT_MAP_ELSEWHERE 4U
#define SIZE_64_KB (15U << 1) /* as the exponent of two, less one */
#define SIZE_4_MB (21U << 1)
#define READ_ONLY (6U << 24)
#define ENABLE 1U

/* From the linker script. */
extern uint32_t mw_stack_bottom[], mw_stack_top[];
extern uint32_t mw_data_load[], mw_data_start[], mw_data_end[];
extern uint32_t mw_zero_start[], mw_zero_end[];

typedef void (*initializer)(void);
extern const initializer mw_initializers_start[], mw_initializers_end[];

/* Programs that take no arguments declare main without; the calling convention is the same. */
int main(int count, char **arguments);

void mw_reset(void);
void mw_fault(void);
void mw_report_fault(uint32_t exception, const uint32_t *frame);

static void print_register(const char *name, uint32_t value) {
    mw_print(name);
    mw_print_hexadecimal(value);
}

static const char *cause(uint32_t exception) {
    static const char *const names[] = {"no exception", "reset",     "NMI",         "hard fault",
                                        "memory fault", "bus fault", "usage fault", "secure fault"};
    return exception < sizeof names / sizeof names[0] ? names[exception] : "unexpected interrupt";
}

/* `frame` is where the core pushed r0-r3, r12, LR, PC and xPSR, or lies outside the RAM when the stack overflowed. */
void mw_report_fault(uint32_t exception, const uint32_t *frame) {
    mw_print("\nFAULT: ");
    mw_print(cause(exception));
    if (frame < mw_stack_bottom) {
        mw_print(", stack overflow");
    } else {
        print_register(" at PC ", frame[6]);
        print_register(", called from LR ", frame[5]);
    }
    print_register(", SP ", (uint32_t)(uintptr_t)frame);
#if __ARM_ARCH_ISA_THUMB >= 2
    print_register(", CFSR ", CONFIGURABLE_FAULTS);
    print_register(", HFSR ", HARD_FAULT);
    print_register(", MMFAR ", MEMORY_FAULT_ADDRESS);
    print_register(", BFAR ", BUS_FAULT_ADDRESS);
#endif
    mw_print("\n");
    mw_exit(FAULT_STATUS);
}

/* Takes a fresh stack first: the old one may be what broke. The exception's number is in IPSR, its frame at MSP. */
__attribute__((naked)) void mw_fault(void) {
    __asm__ volatile("mrs r0, ipsr\n"
                     "mrs r1, msp\n"
                     "ldr r2, =mw_stack_top\n"
                     "mov sp, r2\n"
                     "bl mw_report_fault\n");
}

static size_t bytes_between(const void *from, const void *to) { return (uintptr_t)to - (uintptr_t)from; }

/* The emulated mps2-an386 lets its flash be written, by a null pointer for example, and what lies below the RAM, where
 * nothing lies: regions that forbid it make faults of both, as on the other boards. */
static void guard_memory(void) {
#if __ARM_ARCH == 7
    REGION_NUMBER = 1;
    REGION_BASE = 0;
    REGION_ATTRIBUTES = READ_ONLY | SIZE_4_MB | ENABLE;
    REGION_NUMBER = 0;
    REGION_BASE = (uint32_t)(uintptr_t)mw_stack_bottom - 0x10000U;
    REGION_ATTRIBUTES = SIZE_64_KB | ENABLE;
    PROTECTION_CONTROL = DEFAULT_MAP_ELSEWHERE | ENABLE;
#endif
}

void mw_reset(void) {
#if __ARM_ARCH_ISA_THUMB >= 2
    COPROCESSOR_ACCESS |= 0xFU << 20; /* the floating-point and vector unit, before anything can use it */
    __asm__ volatile("dsb\nisb" ::: "memory");
#endif
    guard_memory();
    memcpy(mw_data_start, mw_data_load, bytes_between(mw_data_start, mw_data_end));
    memset(mw_zero_start, 0, bytes_between(mw_zero_start, mw_zero_end));
    size_t count = bytes_between(mw_initializers_start, mw_initializers_end) / sizeof mw_initializers_start[0];
    for (size_t i = 0; i < count; i++) {
        mw_initializers_start[i]();
    }
    static char *arguments[] = {NULL};
    mw_exit(main(0, arguments));
}

struct vector_table {
    uint32_t *stack;
    void (*handlers[15])(void);
};

/* NMI, hard, memory management, bus, usage and secure fault, supervisor call, PendSV; SysTick counts without interrupt. */
__attribute__((section(".vectors"), used)) static const struct vector_table vectors = {
    mw_stack_top,
    {mw_reset, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault, mw_fault,
     mw_fault, mw_fault, mw_fault, mw_fault},
};
