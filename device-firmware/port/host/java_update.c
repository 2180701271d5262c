#include "java_update.h"

#include "milliwatt/error.h"

#include <assert.h>
#include <string.h>

/* Java writes these structs by offset. */
static_assert(sizeof(struct mw_java_flash_plan) == 28, "layout of mw_java_flash_plan");
static_assert(sizeof(struct mw_update_key) == 72, "layout of mw_update_key");

static uint64_t pages(const struct mw_java_flash_plan *plan) {
    return MW_UPDATE_SLOTS * ((uint64_t)plan->trailer_pages + plan->data_pages);
}

int64_t mw_java_updater_size(void) { return (int64_t)sizeof(struct mw_java_updater); }

int64_t mw_java_flash_size(const struct mw_java_flash_plan *plan) {
    bool holds = plan->page_bytes <= 65536 && pages(plan) <= 16384;
    return holds ? (int64_t)(pages(plan) * plan->page_bytes) : MW_ERROR_ARGUMENT;
}

int mw_java_start_updatable(struct mw_node **node, void *memory, int64_t memory_length,
                            const struct mw_node_configuration *configuration, struct mw_java_updater *updater,
                            uint8_t *flash, const struct mw_java_flash_plan *plan, const uint8_t *factory,
                            int64_t factory_length, const struct mw_update_key *keys) {
    if (mw_java_flash_size(plan) < 0 || memory_length < 0 || factory_length < 0 || plan->keys > MW_UPDATE_KEYS) {
        return MW_ERROR_ARGUMENT;
    }
    struct mw_update_configuration chosen = {0};
    chosen.trailer_pages = plan->trailer_pages;
    chosen.data_pages = plan->data_pages;
    chosen.keys = plan->keys;
    chosen.unsigned_allowed = plan->unsigned_allowed != 0 ? 1 : 0;
    chosen.factory = factory_length > 0 ? factory : NULL;
    chosen.factory_length = (size_t)factory_length;
    if (plan->keys > 0) {
        memcpy(chosen.key, keys, plan->keys * sizeof *keys);
    }
    mw_simulated_flash_open(&updater->flash, flash, plan->page_bytes, plan->word_bytes, (uint32_t)pages(plan));
    int result = mw_update_open(&updater->update, &updater->flash.port, &chosen, &mw_host_crypto);
    return result < 0 ? result
                      : mw_node_start_updatable(node, memory, (size_t)memory_length, configuration, &updater->update,
                                                plan->fault != 0);
}

int mw_java_updater_running(const struct mw_java_updater *updater) { return updater->update.running; }

int64_t mw_java_updater_bundle(const struct mw_java_updater *updater, const uint8_t **bundle) {
    const struct mw_update *update = &updater->update;
    bool factory = update->running >= MW_UPDATE_SLOTS;
    *bundle = factory ? update->configuration.factory : mw_update_bundle(update, update->running);
    return (int64_t)(factory ? update->configuration.factory_length : update->slots[update->running].offer.bundle_bytes);
}

void mw_java_updater_cut(struct mw_java_updater *updater, uint32_t operation, uint32_t cut) {
    mw_simulated_flash_power_on(&updater->flash, operation, (enum mw_cut)cut);
}
