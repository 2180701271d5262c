/* The node's side of the connection: frames out until they are delivered, acknowledgements and commands in. */
#include "milliwatt/error.h"
#include "state.h"

#include <stddef.h>
#include <string.h>

enum command {
    COMMAND_CAPTURE = 1,
    COMMAND_FREEZE = 2,
    COMMAND_LEARN_ANEW = 3,
    COMMAND_SEND_LEARNING = 4,
    COMMAND_CANCEL_UPDATE = 5,
    COMMAND_PREVIOUS_MODEL = 6,
    COMMAND_OPEN_VALVE = 7,
    COMMAND_SET_LINES = 12,
    COMMAND_PATIENT = 13
};

#define OUTCOME_STORED 0U

static bool may_go_out(const struct mw_record *record, uint32_t now) {
    return (record->flags & MW_RECORD_SENT) == 0 || mw_elapsed(now, record->sent_millis, MW_RESEND_MILLIS);
}

/* Events first, then the oldest. */
static struct mw_record *choose(const struct mw_node *node, uint32_t now) {
    struct mw_record *chosen = NULL;
    for (struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        if (!may_go_out(each, now)) {
            continue;
        }
        if ((each->flags & MW_RECORD_EVENT) != 0) {
            return each;
        }
        if (chosen == NULL) {
            chosen = each;
        }
    }
    return chosen;
}

/* The server would take an old one for one of now. */
static void drop_stale_readings(struct mw_node *node, uint32_t now) {
    struct mw_record *next = NULL;
    for (struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL; each = next) {
        next = mw_store_next(&node->store, each);
        if (each->length == MW_COMPACT_BYTES && mw_elapsed(now, each->built_millis, MW_COMPACT_FRESH_MILLIS)) {
            node->irrigating.owed = true;
            node->store.dropped++;
            mw_store_remove(&node->store, each);
        }
    }
}

void mw_node_frame_identity(const uint8_t *frame, uint32_t *boot, uint32_t *sequence) {
    struct mw_record record;
    memcpy(&record, frame - sizeof record, sizeof record);
    *boot = record.boot;
    *sequence = record.sequence;
}

uint32_t mw_node_next_frame(struct mw_node *node, uint64_t now_millis, const uint8_t **frame) {
    uint32_t now = (uint32_t)now_millis;
    drop_stale_readings(node, now);
    struct mw_record *chosen = choose(node, now);
    if (chosen == NULL && mw_journaling_refill(node)) {
        chosen = choose(node, now);
    }
    if (chosen == NULL) {
        return 0;
    }
    chosen->flags |= MW_RECORD_SENT;
    chosen->sent_millis = now;
    node->ledger.counts[MW_LEDGER_FRAMES_SENT]++;
    node->ledger.counts[MW_LEDGER_BYTES_SENT] += chosen->length;
    *frame = mw_store_frame(chosen);
    return chosen->length;
}

void mw_node_delivered(struct mw_node *node, uint32_t boot, uint32_t sequence) {
    struct mw_record *record = mw_store_find(&node->store, boot, sequence);
    mw_journaling_removed(node, boot, sequence, true);
    if (record == NULL) {
        return;
    }
    mw_irrigating_heard(node);
    if ((record->flags & MW_RECORD_EVENT) != 0) {
        record->flags |= MW_RECORD_DELIVERED;
    } else {
        mw_store_remove(&node->store, record);
    }
}

void mw_node_resend(struct mw_node *node) {
    for (struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        each->flags &= ~(uint32_t)MW_RECORD_SENT;
    }
}

static void acknowledged(struct mw_node *node, const struct mw_downlink *downlink) {
    struct mw_record *record = mw_store_find(&node->store, downlink->of_boot, downlink->of_sequence);
    mw_journaling_removed(node, downlink->of_boot, downlink->of_sequence, false);
    if (record == NULL) {
        return;
    }
    if ((record->flags & MW_RECORD_EVENT) != 0) {
        if (downlink->outcome == OUTCOME_STORED) {
            node->refused = false;
            node->store.onset_dropped = false;
            if (node->journal != NULL) {
                node->journal->onset_dropped = false;
            }
        } else if ((record->flags & MW_RECORD_ONSET) != 0) {
            node->refused = true;
        }
    }
    mw_store_remove(&node->store, record);
}

static bool newer(const struct mw_node *node, const struct mw_downlink *downlink) {
    return !node->heard || downlink->boot > node->heard_boot ||
           (downlink->boot == node->heard_boot && downlink->sequence > node->heard_sequence);
}

static int obey(struct mw_node *node, const struct mw_downlink *downlink, uint64_t now_millis) {
    if (downlink->command >= COMMAND_OPEN_VALVE && downlink->command <= COMMAND_SET_LINES) {
        return mw_irrigating_obey(node, downlink, now_millis);
    }
    switch (downlink->command) {
    case COMMAND_CAPTURE: mw_node_request_capture(node, downlink->argument); return MW_OK;
    case COMMAND_FREEZE: return mw_node_freeze_baseline(node);
    case COMMAND_LEARN_ANEW: return mw_node_learn_anew(node);
    case COMMAND_SEND_LEARNING: return mw_node_send_learning(node);
    case COMMAND_CANCEL_UPDATE: return mw_updating_cancel(node, now_millis);
    case COMMAND_PREVIOUS_MODEL: return mw_updating_revert(node, now_millis);
    case COMMAND_PATIENT: return mw_monitoring_patient(node, downlink);
    default: return MW_ERROR_UNSUPPORTED;
    }
}

int mw_node_receive(struct mw_node *node, const uint8_t *frame, size_t length, uint64_t now_millis) {
    struct mw_downlink downlink;
    node->ledger.counts[MW_LEDGER_BYTES_RECEIVED] += length;
    if (length > 0 && frame[0] == MW_FRAGMENT_FIRST_BYTE && node->updating.update != NULL) {
        return mw_updating_fragment(node, frame, length, now_millis);
    }
    int result = mw_downlink_read(&downlink, frame, length, node->configuration.node_id, node->configuration.key,
                                  node->crypto);
    if (result < 0) {
        return result;
    }
    if (!newer(node, &downlink)) {
        return MW_ERROR_REPLAY;
    }
    node->heard = true;
    node->heard_boot = downlink.boot;
    node->heard_sequence = downlink.sequence;
    mw_irrigating_heard(node);
    if (downlink.kind == MW_FRAME_ACKNOWLEDGEMENT) {
        acknowledged(node, &downlink);
        return MW_OK;
    }
    if (downlink.kind == MW_FRAME_OFFER) {
        return mw_updating_offer(node, &downlink.offer, now_millis);
    }
    return obey(node, &downlink, now_millis);
}

bool mw_node_local_alarm(const struct mw_node *node, uint64_t now_millis) {
    if (node->refused || node->store.onset_dropped || (node->journal != NULL && node->journal->onset_dropped)) {
        return true;
    }
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        bool late = node->running &&
                    mw_elapsed((uint32_t)now_millis, each->built_millis, MW_EVENT_ACKNOWLEDGEMENT_MILLIS);
        if ((each->flags & MW_RECORD_ONSET) != 0 && (late || (each->flags & MW_RECORD_OVERDUE) != 0)) {
            return true;
        }
    }
    return false;
}

uint32_t mw_node_held_frames(const struct mw_node *node) {
    if (node->journal == NULL) {
        return node->store.frames;
    }
    uint32_t held = node->journal->live;
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        held += (each->flags & MW_RECORD_JOURNALED) == 0 ? 1U : 0U;
    }
    return held;
}

uint32_t mw_node_dropped_frames(const struct mw_node *node) {
    return node->store.dropped + (node->journal == NULL ? 0U : node->journal->dropped);
}
