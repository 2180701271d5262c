/*
 * What survives a restart, little-endian:
 *
 *   magic "MWNS", u16 version 1, u16 0, u32 node, u32 boot, u32 heard boot, u32 heard sequence,
 *   u8 heard, u8 refused or an onset dropped, u16 standing verdict, bundle digest [8], recipe digest [8],
 *   u8 votes next, u8 votes count, u16 verdicts [16],
 *   u8 probability of the standing verdict, u8 an emergency stop of the valves stands,
 *   u32 windows ended, u32 sample index, u32 recipe state length, u32 frames (those no journal keeps), u32 learnt state length,
 *   the recipe's state (of a node that watches a heart: nothing, or u32 stay told last, u32 has a pacemaker), then per frame u32 length, u32 boot, u32 sequence, u32 flags, bytes;
 *   what the node has learnt (0 bytes without a learning section, and in snapshots from before there was one);
 *   u32 CRC-32 over all before, HMAC-SHA-256 with the node's key over all before.
 *
 * The MAC is not for secrecy: the recipe's state is taken as it is, so it must be what this node wrote.
 */
#include "../model/bytes.h"
#include "../model/kinds.h"
#include "milliwatt/error.h"
#include "state.h"

#include <string.h>

#define VERSION 1U
#define HEAD 100U
#define FRAME_HEAD 16U
#define FRAMES_OFFSET 92U
#define CHECKSUM 4U
#define TRAILER (CHECKSUM + MW_DIGEST_LENGTH)
#define RECIPE_DIGEST_OFFSET 16U /* in the bundle's header */
#define RECIPE_DIGEST_BYTES 8U
#define KEPT_FLAGS ((uint32_t)(MW_RECORD_EVENT | MW_RECORD_ONSET))

static const uint8_t magic[4] = {'M', 'W', 'N', 'S'};

/* A heart is watched anew after a restart: nobody saw what it did in between. Whose heart it is stands in place of the state. */
static uint32_t recipe_state_length(const struct mw_node *node) {
    return node->monitoring.watches ? mw_monitoring_kept_length(node) : node->recipe_state_length;
}

static void put_recipe_state(const struct mw_node *node, uint8_t *at) {
    if (!node->monitoring.watches) {
        memcpy(at, node->recipe_state, node->recipe_state_length);
    } else if (recipe_state_length(node) > 0) {
        mw_monitoring_keep(node, at);
    }
}

static uint32_t learnt_length(const struct mw_node *node) {
    return node->bundle.learning.bytes == NULL ? 0 : mw_learning_state_length(&node->learning);
}

/* The next frame that no journal keeps; one in the compact form has no meaning later. */
static const struct mw_record *next_kept(const struct mw_node *node, const struct mw_record *record) {
    do {
        record = mw_store_next(&node->store, record);
    } while (record != NULL &&
             ((record->flags & MW_RECORD_JOURNALED) != 0 || record->length == MW_COMPACT_BYTES));
    return record;
}

uint32_t mw_node_snapshot_size(const struct mw_node *node) {
    uint32_t size = HEAD + recipe_state_length(node) + learnt_length(node) + TRAILER;
    for (const struct mw_record *each = next_kept(node, NULL); each != NULL; each = next_kept(node, each)) {
        size += FRAME_HEAD + each->length;
    }
    return size;
}

static void put_head(const struct mw_node *node, uint8_t *at) {
    memset(at, 0, HEAD);
    memcpy(at, magic, sizeof magic);
    mw_put_u16(at + 4, VERSION);
    mw_put_u32(at + 8, node->configuration.node_id);
    mw_put_u32(at + 12, node->configuration.boot_id);
    mw_put_u32(at + 16, node->heard_boot);
    mw_put_u32(at + 20, node->heard_sequence);
    at[24] = node->heard ? 1 : 0;
    at[25] = node->refused || node->store.onset_dropped ? 1 : 0;
    mw_put_u16(at + 26, node->votes.standing);
    memcpy(at + 28, node->bundle_digest, MW_BUNDLE_DIGEST_BYTES);
    memcpy(at + 36, node->bundle.file.bytes + RECIPE_DIGEST_OFFSET, RECIPE_DIGEST_BYTES);
    at[44] = node->votes.next;
    at[45] = node->votes.count;
    for (uint32_t i = 0; i < MW_MAX_VOTES; i++) {
        mw_put_u16(at + 46 + 2 * i, node->votes.verdicts[i]);
    }
    at[78] = node->votes.standing_probability;
    at[79] = node->irrigating.valves.stopped ? 1 : 0;
    mw_put_u32(at + 80, node->recipe.windows_ended);
    mw_put_u32(at + 84, node->recipe.sample_index);
    mw_put_u32(at + 88, recipe_state_length(node));
    mw_put_u32(at + 96, learnt_length(node));
}

int64_t mw_node_snapshot(const struct mw_node *node, uint8_t *bytes, size_t capacity) {
    uint32_t size = mw_node_snapshot_size(node);
    if (capacity < size) {
        return MW_ERROR_MEMORY;
    }
    put_head(node, bytes);
    uint8_t *at = bytes + HEAD;
    put_recipe_state(node, at);
    at += recipe_state_length(node);
    uint32_t frames = 0;
    for (const struct mw_record *each = next_kept(node, NULL); each != NULL; each = next_kept(node, each)) {
        mw_put_u32(at, each->length);
        mw_put_u32(at + 4, each->boot);
        mw_put_u32(at + 8, each->sequence);
        mw_put_u32(at + 12, each->flags & KEPT_FLAGS);
        memcpy(at + FRAME_HEAD, mw_store_frame(each), each->length);
        at += FRAME_HEAD + each->length;
        frames++;
    }
    mw_put_u32(bytes + FRAMES_OFFSET, frames);
    if (learnt_length(node) > 0) {
        mw_learning_write(&node->learning, at);
        at += learnt_length(node);
    }
    mw_put_u32(at, mw_crc32(0, bytes, (uint32_t)(at - bytes)));
    at += CHECKSUM;
    int result = node->crypto->hmac_sha256(node->configuration.key, bytes, (size_t)(at - bytes), at);
    return result < 0 ? result : (int64_t)size;
}

/* Walks over the frames without touching the node. */
static int check_frames(const uint8_t *at, uint32_t left, uint32_t frames) {
    for (uint32_t i = 0; i < frames; i++) {
        if (left < FRAME_HEAD || mw_u32(at) > left - FRAME_HEAD) {
            return MW_ERROR_TRUNCATED;
        }
        uint32_t size = FRAME_HEAD + mw_u32(at);
        at += size;
        left -= size;
    }
    return left == 0 ? MW_OK : MW_ERROR_FORMAT;
}

static int check(const struct mw_node *node, const uint8_t *bytes, size_t length) {
    uint8_t mac[MW_DIGEST_LENGTH];
    if (length < HEAD + TRAILER || length > UINT32_MAX) {
        return MW_ERROR_TRUNCATED;
    }
    if (memcmp(bytes, magic, sizeof magic) != 0) {
        return MW_ERROR_MAGIC;
    }
    uint32_t end = (uint32_t)length - TRAILER;
    if (mw_crc32(0, bytes, end) != mw_u32(bytes + end)) {
        return MW_ERROR_CHECKSUM;
    }
    if (mw_u16(bytes + 4) != VERSION) {
        return MW_ERROR_VERSION;
    }
    if (mw_u32(bytes + 8) != node->configuration.node_id) {
        return MW_ERROR_NOT_FOR_US;
    }
    int result = node->crypto->hmac_sha256(node->configuration.key, bytes, end + CHECKSUM, mac);
    if (result < 0 || memcmp(mac, bytes + end + CHECKSUM, sizeof mac) != 0) {
        return result < 0 ? result : MW_ERROR_MAC;
    }
    if (mw_u32(bytes + 12) >= node->configuration.boot_id || node->store.frames > 0) {
        return MW_ERROR_ARGUMENT;
    }
    uint32_t state_length = mw_u32(bytes + 88);
    if (bytes[44] > MW_MAX_VOTES || bytes[45] > MW_MAX_VOTES) {
        return MW_ERROR_FORMAT;
    }
    uint32_t learnt = mw_u32(bytes + 96);
    if (state_length > end - HEAD || learnt > end - HEAD - state_length) {
        return MW_ERROR_TRUNCATED;
    }
    return check_frames(bytes + HEAD + state_length, end - HEAD - state_length - learnt, mw_u32(bytes + FRAMES_OFFSET));
}

static void restore_votes(struct mw_node *node, const uint8_t *head) {
    node->votes.standing = mw_u16(head + 26);
    node->votes.standing_probability = head[78];
    if (memcmp(head + 28, node->bundle_digest, MW_BUNDLE_DIGEST_BYTES) == 0) {
        node->votes.next = head[44];
        node->votes.count = head[45];
        for (uint32_t i = 0; i < MW_MAX_VOTES; i++) {
            node->votes.verdicts[i] = mw_u16(head + 46 + 2 * i);
        }
    }
}

static void restore_recipe(struct mw_node *node, const uint8_t *head) {
    const uint8_t *own_digest = node->bundle.file.bytes + RECIPE_DIGEST_OFFSET;
    bool same = memcmp(head + 36, own_digest, RECIPE_DIGEST_BYTES) == 0 &&
                mw_u32(head + 88) == node->recipe_state_length &&
                mw_u32(head + 84) < mw_recipe_window_length(node->bundle.recipe.bytes);
    if (node->monitoring.watches) {
        mw_monitoring_restore(node, head + HEAD, mw_u32(head + 88));
    } else if (same) {
        memcpy(node->recipe_state, head + HEAD, node->recipe_state_length);
        node->recipe.windows_ended = mw_u32(head + 80);
        node->recipe.sample_index = mw_u32(head + 84);
        node->window_broken = node->recipe.sample_index > 0;
    }
}

/* Another model's is left out: its inputs mean something else. */
static int restore_learnt(struct mw_node *node, const uint8_t *head, const uint8_t *end) {
    uint32_t length = mw_u32(head + 96);
    bool same = memcmp(head + 28, node->bundle_digest, MW_BUNDLE_DIGEST_BYTES) == 0;
    if (!same || node->bundle.learning.bytes == NULL || length == 0) {
        return MW_OK;
    }
    return mw_learning_read(&node->learning, end - length, length);
}

int mw_node_restore(struct mw_node *node, const uint8_t *bytes, size_t length) {
    int result = check(node, bytes, length);
    if (result == MW_OK) {
        result = restore_learnt(node, bytes, bytes + length - TRAILER);
    }
    if (result < 0) {
        return result;
    }
    node->heard_boot = mw_u32(bytes + 16);
    node->heard_sequence = mw_u32(bytes + 20);
    node->heard = bytes[24] != 0;
    node->refused = bytes[25] != 0;
    restore_votes(node, bytes);
    restore_recipe(node, bytes);
    node->irrigating.valves.stopped = bytes[79] != 0;
    const uint8_t *at = bytes + HEAD + mw_u32(bytes + 88);
    for (uint32_t i = mw_u32(bytes + FRAMES_OFFSET); i > 0; i--) {
        uint32_t frame_length = mw_u32(at);
        uint8_t *room = mw_store_reserve(&node->store, frame_length);
        if (room != NULL) {
            struct mw_record record = {frame_length, mw_u32(at + 4), mw_u32(at + 8), 0, 0, mw_u32(at + 12) & KEPT_FLAGS};
            memcpy(room, at + FRAME_HEAD, frame_length);
            mw_store_commit(&node->store, &record);
        }
        at += FRAME_HEAD + frame_length;
    }
    return MW_OK;
}
