/*
 * The receiver of updates, driven by bytes: offers, fragments true and false, commands, windows, restarts, faults and power cuts.
 * Whatever they do, each start runs a bundle that somebody signed.
 */
#include "update_node.h"

#define SERVER 1792900000U

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct input {
    const uint8_t *bytes;
    size_t left;
};

static uint32_t server_sequence;

static uint8_t take(struct input *in) {
    if (in->left == 0) {
        return 0;
    }
    in->left--;
    return *in->bytes++;
}

static void deliver(struct mw_cbor *out) {
    int32_t length = mw_frame_seal(out, node->configuration.key, &crypto);
    mw_node_receive(node, out->bytes, (size_t)length, now);
}

static struct mw_cbor begun(uint8_t *bytes, uint32_t capacity, uint8_t kind) {
    struct mw_frame_head head = {4711, SERVER, server_sequence++, now, kind};
    struct mw_cbor out = {bytes, capacity, 0, false};
    mw_frame_begin(&out, &head);
    return out;
}

static void offer(const struct bundle *bundle, uint32_t update_id, uint32_t fragment_bytes, uint32_t windows) {
    uint8_t bytes[256];
    struct mw_cbor out = begun(bytes, sizeof bytes, MW_FRAME_OFFER);
    mw_cbor_map(&out, 7);
    mw_cbor_pair(&out, 0, update_id);
    mw_cbor_pair(&out, 1, 1);
    mw_cbor_pair(&out, 2, 1);
    mw_cbor_pair(&out, 3, bundle->length);
    mw_cbor_unsigned(&out, 4);
    mw_cbor_bytes(&out, bundle->digest, MW_DIGEST_LENGTH);
    mw_cbor_pair(&out, 5, fragment_bytes);
    mw_cbor_pair(&out, 6, windows);
    deliver(&out);
}

static void command(uint32_t number) {
    uint8_t bytes[128];
    struct mw_cbor out = begun(bytes, sizeof bytes, MW_FRAME_COMMAND);
    mw_cbor_map(&out, 2);
    mw_cbor_pair(&out, 0, number);
    mw_cbor_pair(&out, 1, 0);
    deliver(&out);
}

static void fragment(const struct bundle *bundle, uint32_t fragment_bytes, uint32_t index, uint8_t change) {
    uint8_t message[MW_FRAGMENT_OVERHEAD + 256] = {MW_FRAGMENT_FIRST_BYTE};
    mw_put_u16(message + 1, index);
    memset(message + 3, 0xFF, fragment_bytes);
    for (uint32_t i = 0; i < fragment_bytes && index * fragment_bytes + i < bundle->length; i++) {
        message[3 + i] = bundle->bytes[index * fragment_bytes + i];
    }
    message[3] ^= change;
    memset(message + 3 + fragment_bytes, 0, MW_MAC_LENGTH);
    mw_node_receive(node, message, MW_FRAGMENT_OVERHEAD + fragment_bytes, now);
}

static void raw(struct input *in) {
    uint8_t bytes[64];
    size_t length = take(in) % sizeof bytes;
    for (size_t i = 0; i < length; i++) {
        bytes[i] = take(in);
    }
    mw_node_receive(node, bytes, length, now);
}

static void operate(struct input *in) {
    static const uint32_t fragment_sizes[4] = {8, 40, 64, 256};
    uint8_t operation = take(in);
    uint8_t argument = take(in);
    const struct bundle *bundle = &bundles[argument & 3U];
    uint32_t fragment_bytes = fragment_sizes[argument >> 2 & 3U];
    uint32_t fragments = (bundle->length + fragment_bytes - 1) / fragment_bytes;
    switch (operation % 8) {
    case 0: offer(bundle, 1U + (argument >> 4), fragment_bytes, argument >> 6); break;
    case 1: fragment(bundle, fragment_bytes, take(in), 0); break;
    case 2: fragment(bundle, fragment_bytes, take(in), take(in)); break;
    case 3:
        for (uint32_t index = argument >> 4; index < fragments; index++) {
            fragment(bundle, fragment_bytes, index, 0);
        }
        break;
    case 4: window((argument & 1U) != 0 ? 2000 : 100); break;
    case 5: command(argument); break;
    case 6: raw(in); break;
    default:
        /* Power, now or at an operation to come. */
        mw_simulated_flash_power_on(&flash, (argument & 1U) != 0 ? take(in) : MW_NO_CUT,
                                    (argument & 4U) != 0 ? MW_CUT_TORN : MW_CUT_AFTER);
        start((argument & 2U) != 0);
        break;
    }
    if (flash.off) {
        mw_simulated_flash_power_on(&flash, MW_NO_CUT, MW_CUT_BEFORE);
        start(false);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct input in = {data, size > 400 ? 400 : size};
    if (bundles[0].length == 0) {
        make_bundles();
    }
    memset(flash_bytes, 0xFF, sizeof flash_bytes);
    mw_simulated_flash_open(&flash, flash_bytes, PAGE, (take(&in) & 1U) != 0 ? 4 : 8, FLASH_PAGES);
    flash.random = (uint32_t)size;
    now = 1793000000000ULL;
    boot = 0;
    server_sequence = 0;
    start(false);
    while (in.left > 0) {
        operate(&in);
        if (mw_node_restart_wanted(node)) {
            start(false);
        }
    }
    if (flash.violations > 0) {
        abort();
    }
    return 0;
}
