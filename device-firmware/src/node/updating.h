/* Where the node meets its updater. Each function does nothing in a node without one. */
#ifndef MILLIWATT_NODE_UPDATING_H
#define MILLIWATT_NODE_UPDATING_H

#include "milliwatt/update.h"

struct mw_node;
struct mw_judgement;

struct mw_updating {
    struct mw_update *update; /* NULL: no flash, no updates */
    size_t memory_length;     /* what the port gave the node, and so what a new model may take */
    uint32_t heard_millis;    /* when the last fragment or offer came */
    bool asked;               /* the fragments missing were told since then */
    bool restart_wanted;
};

/* A message that begins like a fragment. Returns as mw_update_fragment, but 0 for 1, or MW_ERROR_CRYPTO. */
int mw_updating_fragment(struct mw_node *node, const uint8_t *bytes, size_t length, uint64_t now_millis);

/* Returns 0, MW_ERROR_UNSUPPORTED without an updater, or an error of mw_update_offered. */
int mw_updating_offer(struct mw_node *node, const struct mw_update_offer *offer, uint64_t now_millis);

/* Command 5 or 6. Returns 0, MW_ERROR_UNSUPPORTED without an updater, or MW_ERROR_NOT_FOUND with nothing to do. */
int mw_updating_cancel(struct mw_node *node, uint64_t now_millis);
int mw_updating_revert(struct mw_node *node, uint64_t now_millis);

/* At each call with samples; `first` after a start. Returns 0 or MW_ERROR_CRYPTO. */
int mw_updating_time(struct mw_node *node, bool first);

/* At each window's end; `judgement` is NULL where the model gave none. Returns 0 or MW_ERROR_CRYPTO. */
int mw_updating_window(struct mw_node *node, uint16_t quality, const struct mw_judgement *judgement, bool onset);

#endif
