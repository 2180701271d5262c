/* Interrupts of the emulated node: SysTick and UART0's receiver. */
#ifndef MILLIWATT_NODE_INTERRUPTS_H
#define MILLIWATT_NODE_INTERRUPTS_H

void mw_interrupts_open(void);

#endif
