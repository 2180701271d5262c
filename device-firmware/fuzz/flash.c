/*
 * Anything at all in flash at a start. Checksums and complements of marks are made right, so that what they guard is reached; the
 * node must start, with a bundle that somebody signed, and go on from there.
 */
#include "update_node.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void mend_slot(uint32_t slot, uint8_t how) {
    uint8_t *trailer = flash_bytes + slot * (TRAILER_PAGES + DATA_PAGES) * PAGE;
    uint8_t *data = trailer + TRAILER_PAGES * PAGE;
    uint32_t word = flash.port.word_bytes;
    const struct bundle *bundle = &bundles[how >> 2 & 3U];
    if ((how & 1U) != 0) {
        memcpy(trailer, "MWUS\1\0", 6);
        if ((how & 2U) != 0) {
            mw_put_u32(trailer + 28, bundle->length);
            memcpy(trailer + 32, bundle->digest, MW_DIGEST_LENGTH);
            memcpy(data, bundle->bytes, bundle->length);
        } else {
            sha256(data, mw_u32(trailer + 28) % (DATA_PAGES * PAGE), trailer + 32);
        }
        mw_put_u32(trailer + 68, mw_crc32(0, trailer, 68));
    }
    for (uint32_t at = 72; at + word <= PAGE && (how & 16U) != 0; at += word) {
        uint32_t value = mw_u16(trailer + at);
        if (value != 0xFFFFU) {
            mw_put_u16(trailer + at + 2, ~value);
            memcpy(trailer + at + word - 4, trailer + at, 4);
        }
    }
}

static void mend_journal(uint8_t how) {
    for (uint32_t page = 0; page < JOURNAL_PAGES && (how & 1U) != 0; page++) {
        uint8_t *at = flash_bytes + (JOURNAL_PAGE + page) * PAGE;
        memcpy(at, "MWJP", 4);
        mw_put_u32(at + 4, 1U + page + (how >> 4 == page ? 7U : 0U));
        mw_put_u32(at + 20, mw_crc32(0, at, 20));
        uint32_t offset = 32;
        while ((how & 2U) != 0 && offset + 40 < PAGE) {
            uint8_t *entry = at + offset;
            uint32_t length = 1U + mw_u16(entry) % (PAGE - offset - 32);
            mw_put_u16(entry, length);
            mw_put_u16(entry + 2, entry[2] & 3U);
            memset(entry + 16, 0xFF, flash.port.word_bytes);
            mw_put_u32(entry + 12, mw_crc32(mw_crc32(0, entry, 12), entry + 16 + flash.port.word_bytes, length));
            offset += 16 + flash.port.word_bytes + ((length + flash.port.word_bytes - 1) & ~(flash.port.word_bytes - 1));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (bundles[0].length == 0) {
        make_bundles();
    }
    if (size < 4) {
        return 0;
    }
    memset(flash_bytes, 0xFF, sizeof flash_bytes);
    memcpy(flash_bytes, data + 4, size - 4 < sizeof flash_bytes ? size - 4 : sizeof flash_bytes);
    mw_simulated_flash_open(&flash, flash_bytes, PAGE, (data[0] & 1U) != 0 ? 4 : 8, FLASH_PAGES);
    mend_slot(0, data[1]);
    mend_slot(1, data[2]);
    mend_journal(data[3]);
    now = 1793000000000ULL;
    boot = 0;
    start((data[0] & 2U) != 0);
    for (int i = 0; i < 8; i++) {
        window(i < 6 ? 100 : 2000);
        mw_node_delivered(node, boot, (uint32_t)i);
    }
    uint32_t counted = 0;
    struct mw_journal_entry entry = {0};
    while (mw_journal_next(&journal, &entry)) {
        counted++;
    }
    if (counted != journal.live) {
        abort();
    }
    mw_node_restart_wanted(node);
    start(false);
    window(100);
    if (flash.violations > 0) {
        abort();
    }
    return 0;
}
