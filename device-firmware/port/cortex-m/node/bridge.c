#include "bridge.h"

#include "../semihosting.h"
#include "uart.h"

#define HEAD_BYTES 2U
#define OUT_OF_STEP_STATUS 2

static uint8_t buffer[HEAD_BYTES + MW_BRIDGE_LARGEST];
static uint32_t filled;

static uint32_t announced(void) { return (uint32_t)buffer[0] | (uint32_t)buffer[1] << 8; }

bool mw_bridge_next(struct mw_bridge_message *message) {
    if (filled >= HEAD_BYTES && filled == HEAD_BYTES + announced()) {
        filled = 0; /* the message of the last call */
    }
    uint8_t byte;
    while (mw_uart_read(&byte)) {
        buffer[filled++] = byte;
        if (filled < HEAD_BYTES) {
            continue;
        }
        if (announced() == 0 || announced() > MW_BRIDGE_LARGEST || mw_uart_lost() > 0) {
            mw_print("The bridge and the node are out of step.\n");
            mw_exit(OUT_OF_STEP_STATUS);
        }
        if (filled == HEAD_BYTES + announced()) {
            message->kind = buffer[HEAD_BYTES];
            message->content = buffer + HEAD_BYTES + 1;
            message->length = announced() - 1;
            return true;
        }
    }
    return false;
}

/* Frames are at most some ten thousand bytes: the node's captures are cut to blocks that fit 16 bits of length. */
void mw_bridge_send(enum mw_node_word kind, const uint8_t *content, uint32_t length) {
    const uint32_t total = length + 1;
    const uint8_t head[HEAD_BYTES + 1] = {(uint8_t)total, (uint8_t)(total >> 8), (uint8_t)kind};
    mw_uart_write(head, sizeof head);
    mw_uart_write(content, length);
}
