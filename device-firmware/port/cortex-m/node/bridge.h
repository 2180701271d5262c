/*
 * What passes over the UART between the node and its bridge: messages of `u16 length, u8 kind, content`, little-endian;
 * the length counts the kind and the content.
 */
#ifndef MILLIWATT_NODE_BRIDGE_H
#define MILLIWATT_NODE_BRIDGE_H

#include <stdbool.h>
#include <stdint.h>

/* To the node. */
enum mw_bridge_word {
    MW_BRIDGE_DOWNLINK = 1,  /* a frame or a fragment of an update */
    MW_BRIDGE_DELIVERED = 2, /* u32 boot, u32 sequence of a frame that the gateway has */
    MW_BRIDGE_CONNECTED = 3,
    MW_BRIDGE_LOST = 4,    /* the connection; what was not delivered is to be sent again */
    MW_BRIDGE_TIME = 5,    /* u64 milliseconds since 1970 */
    MW_BRIDGE_POWER_OFF = 6 /* keep what must be kept, and end */
};

/* From the node. */
enum mw_node_word {
    MW_NODE_FRAME = 1,
    MW_NODE_STARTED = 2 /* u32 boot */
};

#define MW_BRIDGE_LARGEST 2048U

struct mw_bridge_message {
    const uint8_t *content;
    uint32_t length;
    uint8_t kind;
};

/* The next message that has come whole; false when there is none yet. Its content stays until the next call. A message
 * longer than MW_BRIDGE_LARGEST, or one of length 0, ends the program: the stream is out of step. */
bool mw_bridge_next(struct mw_bridge_message *message);

void mw_bridge_send(enum mw_node_word kind, const uint8_t *content, uint32_t length);

#endif
