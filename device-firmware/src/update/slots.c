/* A slot in flash: header and marks of the trailer (contract/update.md), rebuilt into RAM at every start. */
#include "slots.h"

#include "../model/bytes.h"
#include "../model/kinds.h"
#include "milliwatt/error.h"

#include <string.h>

#define HEADER 72U
#define CHECKSUM_OFFSET 68U
#define VERSION 1U
#define SMALLEST_BUNDLE 64U

static const uint8_t magic[4] = {'M', 'W', 'U', 'S'};

uint32_t mw_slot_trailer(const struct mw_update *update, uint32_t slot) {
    const struct mw_update_configuration *configuration = &update->configuration;
    uint32_t page = configuration->first_page + slot * (configuration->trailer_pages + configuration->data_pages);
    return page * update->flash->page_bytes;
}

uint32_t mw_slot_data(const struct mw_update *update, uint32_t slot) {
    return mw_slot_trailer(update, slot) + update->configuration.trailer_pages * update->flash->page_bytes;
}

uint32_t mw_slot_data_bytes(const struct mw_update *update) {
    return update->configuration.data_pages * update->flash->page_bytes;
}

uint32_t mw_slot_marks(const struct mw_update *update) {
    return (update->configuration.trailer_pages * update->flash->page_bytes - HEADER) / update->flash->word_bytes;
}

const uint8_t *mw_update_bundle(const struct mw_update *update, uint32_t slot) {
    return update->flash->memory + mw_slot_data(update, slot);
}

uint32_t mw_update_fragments(const struct mw_update_offer *offer) {
    return (offer->bundle_bytes - 1) / offer->fragment_bytes + 1;
}

static bool offer_holds(const struct mw_update_offer *offer) {
    return offer->update_id >= 1 && offer->bundle_bytes >= SMALLEST_BUNDLE && offer->fragment_bytes >= 8 &&
           offer->fragment_bytes <= MW_UPDATE_MAX_FRAGMENT_BYTES && offer->fragment_bytes % 8 == 0;
}

bool mw_slot_fits(const struct mw_update *update, const struct mw_update_offer *offer) {
    if (!offer_holds(offer)) {
        return false;
    }
    uint32_t fragments = mw_update_fragments(offer);
    uint32_t marks = mw_slot_marks(update);
    /* No overflow: at most 2048 fragments of 1024 bytes. */
    return fragments <= MW_UPDATE_MAX_FRAGMENTS && fragments * offer->fragment_bytes <= mw_slot_data_bytes(update) &&
           marks >= MW_MARKS_TO_SPARE && fragments <= marks - MW_MARKS_TO_SPARE;
}

static bool read_header(const struct mw_update *update, struct mw_update_slot *slot, const uint8_t *at) {
    if (memcmp(at, magic, sizeof magic) != 0 || mw_u16(at + 4) != VERSION ||
        mw_crc32(0, at, CHECKSUM_OFFSET) != mw_u32(at + CHECKSUM_OFFSET)) {
        return false;
    }
    slot->offer.fragment_bytes = mw_u16(at + 6);
    slot->generation = mw_u32(at + 8);
    slot->counter_floor = mw_u32(at + 12);
    slot->offer.update_id = mw_u32(at + 16);
    slot->offer.model_id = mw_u32(at + 20);
    slot->offer.model_version = mw_u32(at + 24);
    slot->offer.bundle_bytes = mw_u32(at + 28);
    memcpy(slot->offer.digest, at + 32, MW_DIGEST_LENGTH);
    slot->offer.healthy_windows = mw_u16(at + 64);
    return slot->generation > 0 && mw_slot_fits(update, &slot->offer);
}

bool mw_mark_read(const struct mw_update *update, uint32_t slot, uint32_t index, uint32_t *value) {
    uint32_t word = update->flash->word_bytes;
    const uint8_t *at = update->flash->memory + mw_slot_trailer(update, slot) + HEADER + index * word;
    *value = mw_u16(at);
    bool whole = (mw_u16(at + 2) ^ *value) == 0xFFFFU;
    return whole && (word == 4 || memcmp(at, at + 4, 4) == 0);
}

static void apply(struct mw_update_slot *slot, uint32_t value) {
    uint32_t number = value & MW_MARK_VALUE;
    switch (value & ~MW_MARK_VALUE) {
    case MW_MARK_ONSETS: slot->expected_onsets = (uint16_t)number; break;
    case MW_MARK_SHARE: slot->expected_share = (uint16_t)number; break;
    case MW_MARK_STAGED: slot->state = slot->state == MW_UPDATE_EMPTY ? MW_UPDATE_STAGED : slot->state; break;
    case MW_MARK_STARTED:
        if (slot->state == MW_UPDATE_STAGED || slot->state == MW_UPDATE_TRIAL) {
            slot->state = MW_UPDATE_TRIAL;
            slot->starts = slot->starts == UINT8_MAX ? UINT8_MAX : (uint8_t)(slot->starts + 1);
        }
        break;
    case MW_MARK_CONFIRMED:
        if (slot->state == MW_UPDATE_TRIAL) {
            slot->state = MW_UPDATE_CONFIRMED;
            slot->was_confirmed = 1;
        }
        break;
    case MW_MARK_BAD:
        if (slot->state != MW_UPDATE_BAD) {
            slot->state = MW_UPDATE_BAD;
            slot->reason = (uint8_t)number;
        }
        break;
    default: break; /* fragments and pages are mw_fragments_read's */
    }
}

void mw_slot_read(struct mw_update *update, uint32_t index) {
    struct mw_update_slot *slot = &update->slots[index];
    const struct mw_flash *flash = update->flash;
    uint32_t trailer = mw_slot_trailer(update, index);
    memset(slot, 0, sizeof *slot);
    if (!read_header(update, slot, flash->memory + trailer)) {
        memset(slot, 0, sizeof *slot);
        return;
    }
    uint32_t capacity = mw_slot_marks(update);
    for (uint32_t value; slot->marks < capacity; slot->marks++) {
        if (mw_mark_read(update, index, slot->marks, &value)) {
            apply(slot, value);
        } else if (mw_flash_blank(flash, trailer + HEADER + slot->marks * flash->word_bytes, flash->word_bytes)) {
            break;
        }
    }
}

int mw_slot_mark(struct mw_update *update, uint32_t index, uint32_t value, uint32_t spare) {
    struct mw_update_slot *slot = &update->slots[index];
    uint32_t word = update->flash->word_bytes;
    uint8_t bytes[MW_FLASH_LARGEST_WORD];
    for (uint32_t at = 0; at < word; at += 4) {
        mw_put_u32(bytes + at, value | (~value & 0xFFFFU) << 16);
    }
    if (slot->marks + spare >= mw_slot_marks(update)) {
        return MW_ERROR_FLASH;
    }
    int result = mw_flash_write(update->flash, mw_slot_trailer(update, index) + HEADER + slot->marks * word, bytes, word);
    slot->marks++;
    if (result == MW_OK) {
        apply(slot, value);
    }
    return result == MW_OK ? MW_OK : MW_ERROR_FLASH;
}

int mw_slot_begin(struct mw_update *update, uint32_t index, const struct mw_update_offer *offer, uint32_t generation,
                  uint32_t counter_floor) {
    const struct mw_flash *flash = update->flash;
    uint32_t trailer = mw_slot_trailer(update, index);
    uint8_t header[HEADER] = {0};
    memcpy(header, magic, sizeof magic);
    header[4] = VERSION;
    header[6] = (uint8_t)offer->fragment_bytes;
    header[7] = (uint8_t)(offer->fragment_bytes >> 8);
    mw_put_u32(header + 8, generation);
    mw_put_u32(header + 12, counter_floor);
    mw_put_u32(header + 16, offer->update_id);
    mw_put_u32(header + 20, offer->model_id);
    mw_put_u32(header + 24, offer->model_version);
    mw_put_u32(header + 28, offer->bundle_bytes);
    memcpy(header + 32, offer->digest, MW_DIGEST_LENGTH);
    header[64] = (uint8_t)offer->healthy_windows;
    header[65] = (uint8_t)(offer->healthy_windows >> 8);
    mw_put_u32(header + CHECKSUM_OFFSET, mw_crc32(0, header, CHECKSUM_OFFSET));
    memset(&update->slots[index], 0, sizeof update->slots[index]);
    /* The old header goes first: a trailer half erased must not bring an old update back to life. */
    int result = mw_flash_blank(flash, trailer, flash->word_bytes) ? MW_OK : mw_flash_zero_word(flash, trailer);
    uint32_t first = trailer / flash->page_bytes;
    uint32_t needed = mw_update_fragments(offer) * offer->fragment_bytes;
    uint32_t pages = update->configuration.trailer_pages + (needed - 1) / flash->page_bytes + 1;
    for (uint32_t page = 0; page < pages && result == MW_OK; page++) {
        result = mw_flash_clear_page(flash, first + page);
    }
    if (result == MW_OK) {
        result = mw_flash_write(flash, trailer, header, HEADER);
    }
    mw_slot_read(update, index);
    return result == MW_OK ? MW_OK : MW_ERROR_FLASH;
}
