/* For Java: a node's updater over simulated flash, in one opaque object. */
#ifndef MILLIWATT_HOST_JAVA_UPDATE_H
#define MILLIWATT_HOST_JAVA_UPDATE_H

#include "milliwatt/node.h"
#include "milliwatt/update.h"
#include "simulated_flash.h"

struct mw_java_updater {
    struct mw_simulated_flash flash;
    struct mw_update update;
};

/* How the flash is cut up; Java writes it by offset, 28 bytes. */
struct mw_java_flash_plan {
    uint32_t page_bytes;
    uint32_t word_bytes;
    uint32_t trailer_pages; /* of one slot */
    uint32_t data_pages;    /* of one slot */
    uint32_t keys;          /* 0 .. 2 */
    uint32_t unsigned_allowed;
    uint32_t fault; /* 1: the start follows a fault (mw_update_boot) */
};

/* Bytes of a struct mw_java_updater, aligned to 8. */
int64_t mw_java_updater_size(void);

/* Bytes of flash that the plan needs; all 0xFF is a new flash. The bytes must stay with the node and be kept over its restarts. */
int64_t mw_java_flash_size(const struct mw_java_flash_plan *plan);

/* Opens the updater and starts the node in one go; as mw_update_open and mw_node_start_updatable. `factory_length` 0: no
 * factory bundle. `keys` holds plan->keys entries. */
int mw_java_start_updatable(struct mw_node **node, void *memory, int64_t memory_length,
                            const struct mw_node_configuration *configuration, struct mw_java_updater *updater,
                            uint8_t *flash, const struct mw_java_flash_plan *plan, const uint8_t *factory,
                            int64_t factory_length, const struct mw_update_key *keys);

/* The slot whose model runs, 0 or 1; 2 the factory's bundle. */
int mw_java_updater_running(const struct mw_java_updater *updater);

/* The bundle that runs, for a Java twin of the model: its length, with *bundle set. */
int64_t mw_java_updater_bundle(const struct mw_java_updater *updater, const uint8_t **bundle);

/* Power fails at this operation of the flash (simulated_flash.h); nothing of the node works as it should from there on. */
void mw_java_updater_cut(struct mw_java_updater *updater, uint32_t operation, uint32_t cut);

#endif
