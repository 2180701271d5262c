/* Breaks in the way the command line names. The emulator must end with status 99 and the cause, never with success. */
#include "../../port/cortex-m/semihosting.h"

#include <string.h>

static void write_where_nothing_is(void) { *(volatile uint32_t *)0x1FFFFF00 = 1; }

static void run_no_instruction(void) { __asm__ volatile("udf #1"); }

static void read_a_word_at_an_odd_address(void) {
    uint32_t value;
    /* Two words at once: every core demands alignment of that. */
    __asm__ volatile("ldm %1, {%0, r3}" : "=r"(value) : "r"(0x20000001) : "r3");
}

/* Pushes until the memory ends. */
static void fill_the_stack(void) {
    for (;;) {
        __asm__ volatile("push {r0, r1, r2, r3}");
    }
}

int main(void) {
    char line[64];
    if (mw_command_line(line, sizeof line) != 0) {
        return 1;
    }
    if (strstr(line, "write") != NULL) {
        write_where_nothing_is();
    } else if (strstr(line, "instruction") != NULL) {
        run_no_instruction();
    } else if (strstr(line, "odd") != NULL) {
        read_a_word_at_an_odd_address();
    } else if (strstr(line, "stack") != NULL) {
        fill_the_stack();
    }
    return 0;
}
