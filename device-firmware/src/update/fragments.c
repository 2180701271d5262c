/* Fragments into the receiving slot, each written once; what is missing of them. */
#include "../model/bytes.h"
#include "milliwatt/error.h"
#include "milliwatt/frame.h"
#include "slots.h"

#include <assert.h>
#include <string.h>

#define INDEX_OFFSET 1U
#define DATA_OFFSET 3U
#define PURPOSE_LENGTH 11U

static_assert(MW_UPDATE_MAX_FRAGMENTS % 8 == 0 && MW_UPDATE_MAX_FRAGMENTS <= 0x8000U, "fragments fit their marks");
static_assert(MW_UPDATE_MAX_FRAGMENT_BYTES % 8 == 0, "fragments are whole words");

static bool held(const struct mw_update *update, uint32_t index) {
    return ((uint32_t)update->held_bits[index / 8] >> (index % 8) & 1U) != 0;
}

static void hold(struct mw_update *update, uint32_t index) {
    if (!held(update, index)) {
        update->held_bits[index / 8] = (uint8_t)(update->held_bits[index / 8] | 1U << (index % 8));
        update->held++;
    }
}

/* Forgets every fragment that has a byte in this page of the data. */
static void forget_page(struct mw_update *update, uint32_t page) {
    const struct mw_update_offer *offer = &update->slots[update->receiving].offer;
    uint32_t fragments = mw_update_fragments(offer);
    uint32_t first = page * update->flash->page_bytes / offer->fragment_bytes;
    uint32_t last = ((page + 1) * update->flash->page_bytes - 1) / offer->fragment_bytes;
    for (uint32_t index = first; index <= last && index < fragments; index++) {
        if (held(update, index)) {
            update->held_bits[index / 8] = (uint8_t)(update->held_bits[index / 8] & ~(1U << (index % 8)));
            update->held--;
        }
    }
}

static int clear_page(struct mw_update *update, uint32_t page) {
    uint32_t slot = update->receiving;
    forget_page(update, page);
    int result = mw_flash_clear_page(update->flash, mw_slot_data(update, slot) / update->flash->page_bytes + page);
    return result == MW_OK ? mw_slot_mark(update, slot, MW_MARK_CLEARED + page, MW_MARKS_FOR_STATES) : result;
}

int mw_fragments_read(struct mw_update *update, uint32_t slot) {
    const struct mw_update_slot *from = &update->slots[slot];
    uint32_t fragments = mw_update_fragments(&from->offer);
    uint32_t interrupted = MW_MARK_VALUE + 1;
    update->receiving = (uint8_t)slot;
    update->held = 0;
    memset(update->held_bits, 0, sizeof update->held_bits);
    for (uint32_t i = 0; i < from->marks; i++) {
        uint32_t value = 0;
        if (!mw_mark_read(update, slot, i, &value)) {
            continue;
        }
        uint32_t page = value & MW_MARK_VALUE;
        if (value < fragments) {
            hold(update, value);
        } else if ((value & ~MW_MARK_VALUE) == MW_MARK_CLEARING && page < update->configuration.data_pages) {
            forget_page(update, page);
            interrupted = page;
        } else if ((value & ~MW_MARK_VALUE) == MW_MARK_CLEARED && page == interrupted) {
            interrupted = MW_MARK_VALUE + 1;
        }
    }
    return interrupted <= MW_MARK_VALUE ? clear_page(update, interrupted) : MW_OK;
}

static int check_mac(struct mw_update *update, const uint8_t key[MW_KEY_LENGTH], const uint8_t *bytes) {
    const struct mw_update_offer *offer = &update->slots[update->receiving].offer;
    uint8_t mac[MW_DIGEST_LENGTH];
    uint8_t *at = update->message;
    memcpy(at, "mw fragment", PURPOSE_LENGTH);
    at += PURPOSE_LENGTH;
    for (uint32_t i = 0; i < 4; i++) {
        *at++ = (uint8_t)(offer->update_id >> (8 * i));
    }
    memcpy(at, offer->digest, MW_DIGEST_LENGTH);
    at += MW_DIGEST_LENGTH;
    memcpy(at, bytes + INDEX_OFFSET, 2U + offer->fragment_bytes);
    int result = update->crypto->hmac_sha256(key, update->message, MW_FRAGMENT_MESSAGE_OVERHEAD + offer->fragment_bytes, mac);
    if (result < 0) {
        return result;
    }
    uint32_t difference = 0;
    for (uint32_t i = 0; i < MW_MAC_LENGTH; i++) {
        difference |= (uint32_t)(mac[i] ^ bytes[DATA_OFFSET + offer->fragment_bytes + i]);
    }
    return difference == 0 ? MW_OK : MW_ERROR_MAC;
}

/* Writes the data; a page that a power cut stained is erased, and what else it held must come again. */
static int write_data(struct mw_update *update, uint32_t index, const uint8_t *data) {
    uint32_t length = update->slots[update->receiving].offer.fragment_bytes;
    uint32_t slot = update->receiving;
    uint32_t page_bytes = update->flash->page_bytes;
    uint32_t start = index * length;
    int result = mw_flash_write(update->flash, mw_slot_data(update, slot) + start, data, length);
    if (result != MW_FLASH_STAINED) {
        return result;
    }
    for (uint32_t page = start / page_bytes; page <= (start + length - 1) / page_bytes; page++) {
        uint32_t from = start > page * page_bytes ? start : page * page_bytes;
        uint32_t to = start + length < (page + 1) * page_bytes ? start + length : (page + 1) * page_bytes;
        if (mw_flash_write(update->flash, mw_slot_data(update, slot) + from, data + (from - start), to - from) == MW_OK) {
            continue;
        }
        result = mw_slot_mark(update, slot, MW_MARK_CLEARING + page, MW_MARKS_FOR_STATES + 1);
        result = result == MW_OK ? clear_page(update, page) : result;
        if (result < 0) {
            return result;
        }
    }
    return mw_flash_write(update->flash, mw_slot_data(update, slot) + start, data, length) == MW_OK ? MW_OK
                                                                                                     : MW_ERROR_FLASH;
}

int mw_update_fragment(struct mw_update *update, const uint8_t key[MW_KEY_LENGTH], const uint8_t *bytes, size_t length) {
    uint32_t slot = update->receiving;
    if (slot >= MW_UPDATE_SLOTS) {
        return MW_ERROR_NOT_FOUND;
    }
    const struct mw_update_offer *offer = &update->slots[slot].offer;
    if (length != MW_FRAGMENT_OVERHEAD + offer->fragment_bytes || bytes[0] != MW_FRAGMENT_FIRST_BYTE ||
        mw_u16(bytes + INDEX_OFFSET) >= mw_update_fragments(offer)) {
        return MW_ERROR_FORMAT;
    }
    int result = check_mac(update, key, bytes);
    uint32_t index = mw_u16(bytes + INDEX_OFFSET);
    if (result < 0 || held(update, index)) {
        return result;
    }
    result = write_data(update, index, bytes + DATA_OFFSET);
    if (result == MW_OK) {
        result = mw_slot_mark(update, slot, MW_MARK_FRAGMENT + index, MW_MARKS_FOR_STATES);
    }
    if (result < 0) {
        mw_update_condemn(update, slot, MW_REASON_FLASH);
        return result;
    }
    hold(update, index);
    return mw_update_complete(update) ? 1 : 0;
}

bool mw_update_complete(const struct mw_update *update) {
    return update->receiving < MW_UPDATE_SLOTS &&
           update->held == mw_update_fragments(&update->slots[update->receiving].offer);
}

uint32_t mw_update_missing(const struct mw_update *update, uint32_t *first, uint8_t bitmap[MW_MISSING_BITMAP_BYTES]) {
    if (update->receiving >= MW_UPDATE_SLOTS || mw_update_complete(update)) {
        return 0;
    }
    uint32_t fragments = mw_update_fragments(&update->slots[update->receiving].offer);
    uint32_t used = 0;
    *first = 0;
    while (held(update, *first)) {
        (*first)++;
    }
    memset(bitmap, 0, MW_MISSING_BITMAP_BYTES);
    for (uint32_t bit = 0; bit < 8 * MW_MISSING_BITMAP_BYTES && *first + bit < fragments; bit++) {
        if (!held(update, *first + bit)) {
            bitmap[bit / 8] = (uint8_t)(bitmap[bit / 8] | 1U << (bit % 8));
            used = bit / 8 + 1;
        }
    }
    return used;
}
