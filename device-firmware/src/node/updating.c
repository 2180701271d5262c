#include "updating.h"

#include "milliwatt/error.h"
#include "milliwatt/model.h"
#include "state.h"

#include <string.h>

/* A window that says nothing about the model: the machine stands, the sensor is broken, the recipe is not yet warm. */
#define SAYS_NOTHING ((uint32_t)(MW_QUALITY_STOPPED | MW_QUALITY_WARMING_UP | MW_QUALITY_SENSOR_FAULT))

static int tell_state(struct mw_node *node, const struct mw_update_report *report) {
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_UPDATE_STATE, 0);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    mw_frame_update_state(&out, report);
    return mw_outbox_finish(node, &out, 0);
}

static int tell_missing(struct mw_node *node) {
    struct mw_update *update = node->updating.update;
    uint8_t bitmap[MW_MISSING_BITMAP_BYTES];
    struct mw_missing_body body = {0};
    body.bitmap = bitmap;
    body.bitmap_length = mw_update_missing(update, &body.first, bitmap);
    node->updating.asked = true;
    if (body.bitmap_length == 0) {
        return MW_OK;
    }
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_MISSING, 0);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    const struct mw_update_offer *offer = &update->slots[update->receiving].offer;
    body.update_id = offer->update_id;
    body.fragments = mw_update_fragments(offer);
    mw_frame_missing(&out, &body);
    return mw_outbox_finish(node, &out, 0);
}

static int tell_newest(struct mw_node *node) {
    struct mw_update_report report;
    bool any = mw_update_newest(node->updating.update, &report);
    return node->running && any ? tell_state(node, &report) : MW_OK;
}

/* The model's vectors, in scratch that nobody uses just now: the running model's, or what lies behind the node. Where neither
 * is large enough, the vectors run at the trial's start instead. */
static int self_test(struct mw_node *node, const struct mw_bundle *bundle) {
    const struct mw_node_configuration *configuration = &node->configuration;
    const struct mw_part *own = &node->bundle.file;
    uint32_t needed = mw_model_scratch_size(bundle);
    uint8_t *scratch = node->model.scratch;
    if (needed > mw_model_scratch_size(&node->bundle)) {
        int64_t used = mw_node_size(configuration, own->bytes, own->length);
        if (used < 0 || node->updating.memory_length - (size_t)used < needed) {
            return MW_OK;
        }
        scratch = (uint8_t *)node + used;
    }
    const struct mw_model model = {.bundle = bundle, .scratch = scratch};
    return mw_model_self_test(&model);
}

/* What a start would refuse is refused before the model is staged. */
static int examine(struct mw_node *node) {
    struct mw_update *update = node->updating.update;
    struct mw_bundle bundle;
    int result = mw_update_examine(update, &bundle);
    if (result == MW_OK) {
        result = mw_node_accept(&node->configuration, &bundle, node->crypto, update);
    }
    if (result == MW_OK && mw_recipe_state_size(bundle.recipe.bytes, bundle.recipe.length) < 0) {
        result = MW_ERROR_RECIPE;
    }
    if (result == MW_OK) {
        int64_t size = mw_node_size(&node->configuration, bundle.file.bytes, bundle.file.length);
        bool fits = size >= 0 && (uint64_t)size <= node->updating.memory_length;
        result = size < 0 ? (int)size : fits ? MW_OK : MW_ERROR_MEMORY;
    }
    return result == MW_OK ? self_test(node, &bundle) : result;
}

static int examine_and_tell(struct mw_node *node) {
    struct mw_update *update = node->updating.update;
    struct mw_update_report report;
    uint32_t slot = update->receiving;
    int result = examine(node);
    if (result == MW_ERROR_CRYPTO) {
        return result; /* says nothing about the bundle; the next offer or start tries again */
    }
    if (result == MW_OK) {
        mw_update_stage(update);
    } else {
        mw_update_condemn(update, slot, mw_update_reason_of(result));
    }
    mw_update_report_slot(update, slot, &report);
    return node->running ? tell_state(node, &report) : MW_OK;
}

static void hear(struct mw_node *node, uint64_t now_millis) {
    node->updating.heard_millis = (uint32_t)now_millis;
    node->updating.asked = false;
    if (now_millis > node->now_millis) {
        node->now_millis = now_millis;
    }
}

int mw_updating_fragment(struct mw_node *node, const uint8_t *bytes, size_t length, uint64_t now_millis) {
    int result = mw_update_fragment(node->updating.update, node->configuration.key, bytes, length);
    if (result == MW_ERROR_FLASH) {
        tell_newest(node);
    }
    if (result < 0) {
        return result;
    }
    hear(node, now_millis);
    return result == 1 ? examine_and_tell(node) : MW_OK;
}

int mw_updating_offer(struct mw_node *node, const struct mw_update_offer *offer, uint64_t now_millis) {
    struct mw_update *update = node->updating.update;
    struct mw_update_report report;
    if (update == NULL) {
        return MW_ERROR_UNSUPPORTED;
    }
    int result = mw_update_offered(update, offer, &report);
    if (result < 0) {
        return result;
    }
    hear(node, now_millis);
    if (mw_update_complete(update)) {
        return examine_and_tell(node);
    }
    if (!node->running) {
        return MW_OK; /* the first frames of a boot are the status and what stands; the state follows them */
    }
    result = tell_state(node, &report);
    return result == MW_OK && update->receiving == report.slot ? tell_missing(node) : result;
}

static int told(struct mw_node *node, int slot, uint64_t now_millis) {
    struct mw_update_report report;
    if (slot < 0) {
        return slot;
    }
    hear(node, now_millis);
    mw_update_report_slot(node->updating.update, (uint32_t)slot, &report);
    return node->running ? tell_state(node, &report) : MW_OK;
}

int mw_updating_cancel(struct mw_node *node, uint64_t now_millis) {
    struct mw_update *update = node->updating.update;
    return update == NULL ? MW_ERROR_UNSUPPORTED : told(node, mw_update_cancel(update), now_millis);
}

int mw_updating_revert(struct mw_node *node, uint64_t now_millis) {
    struct mw_update *update = node->updating.update;
    return update == NULL ? MW_ERROR_UNSUPPORTED : told(node, mw_update_revert(update), now_millis);
}

int mw_updating_time(struct mw_node *node, bool first) {
    struct mw_updating *updating = &node->updating;
    uint32_t now = (uint32_t)node->now_millis;
    if (updating->update == NULL) {
        return MW_OK;
    }
    if (first) {
        updating->heard_millis = now;
        if (mw_update_complete(updating->update)) {
            return examine_and_tell(node);
        }
        int result = tell_newest(node);
        return result == MW_OK ? tell_missing(node) : result;
    }
    bool silent = mw_elapsed(now, updating->heard_millis, MW_FRAGMENT_SILENCE_MILLIS);
    return silent && !updating->asked ? tell_missing(node) : MW_OK;
}

int mw_updating_window(struct mw_node *node, uint16_t quality, const struct mw_judgement *judgement, bool onset) {
    struct mw_updating *updating = &node->updating;
    if (updating->update == NULL) {
        return MW_OK;
    }
    struct mw_update_window window = {(quality & SAYS_NOTHING) == 0, judgement != NULL,
                                      judgement != NULL && judgement->verdict != 0, onset};
    int result = MW_OK;
    if (mw_update_window(updating->update, &window) == 1) {
        struct mw_update_report report;
        mw_update_report_slot(updating->update, updating->update->running, &report);
        result = tell_state(node, &report);
    }
    updating->restart_wanted = mw_update_wants_restart(updating->update);
    return result;
}

bool mw_node_restart_wanted(const struct mw_node *node) { return node->updating.restart_wanted; }

int mw_node_start_updatable(struct mw_node **started, void *memory, size_t memory_length,
                            const struct mw_node_configuration *configuration, struct mw_update *update,
                            bool after_fault) {
    struct mw_update_choice choice;
    int refused = MW_ERROR_NOT_FOUND;
    int result = mw_update_boot(update, after_fault, &choice);
    /* At most four turns: each slot as trial once and as confirmed once, and the factory's bundle. */
    for (; result == MW_OK; result = mw_update_boot(update, false, &choice)) {
        result = mw_node_start_with(started, memory, memory_length, configuration, choice.bundle, choice.length,
                                    update->crypto, update);
        if (result == MW_OK) {
            (*started)->updating.update = update;
            (*started)->updating.memory_length = memory_length;
        }
        if (result == MW_OK || result == MW_ERROR_CRYPTO) {
            return result;
        }
        refused = result;
        if (choice.slot < MW_UPDATE_SLOTS && update->slots[choice.slot].state == MW_UPDATE_TRIAL) {
            mw_update_condemn(update, choice.slot, mw_update_reason_of(result));
        }
    }
    return result == MW_ERROR_NOT_FOUND ? refused : result;
}
