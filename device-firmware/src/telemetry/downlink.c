#include "cbor_reader.h"
#include "milliwatt/error.h"
#include "milliwatt/frame.h"

#include <string.h>

#define OUTER_PAIRS 8
#define TRAILER (1U + MW_MAC_LENGTH) /* the head 48 and the MAC */
#define MAJOR_VERSION 1
#define OFFER_PAIRS 7
#define LARGEST_FRAGMENT 1024U

struct outer {
    uint32_t version;
    uint32_t node;
    struct mw_cbor_in body;
};

static uint64_t outer_number(struct mw_cbor_in *in, uint64_t key, uint64_t largest) {
    if (mw_cbor_expect(in, MW_CBOR_UNSIGNED, UINT64_MAX) != key) {
        in->broken = true;
    }
    return mw_cbor_expect(in, MW_CBOR_UNSIGNED, largest);
}

static int read_outer(struct mw_downlink *downlink, struct outer *outer, const uint8_t *frame, size_t length) {
    struct mw_cbor_in in = {frame, length, 0, false};
    if (mw_cbor_expect(&in, MW_CBOR_MAP, UINT64_MAX) != OUTER_PAIRS) {
        return MW_ERROR_FORMAT;
    }
    outer->version = (uint32_t)outer_number(&in, 0, UINT8_MAX);
    outer->node = (uint32_t)outer_number(&in, 1, UINT32_MAX);
    downlink->boot = (uint32_t)outer_number(&in, 2, UINT32_MAX);
    downlink->sequence = (uint32_t)outer_number(&in, 3, UINT32_MAX);
    downlink->time_millis = outer_number(&in, 4, UINT64_MAX);
    downlink->kind = outer_number(&in, 5, UINT64_MAX);
    if (mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX) != 6) {
        in.broken = true;
    }
    outer->body = in;
    enum mw_cbor_major major;
    mw_cbor_read_head(&in, &major);
    if (in.broken || major != MW_CBOR_MAP) {
        return MW_ERROR_FORMAT;
    }
    in = outer->body;
    mw_cbor_skip(&in);
    outer->body.length = in.at;
    if (mw_cbor_expect(&in, MW_CBOR_UNSIGNED, UINT64_MAX) != 7 ||
        mw_cbor_expect(&in, MW_CBOR_BYTES, UINT64_MAX) != MW_MAC_LENGTH || in.broken) {
        return MW_ERROR_FORMAT;
    }
    return in.length - in.at == MW_MAC_LENGTH ? MW_OK : MW_ERROR_FORMAT;
}

/* The time does not depend on where a wrong MAC differs. */
static int check_mac(const uint8_t *frame, size_t length, const uint8_t key[MW_KEY_LENGTH],
                     const struct mw_crypto *crypto) {
    uint8_t mac[MW_DIGEST_LENGTH];
    int result = crypto->hmac_sha256(key, frame, length - TRAILER, mac);
    if (result < 0) {
        return result;
    }
    uint32_t difference = 0;
    for (uint32_t i = 0; i < MW_MAC_LENGTH; i++) {
        difference |= (uint32_t)(mac[i] ^ frame[length - MW_MAC_LENGTH + i]);
    }
    return difference == 0 ? MW_OK : MW_ERROR_MAC;
}

/* Reads the numbers of keys 0, 1 … `count` - 1, which must be there; later keys are passed over. */
static int read_numbers(struct mw_cbor_in body, uint32_t *const numbers[], uint32_t count) {
    uint64_t pairs = mw_cbor_expect(&body, MW_CBOR_MAP, UINT64_MAX);
    if (pairs < count) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t key = 0; key < count; key++) {
        if (mw_cbor_expect(&body, MW_CBOR_UNSIGNED, UINT64_MAX) != key) {
            return MW_ERROR_FORMAT;
        }
        *numbers[key] = (uint32_t)mw_cbor_expect(&body, MW_CBOR_UNSIGNED, UINT32_MAX);
    }
    return body.broken ? MW_ERROR_FORMAT : MW_OK;
}

/* A command's two numbers and, under key 2 where it is there, its further values. */
static int read_command(struct mw_cbor_in body, struct mw_downlink *downlink) {
    uint64_t pairs = mw_cbor_expect(&body, MW_CBOR_MAP, UINT64_MAX);
    uint32_t *const numbers[] = {&downlink->command, &downlink->argument};
    if (pairs < 2) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t key = 0; key < 2; key++) {
        if (mw_cbor_expect(&body, MW_CBOR_UNSIGNED, UINT64_MAX) != key) {
            return MW_ERROR_FORMAT;
        }
        *numbers[key] = (uint32_t)mw_cbor_expect(&body, MW_CBOR_UNSIGNED, UINT32_MAX);
    }
    if (pairs > 2 && mw_cbor_expect(&body, MW_CBOR_UNSIGNED, UINT64_MAX) == 2) {
        downlink->value_count = (uint32_t)mw_cbor_expect(&body, MW_CBOR_ARRAY, MW_COMMAND_VALUES);
        for (uint32_t i = 0; i < downlink->value_count; i++) {
            downlink->values[i] = (uint32_t)mw_cbor_expect(&body, MW_CBOR_UNSIGNED, UINT32_MAX);
        }
    }
    return body.broken ? MW_ERROR_FORMAT : MW_OK;
}

static uint32_t offer_number(struct mw_cbor_in *body, uint64_t key, uint64_t largest) {
    if (mw_cbor_expect(body, MW_CBOR_UNSIGNED, UINT64_MAX) != key) {
        body->broken = true;
    }
    return (uint32_t)mw_cbor_expect(body, MW_CBOR_UNSIGNED, largest);
}

/* Pairs beyond the seven known are passed over; the skipping of the whole body has checked their form. */
static int read_offer(struct mw_cbor_in body, struct mw_update_offer *offer) {
    if (mw_cbor_expect(&body, MW_CBOR_MAP, UINT64_MAX) < OFFER_PAIRS) {
        return MW_ERROR_FORMAT;
    }
    offer->update_id = offer_number(&body, 0, UINT32_MAX);
    offer->model_id = offer_number(&body, 1, UINT32_MAX);
    offer->model_version = offer_number(&body, 2, UINT32_MAX);
    offer->bundle_bytes = offer_number(&body, 3, UINT32_MAX);
    if (mw_cbor_expect(&body, MW_CBOR_UNSIGNED, UINT64_MAX) != 4 ||
        mw_cbor_expect(&body, MW_CBOR_BYTES, UINT64_MAX) != MW_DIGEST_LENGTH || body.broken) {
        return MW_ERROR_FORMAT;
    }
    memcpy(offer->digest, body.bytes + body.at, MW_DIGEST_LENGTH);
    body.at += MW_DIGEST_LENGTH;
    offer->fragment_bytes = (uint16_t)offer_number(&body, 5, LARGEST_FRAGMENT);
    offer->healthy_windows = (uint16_t)offer_number(&body, 6, UINT16_MAX);
    bool holds = !body.broken && offer->update_id > 0 && offer->bundle_bytes > 0 && offer->fragment_bytes >= 8 &&
                 offer->fragment_bytes % 8 == 0 &&
                 (offer->bundle_bytes - 1) / offer->fragment_bytes <= UINT16_MAX; /* the index has 16 bits */
    return holds ? MW_OK : MW_ERROR_FORMAT;
}

static int read_body(struct mw_downlink *downlink, const struct mw_cbor_in *body) {
    if (downlink->kind == MW_FRAME_ACKNOWLEDGEMENT) {
        uint32_t *const numbers[] = {&downlink->of_boot, &downlink->of_sequence, &downlink->outcome};
        int result = read_numbers(*body, numbers, 3);
        return result == MW_OK && downlink->outcome > 1 ? MW_ERROR_FORMAT : result;
    }
    if (downlink->kind == MW_FRAME_COMMAND) {
        return read_command(*body, downlink);
    }
    if (downlink->kind == MW_FRAME_OFFER) {
        return read_offer(*body, &downlink->offer);
    }
    return MW_ERROR_UNSUPPORTED;
}

int mw_downlink_read(struct mw_downlink *downlink, const uint8_t *frame, size_t length, uint32_t node,
                     const uint8_t key[MW_KEY_LENGTH], const struct mw_crypto *crypto) {
    struct outer outer;
    *downlink = (struct mw_downlink){0};
    int result = read_outer(downlink, &outer, frame, length);
    if (result < 0) {
        return result;
    }
    if (outer.version >> 4 != MAJOR_VERSION) {
        return MW_ERROR_VERSION;
    }
    if (outer.node != node) {
        return MW_ERROR_NOT_FOR_US;
    }
    result = check_mac(frame, length, key, crypto);
    return result < 0 ? result : read_body(downlink, &outer.body);
}
