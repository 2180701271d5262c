/* UART0 of the Arm MPS2 boards (CMSDK APB UART, Arm DDI 0479), received by interrupt and sent by polling. */
#ifndef MILLIWATT_NODE_UART_H
#define MILLIWATT_NODE_UART_H

#include <stdbool.h>
#include <stdint.h>

void mw_uart_open(void);

/* Takes the next byte received; false when there is none. */
bool mw_uart_read(uint8_t *byte);

void mw_uart_write(const uint8_t *bytes, uint32_t length);

/* Bytes that came while there was no room for them, since the start. */
uint32_t mw_uart_lost(void);

/* The receive interrupt. */
void mw_uart_received(void);

#endif
