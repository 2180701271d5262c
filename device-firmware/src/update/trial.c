/* From a complete bundle to a confirmed one, or back. */
#include "milliwatt/error.h"
#include "slots.h"

#include <string.h>

static uint32_t wanted_windows(const struct mw_update_offer *offer) {
    return offer->healthy_windows == 0 ? 1 : offer->healthy_windows;
}

/* What the predecessor would have said in the trial's windows: told to the trial, which runs after a restart. */
static int leave_expectations(struct mw_update *update, uint32_t slot) {
    const struct mw_update_watch *watch = &update->watch;
    uint32_t judged = watch->judged > 0 ? watch->judged : 1;
    uint32_t share = (uint32_t)((uint64_t)watch->alarmed * 256 / judged);
    uint64_t onsets = (uint64_t)watch->onsets * wanted_windows(&update->slots[slot].offer) / judged;
    int result = mw_slot_mark(update, slot, MW_MARK_SHARE + (share > 256 ? 256 : share), 4);
    if (result == MW_OK) {
        result = mw_slot_mark(update, slot, MW_MARK_ONSETS + (uint32_t)(onsets > MW_MARK_VALUE ? MW_MARK_VALUE : onsets), 3);
    }
    return result;
}

int mw_update_stage(struct mw_update *update) {
    uint32_t slot = update->receiving;
    if (!mw_update_complete(update)) {
        return MW_ERROR_ARGUMENT;
    }
    int result = leave_expectations(update, slot);
    if (result == MW_OK) {
        result = mw_slot_mark(update, slot, MW_MARK_STAGED, 2);
    }
    if (result < 0) {
        mw_update_condemn(update, slot, MW_REASON_FLASH);
    }
    update->receiving = MW_UPDATE_SLOTS;
    return result;
}

int mw_update_cancel(struct mw_update *update) {
    uint32_t slot = update->receiving;
    for (uint32_t each = 0; each < MW_UPDATE_SLOTS && slot == MW_UPDATE_SLOTS; each++) {
        uint32_t state = update->slots[each].state;
        slot = state == MW_UPDATE_STAGED || state == MW_UPDATE_TRIAL ? each : slot;
    }
    if (slot == MW_UPDATE_SLOTS) {
        return MW_ERROR_NOT_FOUND;
    }
    mw_update_condemn(update, slot, MW_REASON_CANCELLED);
    return (int)slot;
}

int mw_update_revert(struct mw_update *update) {
    uint32_t slot = update->running;
    if (slot >= MW_UPDATE_SLOTS || update->slots[slot].state == MW_UPDATE_BAD) {
        return MW_ERROR_NOT_FOUND;
    }
    bool other = update->slots[1 - slot].state == MW_UPDATE_CONFIRMED && mw_slot_digest(update, 1 - slot) == MW_OK;
    if (!other && update->configuration.factory == NULL) {
        return MW_ERROR_NOT_FOUND;
    }
    mw_update_condemn(update, slot, MW_REASON_CANCELLED);
    return (int)slot;
}

static bool too_many_alarms(const struct mw_update_slot *slot, const struct mw_update_watch *watch) {
    uint32_t expected = (watch->judged * slot->expected_share + 255) / 256;
    return watch->alarmed > expected + (watch->judged + 1) / 2;
}

/* `judged` is at most 65535 in a trial, so no product exceeds 2^24 and the sums stay below 2^32. */
static int judge_trial(struct mw_update *update, uint32_t slot) {
    const struct mw_update_slot *trial = &update->slots[slot];
    const struct mw_update_watch *watch = &update->watch;
    uint32_t wanted = wanted_windows(&trial->offer);
    bool done = watch->judged >= wanted;
    bool unwell = watch->onsets > 2U * trial->expected_onsets + 2U || watch->abstained > 4U * wanted ||
                  (done && too_many_alarms(trial, watch));
    if (unwell) {
        mw_update_condemn(update, slot, MW_REASON_TRIAL_NOT_HEALTHY);
        return 1;
    }
    if (!done) {
        return 0;
    }
    if (mw_slot_mark(update, slot, MW_MARK_CONFIRMED, 1) < 0) {
        mw_update_condemn(update, slot, MW_REASON_FLASH);
    }
    return 1;
}

int mw_update_window(struct mw_update *update, const struct mw_update_window *window) {
    struct mw_update_watch *watch = &update->watch;
    if (!window->usable) {
        return 0;
    }
    if (watch->judged == UINT32_MAX >> 1) {
        /* Halving all keeps the shares. */
        watch->judged /= 2;
        watch->alarmed /= 2;
        watch->onsets /= 2;
    }
    watch->judged += window->judged ? 1U : 0U;
    watch->abstained += window->judged || watch->abstained == UINT32_MAX ? 0U : 1U;
    watch->alarmed += window->judged && window->alarmed ? 1U : 0U;
    watch->onsets += window->onset ? 1U : 0U;
    uint32_t slot = update->running;
    bool trial = slot < MW_UPDATE_SLOTS && update->slots[slot].state == MW_UPDATE_TRIAL;
    return trial ? judge_trial(update, slot) : 0;
}

bool mw_update_wants_restart(const struct mw_update *update) {
    uint32_t running_generation = 0;
    if (update->running < MW_UPDATE_SLOTS) {
        running_generation = update->slots[update->running].generation;
        if (update->slots[update->running].state == MW_UPDATE_BAD) {
            return true;
        }
    }
    for (uint32_t slot = 0; slot < MW_UPDATE_SLOTS; slot++) {
        if (update->slots[slot].state == MW_UPDATE_STAGED && update->slots[slot].generation > running_generation) {
            return true;
        }
    }
    return false;
}
