#include "milliwatt/frame.h"

void mw_frame_update_state(struct mw_cbor *out, const struct mw_update_report *body) {
    mw_cbor_map(out, 6);
    mw_cbor_pair(out, 0, body->slot);
    mw_cbor_pair(out, 1, body->state);
    mw_cbor_pair(out, 2, body->model_id);
    mw_cbor_pair(out, 3, body->model_version);
    mw_cbor_pair(out, 4, body->reason);
    mw_cbor_pair(out, 5, body->fragments_held);
}

void mw_frame_missing(struct mw_cbor *out, const struct mw_missing_body *body) {
    mw_cbor_map(out, 4);
    mw_cbor_pair(out, 0, body->update_id);
    mw_cbor_pair(out, 1, body->fragments);
    mw_cbor_pair(out, 2, body->first);
    mw_cbor_unsigned(out, 3);
    mw_cbor_bytes(out, body->bitmap, body->bitmap_length);
}
