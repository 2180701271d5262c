#include "milliwatt/error.h"
#include "milliwatt/frame.h"

#define OUTER_PAIRS 8
#define MAC_KEY 7
#define DIGEST_BYTES 8

void mw_frame_begin(struct mw_cbor *out, const struct mw_frame_head *head) {
    mw_cbor_map(out, OUTER_PAIRS);
    mw_cbor_pair(out, 0, MW_FRAME_VERSION);
    mw_cbor_pair(out, 1, head->node);
    mw_cbor_pair(out, 2, head->boot);
    mw_cbor_pair(out, 3, head->sequence);
    mw_cbor_pair(out, 4, head->time_millis);
    mw_cbor_pair(out, 5, head->kind);
    mw_cbor_unsigned(out, 6);
}

void mw_frame_status(struct mw_cbor *out, const struct mw_status *body) {
    mw_cbor_map(out, 8U + (body->battery_millivolts != 0 ? 1U : 0U) + (body->ledger != NULL ? 1U : 0U) +
                         (body->stay != 0 ? 1U : 0U));
    mw_cbor_pair(out, 0, body->domain);
    mw_cbor_pair(out, 1, body->uptime_seconds);
    if (body->battery_millivolts != 0) {
        mw_cbor_pair(out, 2, body->battery_millivolts);
    }
    mw_cbor_pair(out, 4, body->held_frames);
    mw_cbor_pair(out, 5, body->dropped_frames);
    mw_cbor_pair(out, 6, body->model_id);
    mw_cbor_pair(out, 7, body->model_version);
    mw_cbor_unsigned(out, 8);
    mw_cbor_bytes(out, body->bundle_digest, DIGEST_BYTES);
    mw_cbor_pair(out, 9, body->flags);
    if (body->ledger != NULL) {
        mw_cbor_unsigned(out, 10);
        mw_cbor_array(out, MW_LEDGER_ITEMS);
        for (uint32_t item = 0; item < MW_LEDGER_ITEMS; item++) {
            mw_cbor_unsigned(out, body->ledger->counts[item]);
        }
    }
    if (body->stay != 0) {
        mw_cbor_unsigned(out, 11);
        mw_cbor_array(out, 2);
        mw_cbor_unsigned(out, body->stay);
        mw_cbor_unsigned(out, body->has_pacemaker ? 1 : 0);
    }
}

void mw_frame_features(struct mw_cbor *out, const struct mw_features_body *body) {
    mw_cbor_map(out, body->judged ? 7 : 4);
    mw_cbor_pair(out, 0, body->recipe_id);
    mw_cbor_pair(out, 1, body->recipe_version);
    mw_cbor_unsigned(out, 2);
    mw_cbor_array(out, body->count);
    for (uint32_t i = 0; i < body->count; i++) {
        mw_cbor_signed(out, body->values[i]);
    }
    mw_cbor_pair(out, 3, body->quality);
    if (body->judged) {
        mw_cbor_pair(out, 4, body->verdict);
        mw_cbor_pair(out, 5, body->probability);
        mw_cbor_pair(out, 6, body->model_version);
    }
}

void mw_frame_event(struct mw_cbor *out, const struct mw_event_body *body) {
    mw_cbor_map(out, body->count == 0 ? 4 : 5);
    mw_cbor_pair(out, 0, body->verdict);
    mw_cbor_pair(out, 1, body->probability);
    mw_cbor_pair(out, 2, body->urgency);
    mw_cbor_pair(out, 3, body->onset ? 1 : 0);
    if (body->count > 0) {
        mw_cbor_unsigned(out, 4);
        mw_cbor_array(out, body->count);
        for (uint32_t i = 0; i < body->count; i++) {
            mw_cbor_signed(out, body->values[i]);
        }
    }
}

void mw_frame_learning_update(struct mw_cbor *out, const struct mw_learning_body *body) {
    mw_cbor_map(out, 4);
    mw_cbor_pair(out, 0, body->recipe_id);
    mw_cbor_pair(out, 1, body->recipe_version);
    mw_cbor_pair(out, 2, body->kind);
    mw_cbor_unsigned(out, 3);
    mw_cbor_bytes_head(out, body->state_length);
}

int32_t mw_frame_seal(struct mw_cbor *out, const uint8_t key[MW_KEY_LENGTH], const struct mw_crypto *crypto) {
    uint8_t mac[MW_DIGEST_LENGTH];
    mw_cbor_unsigned(out, MAC_KEY);
    if (out->full || out->length > INT32_MAX - 9) {
        return MW_ERROR_MEMORY;
    }
    int result = crypto->hmac_sha256(key, out->bytes, out->length, mac);
    if (result < 0) {
        return result;
    }
    mw_cbor_bytes(out, mac, MW_MAC_LENGTH);
    return out->full ? MW_ERROR_MEMORY : (int32_t)out->length;
}
