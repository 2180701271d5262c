/* Which model a start runs, and how a trial ends. */
#include "../model/bytes.h"
#include "milliwatt/error.h"
#include "slots.h"

#include <string.h>

static bool configuration_holds(const struct mw_flash *flash, const struct mw_update_configuration *configuration) {
    if (!mw_flash_geometry_holds(flash) || configuration->trailer_pages < 1 || configuration->data_pages < 1 ||
        configuration->data_pages > MW_MARK_VALUE + 1 || configuration->trailer_pages > MW_MARK_VALUE + 1 ||
        configuration->keys > MW_UPDATE_KEYS || configuration->first_page > flash->pages) {
        return false;
    }
    return MW_UPDATE_SLOTS * (configuration->trailer_pages + configuration->data_pages) <=
           flash->pages - configuration->first_page;
}

int mw_update_open(struct mw_update *update, const struct mw_flash *flash,
                   const struct mw_update_configuration *configuration, const struct mw_crypto *crypto) {
    if (!configuration_holds(flash, configuration)) {
        return MW_ERROR_ARGUMENT;
    }
    memset(update, 0, sizeof *update);
    update->flash = flash;
    update->crypto = crypto;
    update->configuration = *configuration;
    update->running = MW_UPDATE_FACTORY;
    update->receiving = MW_UPDATE_SLOTS;
    uint32_t receiving = MW_UPDATE_SLOTS;
    for (uint32_t slot = 0; slot < MW_UPDATE_SLOTS; slot++) {
        mw_slot_read(update, slot);
        bool open = update->slots[slot].generation > 0 && update->slots[slot].state == MW_UPDATE_EMPTY;
        if (open && (receiving == MW_UPDATE_SLOTS || update->slots[slot].generation > update->slots[0].generation)) {
            receiving = slot;
        }
    }
    if (receiving < MW_UPDATE_SLOTS && mw_fragments_read(update, receiving) < 0) {
        mw_update_condemn(update, receiving, MW_REASON_FLASH);
    }
    return MW_OK;
}

void mw_update_condemn(struct mw_update *update, uint32_t slot, enum mw_update_reason reason) {
    if (slot >= MW_UPDATE_SLOTS || update->slots[slot].generation == 0) {
        return;
    }
    /* Also where the flash fails: nothing starts this slot before the next reading, which then tries again. */
    mw_slot_mark(update, slot, MW_MARK_BAD + (uint32_t)reason, 0);
    if (update->slots[slot].state != MW_UPDATE_BAD) {
        update->slots[slot].state = MW_UPDATE_BAD;
        update->slots[slot].reason = (uint8_t)reason;
    }
    if (update->receiving == slot) {
        update->receiving = MW_UPDATE_SLOTS;
    }
}

/* Whether the trial in `slot` may start (once more); if not, it is bad. */
static bool begin_trial(struct mw_update *update, uint32_t slot, bool after_fault, struct mw_bundle *bundle) {
    const struct mw_update_slot *trial = &update->slots[slot];
    if (trial->state == MW_UPDATE_TRIAL && (after_fault || trial->starts >= MW_UPDATE_TRIAL_STARTS)) {
        mw_update_condemn(update, slot, MW_REASON_TRIAL_RESTARTED);
        return false;
    }
    int result = mw_slot_digest(update, slot);
    if (result == MW_OK) {
        result = mw_bundle_parse(bundle, mw_update_bundle(update, slot), trial->offer.bundle_bytes);
    }
    if (result == MW_OK && bundle->anti_rollback_counter < trial->counter_floor) {
        result = MW_ERROR_ROLLBACK;
    }
    if (result == MW_OK) {
        result = mw_slot_mark(update, slot, MW_MARK_STARTED, 1);
    }
    if (result < 0) {
        mw_update_condemn(update, slot, mw_update_reason_of(result));
    }
    return result == MW_OK;
}

/* The newest slot in one of two states that was not tried yet, or MW_UPDATE_SLOTS. A trial older than a confirmed model is
 * a leftover that nobody waits for. */
static uint32_t newest(const struct mw_update *update, uint32_t state, uint32_t or_state) {
    uint32_t found = MW_UPDATE_SLOTS;
    for (uint32_t slot = 0; slot < MW_UPDATE_SLOTS; slot++) {
        const struct mw_update_slot *each = &update->slots[slot];
        const struct mw_update_slot *other = &update->slots[1 - slot];
        bool leftover = each->state != MW_UPDATE_CONFIRMED && other->state == MW_UPDATE_CONFIRMED &&
                        other->generation > each->generation;
        bool fits = each->generation > 0 && (each->state == state || each->state == or_state) && !leftover &&
                    ((uint32_t)update->tried >> slot & 1U) == 0;
        if (fits && (found == MW_UPDATE_SLOTS || each->generation > update->slots[found].generation)) {
            found = slot;
        }
    }
    return found;
}

static int choose(struct mw_update *update, uint32_t slot, struct mw_update_choice *choice, struct mw_bundle *bundle) {
    bool factory = slot == MW_UPDATE_FACTORY;
    choice->slot = (uint8_t)slot;
    choice->bundle = factory ? update->configuration.factory : mw_update_bundle(update, slot);
    choice->length = factory ? update->configuration.factory_length : update->slots[slot].offer.bundle_bytes;
    update->tried = (uint8_t)(update->tried | 1U << slot);
    update->running = (uint8_t)slot;
    update->running_counter =
        mw_bundle_parse(bundle, choice->bundle, choice->length) == MW_OK ? bundle->anti_rollback_counter : 0;
    memset(&update->watch, 0, sizeof update->watch);
    return update->crypto->sha256(choice->bundle, choice->length, update->running_digest);
}

int mw_update_boot(struct mw_update *update, bool after_fault, struct mw_update_choice *choice) {
    struct mw_bundle bundle; /* for all that is parsed here: stacks are small */
    uint32_t slot = newest(update, MW_UPDATE_STAGED, MW_UPDATE_TRIAL);
    for (; slot < MW_UPDATE_SLOTS; slot = newest(update, MW_UPDATE_STAGED, MW_UPDATE_TRIAL)) {
        if (begin_trial(update, slot, after_fault, &bundle)) {
            return choose(update, slot, choice, &bundle);
        }
    }
    slot = newest(update, MW_UPDATE_CONFIRMED, MW_UPDATE_CONFIRMED);
    for (; slot < MW_UPDATE_SLOTS; slot = newest(update, MW_UPDATE_CONFIRMED, MW_UPDATE_CONFIRMED)) {
        int result = mw_slot_digest(update, slot);
        if (result == MW_OK) {
            return choose(update, slot, choice, &bundle);
        }
        if (result == MW_ERROR_CRYPTO) {
            return result;
        }
        update->tried = (uint8_t)(update->tried | 1U << slot);
    }
    bool factory = update->configuration.factory != NULL && ((uint32_t)update->tried >> MW_UPDATE_FACTORY & 1U) == 0;
    return factory ? choose(update, MW_UPDATE_FACTORY, choice, &bundle) : MW_ERROR_NOT_FOUND;
}
