/* The node's frames in flash. Each function does nothing in a node without a journal. */
#ifndef MILLIWATT_NODE_JOURNALING_H
#define MILLIWATT_NODE_JOURNALING_H

#include "milliwatt/journal.h"
#include "store.h"

struct mw_node;

/* The frame about to be committed goes to flash as well; marks the record where it did. */
void mw_journaling_add(struct mw_node *node, struct mw_record *record, const uint8_t *frame);

/* A frame need not be held any longer, or, `delivered`, unless it is an event. It may be in flash only. */
void mw_journaling_removed(struct mw_node *node, uint32_t boot, uint32_t sequence, bool delivered);

/* Fills the store's free room with frames that are in flash only, events first. Returns whether one came. */
bool mw_journaling_refill(struct mw_node *node);

#endif
