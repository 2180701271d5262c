#include "uart.h"

#define UART_DATA (*(volatile uint32_t *)0x40004000)
#define UART_STATE (*(volatile uint32_t *)0x40004004)
#define UART_CONTROL (*(volatile uint32_t *)0x40004008)
#define UART_INTERRUPT (*(volatile uint32_t *)0x4000400C)
#define UART_BAUD_DIVIDER (*(volatile uint32_t *)0x40004010)

#define STATE_TRANSMITTER_FULL 1U
#define STATE_RECEIVER_FULL 2U
#define CONTROL_TRANSMIT_RECEIVE_INTERRUPT 0xBU /* transmitter, receiver, receive interrupt */
#define INTERRUPT_RECEIVED 2U
#define SMALLEST_DIVIDER 16U

#define INTERRUPT_ENABLE (*(volatile uint32_t *)0xE000E100)
#define UART0_RECEIVE 1U /* interrupt 0 */

/* A power of two. While a bundle's signature is checked, some 20 ms, not a tenth of it fills. */
#define RING_BYTES 16384U

static uint8_t ring[RING_BYTES];
static volatile uint32_t written; /* by the interrupt only */
static volatile uint32_t taken;   /* by the program only */
static volatile uint32_t lost;

void mw_uart_open(void) {
    UART_BAUD_DIVIDER = SMALLEST_DIVIDER;
    UART_CONTROL = CONTROL_TRANSMIT_RECEIVE_INTERRUPT;
    INTERRUPT_ENABLE = UART0_RECEIVE;
}

/* The interrupt is cleared before the byte is taken: one that comes in between raises it anew. The other way round it would
 * be cleared with it, and the receiver, full for ever, would raise no other. The counters run over 2^32 and keep their
 * difference, which the ring's size bounds. */
void mw_uart_received(void) {
    UART_INTERRUPT = INTERRUPT_RECEIVED;
    while ((UART_STATE & STATE_RECEIVER_FULL) != 0) {
        uint8_t byte = (uint8_t)UART_DATA;
        if (written - taken < RING_BYTES) {
            ring[written % RING_BYTES] = byte;
            written++;
        } else {
            lost++;
        }
    }
}

bool mw_uart_read(uint8_t *byte) {
    if (taken == written) {
        return false;
    }
    *byte = ring[taken % RING_BYTES];
    taken++;
    return true;
}

void mw_uart_write(const uint8_t *bytes, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        while ((UART_STATE & STATE_TRANSMITTER_FULL) != 0) {
        }
        UART_DATA = bytes[i];
    }
}

uint32_t mw_uart_lost(void) { return lost; }
