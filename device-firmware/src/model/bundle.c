#include "milliwatt/bundle.h"

#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"

#include <string.h>

#define HEADER 64U
#define SECTION_HEAD 8U
#define TLV_HEAD 4U
#define FIRST_SKIPPED 0x8000U
#define DIGEST_OFFSET 16U
#define DIGEST_BYTES 8U

enum section { SECTION_MODEL = 1, SECTION_RECIPE, SECTION_LABELS, SECTION_DECISION, SECTION_VECTORS, SECTION_LEARNING };
enum input_source { SOURCE_MAP, SOURCE_ARRAY };
enum tlv { TLV_COUNTER = 1, TLV_KEY_ID = 2, TLV_SIGNATURE = 16 };

int mw_check_body_length(const struct mw_part *body, uint32_t exact) {
    if (body->length < exact) {
        return MW_ERROR_TRUNCATED;
    }
    if (body->length != mw_padded(exact)) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t i = exact; i < body->length; i++) {
        if (body->bytes[i] != 0) {
            return MW_ERROR_FORMAT;
        }
    }
    return MW_OK;
}

/* Takes the next section off `rest`, checking its head, its padding and that it is there. */
static int take_section(struct mw_part *rest, uint32_t *type, struct mw_part *data) {
    if (rest->length < SECTION_HEAD) {
        return MW_ERROR_TRUNCATED;
    }
    *type = mw_u16(rest->bytes);
    data->bytes = rest->bytes + SECTION_HEAD;
    data->length = mw_u32(rest->bytes + 4);
    if (mw_u16(rest->bytes + 2) != 0) {
        return MW_ERROR_FORMAT;
    }
    if (data->length > rest->length - SECTION_HEAD) {
        return MW_ERROR_TRUNCATED;
    }
    /* No overflow: the length is at most that of the rest, which is a multiple of 4. */
    uint32_t padded = mw_padded(data->length);
    for (uint32_t i = data->length; i < padded; i++) {
        if (data->bytes[i] != 0) {
            return MW_ERROR_FORMAT;
        }
    }
    rest->bytes += SECTION_HEAD + padded;
    rest->length -= SECTION_HEAD + padded;
    return MW_OK;
}

static int parse_header(struct mw_bundle *bundle, struct mw_part *payload) {
    const uint8_t *at = bundle->file.bytes;
    uint32_t length = bundle->file.length;
    static const uint8_t magic[4] = {'M', 'W', 'M', 'B'};
    if (length < HEADER) {
        return MW_ERROR_TRUNCATED;
    }
    if (memcmp(at, magic, sizeof magic) != 0) {
        return MW_ERROR_MAGIC;
    }
    if (at[5] != 1) {
        return MW_ERROR_VERSION;
    }
    if (mw_u16(at + 6) != HEADER || mw_u16(at + 10) != 0) {
        return MW_ERROR_FORMAT;
    }
    bundle->kind = mw_u16(at + 8);
    bundle->recipe_id = mw_u16(at + 12);
    bundle->recipe_version = mw_u16(at + 14);
    bundle->model_id = mw_u32(at + 24);
    bundle->model_version = mw_u32(at + 28);
    bundle->target_class = mw_u32(at + 32);
    bundle->ram_bytes = mw_u32(at + 40);
    bundle->scratch_bytes = mw_u32(at + 44);
    bundle->operations = mw_u32(at + 48);
    bundle->inputs = mw_u16(at + 56);
    bundle->classes = mw_u16(at + 58);
    payload->bytes = at + HEADER;
    payload->length = mw_u32(at + 52);
    uint32_t flash_bytes = mw_u32(at + 36);
    if (flash_bytes > length || payload->length > length - HEADER) {
        return MW_ERROR_TRUNCATED;
    }
    if (flash_bytes != length || payload->length % 4 != 0) {
        return MW_ERROR_FORMAT;
    }
    uint32_t crc = mw_crc32(mw_crc32(0, at, 60), payload->bytes, payload->length);
    if (crc != mw_u32(at + 60)) {
        return MW_ERROR_CHECKSUM;
    }
    uint32_t most = bundle->kind == MW_MODEL_NETWORK ? MW_MAX_ARRAY_INPUTS : MW_MAX_INPUTS;
    if (bundle->inputs < 1 || bundle->inputs > most || bundle->classes < 2 || bundle->classes > MW_MAX_CLASSES) {
        return MW_ERROR_FORMAT;
    }
    return MW_OK;
}

/* In place of the input map: which recipe array feeds the model. */
static int parse_array_input(struct mw_bundle *bundle, const uint8_t *at) {
    bundle->takes_array = true;
    bundle->array_step = at[0];
    bundle->array_shift = at[1];
    return at[0] == 0 || at[1] > 31 || mw_u16(at + 2) != 0 ? MW_ERROR_FORMAT : MW_OK;
}

static int parse_input_map(struct mw_bundle *bundle, const uint8_t *at) {
    bundle->input_map.bytes = at;
    bundle->input_map.length = 2U * bundle->inputs;
    if (bundle->inputs > MW_MAX_INPUTS || (bundle->inputs % 2 != 0 && mw_u16(at + bundle->input_map.length) != 0)) {
        return MW_ERROR_FORMAT;
    }
    for (uint32_t input = 0; input < bundle->inputs; input++) {
        if (at[2 * input] == 255 || at[2 * input + 1] > 31) {
            return MW_ERROR_FORMAT;
        }
    }
    return MW_OK;
}

/* Kinds that are left out are not referred to, so that the linker drops them. */
static int check_model(const struct mw_bundle *bundle) {
    const struct mw_part *body = &bundle->model;
    uint16_t inputs = bundle->inputs;
    uint16_t classes = bundle->classes;
    if (MW_HAS_KIND(MW_MODEL_FOREST) && bundle->kind == MW_MODEL_FOREST) {
        return mw_forest_check(body, inputs, classes);
    }
    if (MW_HAS_KIND(MW_MODEL_LINEAR) && bundle->kind == MW_MODEL_LINEAR) {
        return mw_linear_check(body, inputs, classes);
    }
    if (MW_HAS_KIND(MW_MODEL_CENTROID) && bundle->kind == MW_MODEL_CENTROID) {
        return mw_centroid_check(body, inputs, classes);
    }
    if (MW_HAS_KIND(MW_MODEL_NETWORK) && bundle->kind == MW_MODEL_NETWORK) {
        return mw_network_check(bundle);
    }
    if (MW_HAS_KIND(MW_MODEL_KMEANS) && bundle->kind == MW_MODEL_KMEANS) {
        return mw_kmeans_check(body, inputs, classes);
    }
    if (MW_HAS_KIND(MW_MODEL_GAUSSIAN) && bundle->kind == MW_MODEL_GAUSSIAN) {
        return mw_gaussian_check(body, inputs, classes);
    }
    if (MW_HAS_KIND(MW_MODEL_SHARED_FOREST) && bundle->kind == MW_MODEL_SHARED_FOREST) {
        return mw_shared_forest_check(body, inputs, classes);
    }
    return MW_ERROR_UNSUPPORTED;
}

static int parse_model(struct mw_bundle *bundle, const struct mw_part *section) {
    if (section->length < 4) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t source = mw_u16(section->bytes + 2);
    bool may_take_array = bundle->kind == MW_MODEL_NETWORK || bundle->kind == MW_MODEL_FOREST ||
                          bundle->kind == MW_MODEL_SHARED_FOREST;
    if (source > (may_take_array ? SOURCE_ARRAY : SOURCE_MAP)) {
        return MW_ERROR_FORMAT;
    }
    uint32_t start = source == SOURCE_ARRAY ? 8U : mw_padded(4U + 2U * bundle->inputs);
    if (section->length < start) {
        return MW_ERROR_TRUNCATED;
    }
    bundle->probability_multiplier = mw_u16(section->bytes);
    int result = source == SOURCE_ARRAY ? parse_array_input(bundle, section->bytes + 4)
                                        : parse_input_map(bundle, section->bytes + 4);
    if (result < 0) {
        return result;
    }
    bundle->model.bytes = section->bytes + start;
    bundle->model.length = section->length - start;
    return check_model(bundle);
}

static int check_labels(const struct mw_bundle *bundle) {
    const struct mw_part *labels = &bundle->labels;
    if (labels->length < 2) {
        return MW_ERROR_TRUNCATED;
    }
    if (mw_u16(labels->bytes) != bundle->classes) {
        return MW_ERROR_FORMAT;
    }
    uint32_t at = 2;
    for (uint32_t class = 0; class < bundle->classes; class++) {
        if (labels->length - at < 3 || labels->length - at - 3 < labels->bytes[at + 2]) {
            return MW_ERROR_TRUNCATED;
        }
        at += 3U + labels->bytes[at + 2];
    }
    return at == labels->length ? MW_OK : MW_ERROR_FORMAT;
}

static int check_vectors(const struct mw_bundle *bundle) {
    const struct mw_part *vectors = &bundle->vectors;
    if (vectors->length < 8) {
        return MW_ERROR_TRUNCATED;
    }
    uint32_t count = mw_u16(vectors->bytes);
    if (count < 1 || mw_u16(vectors->bytes + 2) != bundle->inputs || mw_u16(vectors->bytes + 4) != bundle->classes ||
        mw_u16(vectors->bytes + 6) != 0) {
        return MW_ERROR_FORMAT;
    }
    uint32_t expected = 8U + 2U * count * (uint32_t)(bundle->inputs + bundle->classes);
    if (vectors->length < expected) {
        return MW_ERROR_TRUNCATED;
    }
    return vectors->length == expected ? MW_OK : MW_ERROR_FORMAT;
}

static int parse_payload(struct mw_bundle *bundle, struct mw_part rest) {
    struct mw_part model;
    struct mw_part *const parts[] = {&model, &bundle->recipe, &bundle->labels, &bundle->decision, &bundle->vectors};
    for (uint32_t wanted = SECTION_MODEL; wanted <= SECTION_VECTORS; wanted++) {
        uint32_t type = 0;
        int result = take_section(&rest, &type, parts[wanted - 1]);
        if (result < 0) {
            return result;
        }
        if (type != wanted) {
            return MW_ERROR_FORMAT;
        }
    }
    for (bool first = true; rest.length > 0; first = false) {
        uint32_t type = 0;
        struct mw_part optional;
        int result = take_section(&rest, &type, &optional);
        if (result < 0) {
            return result;
        }
        if (type == SECTION_LEARNING && first) {
            bundle->learning = optional;
        } else if (type < FIRST_SKIPPED) {
            return MW_ERROR_FORMAT;
        }
    }
    int result = parse_model(bundle, &model);
    if (result == MW_OK) {
        result = check_labels(bundle);
    }
    if (result == MW_OK) {
        result = mw_decision_check(&bundle->decision);
    }
    if (result == MW_OK) {
        result = check_vectors(bundle);
    }
    bool learns = bundle->learning.bytes != NULL;
    return result == MW_OK && learns ? mw_learning_check(&bundle->learning, bundle->kind, bundle->inputs) : result;
}

static int take_record(struct mw_bundle *bundle, uint32_t type, const uint8_t *data, uint32_t length) {
    if (type == TLV_COUNTER || type == TLV_KEY_ID) {
        if (length != 4) {
            return MW_ERROR_FORMAT;
        }
        if (type == TLV_COUNTER) {
            bundle->has_counter = true;
            bundle->anti_rollback_counter = mw_u32(data);
        } else {
            bundle->has_key_id = true;
            bundle->key_id = mw_u32(data);
        }
    } else if (type == TLV_SIGNATURE) {
        bundle->has_signature = true;
        bundle->signature.bytes = data;
        bundle->signature.length = length;
        bundle->signed_length = (uint32_t)(data - bundle->file.bytes) - TLV_HEAD;
    }
    return MW_OK;
}

static int parse_trailer(struct mw_bundle *bundle, const uint8_t *at, uint32_t left) {
    uint32_t before = 0;
    while (left > 0) {
        if (left < TLV_HEAD) {
            return MW_ERROR_TRUNCATED;
        }
        uint32_t type = mw_u16(at);
        uint32_t length = mw_u16(at + 2);
        if (type <= before || before == TLV_SIGNATURE) {
            return MW_ERROR_FORMAT;
        }
        if (length > left - TLV_HEAD) {
            return MW_ERROR_TRUNCATED;
        }
        int result = take_record(bundle, type, at + TLV_HEAD, length);
        if (result < 0) {
            return result;
        }
        before = type;
        at += TLV_HEAD + length;
        left -= TLV_HEAD + length;
    }
    return MW_OK;
}

int mw_bundle_parse(struct mw_bundle *bundle, const uint8_t *bytes, size_t length) {
    memset(bundle, 0, sizeof *bundle);
    if (length > UINT32_MAX - 8) {
        return MW_ERROR_ARGUMENT;
    }
    bundle->file.bytes = bytes;
    bundle->file.length = (uint32_t)length;
    struct mw_part payload = {0};
    int result = parse_header(bundle, &payload);
    if (result == MW_OK) {
        result = parse_payload(bundle, payload);
    }
    if (result == MW_OK) {
        const uint8_t *trailer = payload.bytes + payload.length;
        result = parse_trailer(bundle, trailer, bundle->file.length - HEADER - payload.length);
    }
    return result;
}

int mw_bundle_check_recipe_digest(const struct mw_bundle *bundle, const struct mw_crypto *crypto) {
    uint8_t digest[MW_DIGEST_LENGTH];
    int result = crypto->sha256(bundle->recipe.bytes, bundle->recipe.length, digest);
    if (result < 0) {
        return result;
    }
    return memcmp(digest, bundle->file.bytes + DIGEST_OFFSET, DIGEST_BYTES) == 0 ? MW_OK : MW_ERROR_RECIPE;
}

int mw_bundle_check_signature(const struct mw_bundle *bundle, const struct mw_crypto *crypto,
                              const uint8_t public_key[MW_PUBLIC_KEY_LENGTH]) {
    uint8_t digest[MW_DIGEST_LENGTH];
    if (!bundle->has_signature) {
        return MW_ERROR_SIGNATURE;
    }
    int result = crypto->sha256(bundle->file.bytes, bundle->signed_length, digest);
    if (result < 0) {
        return result;
    }
    return crypto->verify_p256(public_key, digest, bundle->signature.bytes, bundle->signature.length);
}

uint16_t mw_bundle_verdict_of_class(const struct mw_bundle *bundle, uint16_t index) {
    uint32_t at = 2;
    for (uint16_t class = 0; class < index; class++) {
        at += 3U + bundle->labels.bytes[at + 2];
    }
    return mw_u16(bundle->labels.bytes + at);
}
