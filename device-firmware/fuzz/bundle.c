/* The bundle parser, and everything that may be called once a bundle was accepted. */
#include "../src/model/kinds.h"
#include "milliwatt/bundle.h"
#include "milliwatt/decision.h"
#include "milliwatt/error.h"
#include "milliwatt/learning.h"
#include "milliwatt/model.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put_u32(uint8_t *at, uint32_t value) {
    for (uint32_t i = 0; i < 4; i++) {
        at[i] = (uint8_t)(value >> (8 * i));
    }
}

/* Length and checksum are made to match, or the fuzzer would never get beyond the header. */
static void agree(uint8_t *bytes, uint32_t length) {
    uint32_t payload = (uint32_t)bytes[52] | (uint32_t)bytes[53] << 8 | (uint32_t)bytes[54] << 16;
    put_u32(bytes + 36, length);
    if (payload <= length - 64) {
        put_u32(bytes + 60, mw_crc32(mw_crc32(0, bytes, 60), bytes + 64, payload));
    }
}

/* Extreme windows through every phase of learning, and the state there and back. */
static void learn(const struct mw_bundle *bundle) {
    static const int16_t extremes[] = {INT16_MIN, INT16_MAX, 0, -1, 300};
    struct mw_learning learning;
    uint8_t *memory = malloc(mw_learning_memory_size(bundle));
    mw_learning_start(&learning, bundle, memory);
    for (uint32_t window = 0; window < 300; window++) {
        int16_t inputs[MW_MAX_INPUTS];
        for (uint32_t input = 0; input < MW_MAX_INPUTS; input++) {
            inputs[input] = extremes[(window * 7 + input * (window % 3)) % 5];
        }
        mw_learning_window(&learning, inputs, 0);
    }
    uint32_t length = mw_learning_state_length(&learning);
    uint8_t *state = malloc(length);
    mw_learning_write(&learning, state);
    mw_learning_start(&learning, bundle, memory);
    if (mw_learning_read(&learning, state, length) != MW_OK) {
        abort();
    }
    free(state);
    free(memory);
}

/* Scratch and array of exactly the size that the bundle asks for, so that the sanitizer sees one byte too many. */
static void use(const struct mw_bundle *bundle) {
    uint32_t scratch_bytes = mw_model_scratch_size(bundle);
    int32_t *array = bundle->takes_array ? malloc(sizeof *array * bundle->inputs) : NULL;
    for (uint32_t i = 0; array != NULL && i < bundle->inputs; i++) {
        array[i] = (int32_t)(i * 0x9E3779B9U);
    }
    struct mw_model model = {
        .bundle = bundle, .scratch = scratch_bytes == 0 ? NULL : malloc(scratch_bytes), .array = array};
    int32_t values[255];
    struct mw_votes votes = {0};
    for (int32_t i = 0; i < 255; i++) {
        values[i] = (i % 3 == 0 ? INT32_MAX : i % 3 == 1 ? INT32_MIN : i);
    }
    if (bundle->learning.bytes != NULL) {
        learn(bundle);
    }
    mw_model_self_test(&model);
    for (uint16_t class = 0; class < bundle->classes; class++) {
        mw_bundle_verdict_of_class(bundle, class);
    }
    for (uint32_t window = 0; window < 20; window++) {
        struct mw_judgement judgement;
        struct mw_event_change change;
        values[window] = (int32_t)(window * 0x01234567U);
        if (mw_decision_judge(&model, values, 255, 0, &judgement) == 1) {
            mw_decision_count(bundle, &votes, &judgement, &change);
        }
    }
    free(model.scratch);
    free(array);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct mw_bundle bundle;
    if (mw_bundle_parse(&bundle, data, size) == MW_OK) {
        use(&bundle);
    }
    if (size >= 64 && size < 1 << 20) {
        uint8_t *copy = malloc(size);
        memcpy(copy, data, size);
        agree(copy, (uint32_t)size);
        if (mw_bundle_parse(&bundle, copy, size) == MW_OK) {
            use(&bundle);
        }
        free(copy);
    }
    return 0;
}
