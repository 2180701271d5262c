/* Offers: which slot takes the bundle, and what there is to say when it is here already. */
#include "milliwatt/error.h"
#include "slots.h"

#include <string.h>

static bool same_bundle(const struct mw_update_offer *a, const struct mw_update_offer *b) {
    return a->bundle_bytes == b->bundle_bytes && memcmp(a->digest, b->digest, MW_DIGEST_LENGTH) == 0;
}

/* Whether `slot` answers this offer: with the bundle itself, with a transfer to go on with, or with why it is bad. */
static bool answers(const struct mw_update *update, uint32_t index, const struct mw_update_offer *offer) {
    const struct mw_update_slot *slot = &update->slots[index];
    if (slot->generation == 0 || !same_bundle(&slot->offer, offer)) {
        return false;
    }
    bool same_update = slot->offer.update_id == offer->update_id;
    switch (slot->state) {
    case MW_UPDATE_EMPTY:
        return same_update && index == update->receiving && slot->offer.fragment_bytes == offer->fragment_bytes;
    case MW_UPDATE_STAGED:
    case MW_UPDATE_TRIAL: return true;
    case MW_UPDATE_CONFIRMED: return index == update->running;
    default: return same_update;
    }
}

/* The slot that a new bundle may overwrite: never the running one, nor the one to fall back to. */
static uint32_t free_slot(const struct mw_update *update) {
    if (update->running < MW_UPDATE_SLOTS) {
        bool settled = update->slots[update->running].state == MW_UPDATE_CONFIRMED;
        return settled ? 1U - update->running : MW_UPDATE_SLOTS;
    }
    if (update->receiving < MW_UPDATE_SLOTS) {
        return update->receiving;
    }
    return update->slots[1].generation < update->slots[0].generation ? 1 : 0;
}

static void refuse(const struct mw_update_offer *offer, uint32_t slot, enum mw_update_reason reason,
                   struct mw_update_report *report) {
    *report = (struct mw_update_report){offer->model_id, offer->model_version, 0, (uint8_t)slot, MW_UPDATE_BAD,
                                        (uint8_t)reason};
}

int mw_update_offered(struct mw_update *update, const struct mw_update_offer *offer, struct mw_update_report *report) {
    if (offer->update_id == 0 || offer->bundle_bytes == 0 || offer->fragment_bytes < 8 ||
        offer->fragment_bytes % 8 != 0) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t slot = 0; slot < MW_UPDATE_SLOTS; slot++) {
        if (answers(update, slot, offer)) {
            mw_update_report_slot(update, slot, report);
            return MW_OK;
        }
    }
    if (update->running == MW_UPDATE_FACTORY && offer->bundle_bytes == update->configuration.factory_length &&
        memcmp(update->running_digest, offer->digest, MW_DIGEST_LENGTH) == 0) {
        *report = (struct mw_update_report){offer->model_id, offer->model_version, 0, MW_UPDATE_FACTORY,
                                            MW_UPDATE_CONFIRMED, MW_REASON_NONE};
        return MW_OK;
    }
    uint32_t slot = free_slot(update);
    if (slot >= MW_UPDATE_SLOTS) {
        /* A trial is under way, and the other slot holds what it falls back to: the server offers again later. */
        mw_update_report_slot(update, update->running, report);
        return MW_OK;
    }
    if (!mw_slot_fits(update, offer)) {
        refuse(offer, slot, MW_REASON_DOES_NOT_FIT, report);
        return MW_OK;
    }
    uint32_t newest = update->slots[0].generation > update->slots[1].generation ? update->slots[0].generation
                                                                                : update->slots[1].generation;
    uint32_t floor = mw_update_counter_floor(update);
    if (update->receiving == slot) {
        update->receiving = MW_UPDATE_SLOTS;
    }
    if (mw_slot_begin(update, slot, offer, newest + 1, floor) < 0 || update->slots[slot].generation == 0) {
        refuse(offer, slot, MW_REASON_FLASH, report);
        return MW_OK;
    }
    mw_fragments_read(update, slot);
    mw_update_report_slot(update, slot, report);
    return MW_OK;
}

void mw_update_report_slot(const struct mw_update *update, uint32_t index, struct mw_update_report *report) {
    const struct mw_update_slot *slot = &update->slots[index];
    uint32_t fragments = slot->generation == 0 ? 0 : mw_update_fragments(&slot->offer);
    bool partly = slot->state == MW_UPDATE_EMPTY || slot->state == MW_UPDATE_BAD;
    *report = (struct mw_update_report){slot->offer.model_id,
                                        slot->offer.model_version,
                                        !partly ? fragments : index == update->receiving ? update->held : 0,
                                        (uint8_t)index,
                                        slot->state,
                                        slot->reason};
}

bool mw_update_newest(const struct mw_update *update, struct mw_update_report *report) {
    uint32_t newest = update->slots[1].generation > update->slots[0].generation ? 1 : 0;
    mw_update_report_slot(update, newest, report);
    return update->slots[newest].generation > 0;
}
