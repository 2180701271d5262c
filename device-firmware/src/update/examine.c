/* Whether a bundle that has come in whole is the one that was offered, genuine, and not older than what is confirmed. */
#include "../model/kinds.h"
#include "milliwatt/error.h"
#include "slots.h"

#include <string.h>

int mw_slot_digest(const struct mw_update *update, uint32_t slot) {
    uint8_t digest[MW_DIGEST_LENGTH];
    const struct mw_update_offer *offer = &update->slots[slot].offer;
    int result = update->crypto->sha256(mw_update_bundle(update, slot), offer->bundle_bytes, digest);
    if (result < 0) {
        return result;
    }
    return memcmp(digest, offer->digest, sizeof digest) == 0 ? MW_OK : MW_ERROR_REPLAY;
}

uint32_t mw_update_counter_floor(const struct mw_update *update) {
    uint32_t floor = update->running_counter;
    for (uint32_t slot = 0; slot < MW_UPDATE_SLOTS; slot++) {
        const struct mw_update_slot *each = &update->slots[slot];
        struct mw_bundle bundle;
        if (each->generation > 0 && each->counter_floor > floor) {
            floor = each->counter_floor;
        }
        if (each->was_confirmed != 0 && mw_slot_digest(update, slot) == MW_OK &&
            mw_bundle_parse(&bundle, mw_update_bundle(update, slot), each->offer.bundle_bytes) == MW_OK &&
            bundle.anti_rollback_counter > floor) {
            floor = bundle.anti_rollback_counter;
        }
    }
    return floor;
}

int mw_update_check_signature(const struct mw_update *update, const struct mw_bundle *bundle) {
    const struct mw_update_configuration *configuration = &update->configuration;
    if (!bundle->has_signature || configuration->keys == 0) {
        return configuration->unsigned_allowed != 0 ? MW_OK : MW_ERROR_SIGNATURE;
    }
    const struct mw_update_key *key = &configuration->key[0];
    if (bundle->has_key_id && bundle->key_id != key->key_id) {
        key = &configuration->key[1];
        if (configuration->keys < 2 || bundle->key_id != key->key_id) {
            return MW_ERROR_NOT_FOUND;
        }
    }
    return mw_bundle_check_signature(bundle, update->crypto, key->point);
}

int mw_update_examine(struct mw_update *update, struct mw_bundle *bundle) {
    uint32_t slot = update->receiving;
    if (!mw_update_complete(update)) {
        return MW_ERROR_ARGUMENT;
    }
    int result = mw_slot_digest(update, slot);
    if (result == MW_OK) {
        result = mw_bundle_parse(bundle, mw_update_bundle(update, slot), update->slots[slot].offer.bundle_bytes);
    }
    if (result == MW_OK) {
        result = mw_update_check_signature(update, bundle);
    }
    if (result == MW_OK && bundle->anti_rollback_counter < mw_update_counter_floor(update)) {
        result = MW_ERROR_ROLLBACK;
    }
    return result;
}

enum mw_update_reason mw_update_reason_of(int error) {
    switch (error) {
    case MW_OK: return MW_REASON_NONE;
    case MW_ERROR_MEMORY:
    case MW_ERROR_ARGUMENT: return MW_REASON_DOES_NOT_FIT;
    case MW_ERROR_CHECKSUM: return MW_REASON_CHECKSUM;
    case MW_ERROR_SIGNATURE: return MW_REASON_SIGNATURE;
    case MW_ERROR_ROLLBACK: return MW_REASON_OLDER;
    case MW_ERROR_TARGET: return MW_REASON_HARDWARE;
    case MW_ERROR_RECIPE: return MW_REASON_RECIPE;
    case MW_ERROR_SELF_TEST: return MW_REASON_SELF_TEST;
    case MW_ERROR_FLASH: return MW_REASON_FLASH;
    case MW_ERROR_NOT_FOUND: return MW_REASON_UNKNOWN_KEY;
    case MW_ERROR_REPLAY: return MW_REASON_OTHER_DIGEST;
    default: return MW_REASON_FORMAT;
    }
}
