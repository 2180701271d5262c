/* Instructions executed, by SysTick under -icount shift=0. */
#ifndef MILLIWATT_CORTEX_M_INSTRUCTIONS_H
#define MILLIWATT_CORTEX_M_INSTRUCTIONS_H

#include <stdint.h>

void mw_instructions_start(void);

/* Since the start, exact to about 60; 0 when there were more than the counter holds, half a billion. */
uint32_t mw_instructions_counted(void);

#endif
