/* The parser on the golden bundles of contract/vectors, whole and damaged. */
#include "../src/model/kinds.h"
#include "milliwatt/bundle.h"
#include "milliwatt/decision.h"
#include "milliwatt/error.h"
#include "milliwatt/model.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST 8192
#define MODEL_HEAD 72U /* the model section's data: after the header and the section's head */

static const char *const golden[] = {"forest-1.0", "linear-1.0", "centroid-1.0", "race-lines-1.0",
                                     "shared-forest-1.0", "kmeans-learning-1.0", "gaussian-learning-1.0",
                                     "sparse-network-1.0"};

#define GOLDEN_COUNT (sizeof golden / sizeof golden[0])

static uint32_t read_golden(const char *name, uint8_t *bytes) {
    char path[128];
    snprintf(path, sizeof path, "contract/vectors/bundle-%s.mwm", name);
    return (uint32_t)test_read_file(path, bytes, LARGEST);
}

static void put_u32(uint8_t *at, uint32_t value) {
    for (uint32_t i = 0; i < 4; i++) {
        at[i] = (uint8_t)(value >> (8 * i));
    }
}

static uint32_t get_u32(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static void fix_checksum(uint8_t *bytes, uint32_t length) {
    uint32_t payload = get_u32(bytes + 52);
    if (payload <= length - 64) {
        put_u32(bytes + 60, mw_crc32(mw_crc32(0, bytes, 60), bytes + 64, payload));
    }
}

/* Parses a copy in a heap block of exactly the right size, so that the sanitizer sees one byte too many. If it is
 * accepted, everything that may be called afterwards is called. */
static int parse_exactly(const uint8_t *bytes, uint32_t length) {
    uint8_t *copy = malloc(length > 0 ? length : 1);
    struct mw_bundle bundle;
    memcpy(copy, bytes, length);
    int result = mw_bundle_parse(&bundle, copy, length);
    if (result == MW_OK) {
        int32_t values[256] = {0};
        struct mw_judgement judgement;
        int32_t *array = calloc(bundle.inputs, sizeof *array);
        const struct mw_model model = {
            .bundle = &bundle, .scratch = malloc(mw_model_scratch_size(&bundle) + 1), .array = array};
        mw_model_self_test(&model);
        mw_decision_judge(&model, values, 255, 0, &judgement);
        free(model.scratch);
        free(array);
    }
    free(copy);
    return result;
}

TEST(golden_bundles_load_and_pass_their_self_test) {
    static _Alignas(8) uint8_t bytes[LARGEST]; /* networks are read word by word */
    static _Alignas(8) uint8_t scratch[4096];
    for (uint32_t i = 0; i < GOLDEN_COUNT; i++) {
        struct mw_bundle bundle;
        const struct mw_model model = {.bundle = &bundle, .scratch = scratch};
        uint32_t length = read_golden(golden[i], bytes);
        CHECK_EQUAL(MW_OK, mw_bundle_parse(&bundle, bytes, length));
        CHECK_EQUAL(MW_OK, mw_bundle_check_recipe_digest(&bundle, &mw_host_crypto));
        CHECK(mw_model_scratch_size(&bundle) <= sizeof scratch);
        CHECK_EQUAL(MW_OK, mw_model_self_test(&model));
        CHECK_EQUAL(7, bundle.model_id);
        CHECK_EQUAL(2, bundle.model_version);
        CHECK_EQUAL(9, bundle.recipe_id);
        CHECK(!bundle.has_signature);
    }
}

TEST(a_counter_is_read_from_the_trailer) {
    uint8_t bytes[LARGEST];
    struct mw_bundle bundle;
    uint32_t length = read_golden("linear-1.0", bytes);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(&bundle, bytes, length));
    CHECK(bundle.has_counter);
    CHECK_EQUAL(3, bundle.anti_rollback_counter);
}

TEST(a_bundle_cut_anywhere_is_refused) {
    uint8_t bytes[LARGEST];
    for (uint32_t i = 0; i < GOLDEN_COUNT; i++) {
        uint32_t length = read_golden(golden[i], bytes);
        for (uint32_t cut = 0; cut < length; cut++) {
            CHECK(parse_exactly(bytes, cut) < 0);
        }
    }
}

TEST(a_bundle_cut_anywhere_is_refused_even_if_header_and_checksum_agree) {
    uint8_t bytes[LARGEST];
    for (uint32_t i = 0; i < GOLDEN_COUNT; i++) {
        uint32_t length = read_golden(golden[i], bytes);
        uint32_t payload = get_u32(bytes + 52);
        struct mw_bundle whole;
        CHECK_EQUAL(MW_OK, mw_bundle_parse(&whole, bytes, length));
        uint32_t learning_at = whole.learning.bytes == NULL ? 0 : (uint32_t)(whole.learning.bytes - bytes) - 8;
        for (uint32_t cut = 64; cut < 64 + payload; cut += 4) {
            uint8_t shorter[LARGEST];
            memcpy(shorter, bytes, cut);
            put_u32(shorter + 36, cut);
            put_u32(shorter + 52, cut - 64);
            fix_checksum(shorter, cut);
            /* The learning section stands last and may be absent. */
            CHECK(parse_exactly(shorter, cut) < 0 || cut == learning_at);
        }
        CHECK_EQUAL(MW_OK, parse_exactly(bytes, length));
    }
}

TEST(a_flipped_bit_in_header_or_payload_is_refused) {
    uint8_t bytes[LARGEST];
    for (uint32_t i = 1; i < GOLDEN_COUNT; i++) {
        uint32_t length = read_golden(golden[i], bytes);
        uint32_t covered = 64 + get_u32(bytes + 52);
        for (uint32_t bit = 0; bit < 8 * covered; bit++) {
            bytes[bit / 8] ^= (uint8_t)(1U << bit % 8);
            CHECK(parse_exactly(bytes, length) < 0);
            bytes[bit / 8] ^= (uint8_t)(1U << bit % 8);
        }
    }
}

TEST(a_flipped_bit_behind_a_matching_checksum_never_reads_outside) {
    uint8_t bytes[LARGEST];
    uint32_t accepted = 0;
    for (uint32_t i = 0; i < GOLDEN_COUNT; i++) {
        uint32_t length = read_golden(golden[i], bytes);
        for (uint32_t bit = 0; bit < 8 * length; bit += TEST_UNSEEN_STEP) {
            uint8_t damaged[LARGEST];
            memcpy(damaged, bytes, length);
            damaged[bit / 8] ^= (uint8_t)(1U << bit % 8);
            fix_checksum(damaged, length);
            accepted += parse_exactly(damaged, length) == MW_OK ? 1U : 0U;
        }
    }
    CHECK(accepted > 1000 / TEST_UNSEEN_STEP);
}

/* One byte changed, checksum made to match: the code that must come. */
static void check_refusal(const char *name, uint32_t offset, uint8_t value, int code) {
    uint8_t bytes[LARGEST];
    uint32_t length = read_golden(name, bytes);
    bytes[offset] = value;
    fix_checksum(bytes, length);
    int found = parse_exactly(bytes, length);
    if (found != code) {
        printf("%s, byte %u = %u\n", name, offset, value);
    }
    CHECK_EQUAL(code, found);
}

TEST(each_broken_rule_has_its_own_answer) {
    check_refusal("linear-1.0", 0, 'X', MW_ERROR_MAGIC);
    check_refusal("linear-1.0", 5, 2, MW_ERROR_VERSION);
    check_refusal("linear-1.0", 4, 9, MW_OK);
    check_refusal("linear-1.0", 6, 60, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", 8, 200, MW_ERROR_UNSUPPORTED);
    check_refusal("linear-1.0", 10, 1, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", 36, 0, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", 56, 0, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", 56, 65, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", 58, 17, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", 64, 2, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", 66, 1, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", MODEL_HEAD + 2, 1, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", MODEL_HEAD + 5, 32, MW_ERROR_FORMAT);
    check_refusal("linear-1.0", MODEL_HEAD + 4, 255, MW_ERROR_FORMAT);
    check_refusal("forest-1.0", MODEL_HEAD + 16, 0, MW_ERROR_FORMAT);
    check_refusal("forest-1.0", MODEL_HEAD + 20, 0, MW_ERROR_FORMAT);
    check_refusal("centroid-1.0", MODEL_HEAD + 16, 32, MW_ERROR_FORMAT);
    check_refusal("shared-forest-1.0", MODEL_HEAD + 16, 0, MW_ERROR_FORMAT);      /* trees */
    check_refusal("shared-forest-1.0", MODEL_HEAD + 16 + 8, 1, MW_ERROR_FORMAT);  /* first start */
    check_refusal("shared-forest-1.0", MODEL_HEAD + 16 + 10, 65, MW_ERROR_FORMAT); /* thresholds of the first input */
}

/* The first row of the golden sparse network has 11 weights; a bit takes the place of its highest one, so that the number of
 * stored weights stays and only this rule is broken. */
TEST(a_sparse_row_has_no_bit_beyond_its_weights) {
    uint8_t bytes[LARGEST];
    uint32_t length = read_golden("sparse-network-1.0", bytes);
    uint32_t record = MODEL_HEAD + 28 + 12; /* after the input map and the quantization of the inputs */
    uint32_t scales = (bytes[record + 1] & 1) != 0 ? 7 : 1;
    uint8_t *row = bytes + record + 20 + 4 + 4 * 7 + 4 * scales + ((scales + 3) & ~3U);
    uint32_t bits = (uint32_t)row[0] | (uint32_t)row[1] << 8;
    uint32_t highest = 10;
    CHECK(bits != 0 && bits < 1U << 11);
    while (highest > 0 && (bits >> highest & 1U) == 0) {
        highest--;
    }
    bits = (bits & ~(1U << highest)) | 1U << 11;
    row[0] = (uint8_t)bits;
    row[1] = (uint8_t)(bits >> 8);
    fix_checksum(bytes, length);
    CHECK_EQUAL(MW_ERROR_FORMAT, parse_exactly(bytes, length));
}

TEST(a_self_test_that_fails_is_told) {
    uint8_t bytes[LARGEST];
    struct mw_bundle bundle;
    uint32_t length = read_golden("race-lines-1.0", bytes);
    uint32_t payload_end = 64 + get_u32(bytes + 52);
    bytes[payload_end - 2] ^= 1; /* the last score */
    fix_checksum(bytes, length);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(&bundle, bytes, length));
    const struct mw_model model = {.bundle = &bundle};
    CHECK_EQUAL(MW_ERROR_SELF_TEST, mw_model_self_test(&model));
}

TEST(a_recipe_that_differs_from_its_digest_is_told) {
    uint8_t bytes[LARGEST];
    struct mw_bundle bundle;
    uint32_t length = read_golden("race-lines-1.0", bytes);
    bytes[16] ^= 1;
    fix_checksum(bytes, length);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(&bundle, bytes, length));
    CHECK_EQUAL(MW_ERROR_RECIPE, mw_bundle_check_recipe_digest(&bundle, &mw_host_crypto));
}

TEST(trailer_records_out_of_order_or_cut_are_refused) {
    uint8_t bytes[LARGEST];
    static const struct {
        uint8_t trailer[16];
        uint32_t length;
        int code;
    } cases[] = {{{1, 0, 4, 0, 9, 0, 0, 0, 2, 0, 4, 0, 5, 0, 0, 0}, 16, MW_OK},
                 {{2, 0, 4, 0, 9, 0, 0, 0, 1, 0, 4, 0, 5, 0, 0, 0}, 16, MW_ERROR_FORMAT},
                 {{1, 0, 4, 0, 9, 0, 0, 0, 1, 0, 4, 0, 5, 0, 0, 0}, 16, MW_ERROR_FORMAT},
                 {{1, 0, 3, 0, 9, 0, 0}, 7, MW_ERROR_FORMAT},
                 {{1, 0, 4, 0, 9, 0, 0}, 7, MW_ERROR_TRUNCATED},
                 {{1, 0, 4}, 3, MW_ERROR_TRUNCATED},
                 {{9, 0, 1, 0, 7, 16, 0, 0, 0}, 9, MW_OK},
                 {{16, 0, 0, 0, 17, 0, 0, 0}, 8, MW_ERROR_FORMAT},
                 {{0, 0, 0, 0}, 4, MW_ERROR_FORMAT}};
    uint32_t length = read_golden("race-lines-1.0", bytes);
    for (uint32_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        memcpy(bytes + length, cases[i].trailer, cases[i].length);
        put_u32(bytes + 36, length + cases[i].length);
        fix_checksum(bytes, length + cases[i].length);
        CHECK_EQUAL(cases[i].code, parse_exactly(bytes, length + cases[i].length));
    }
}

TEST(an_unsigned_bundle_does_not_verify) {
    uint8_t bytes[LARGEST];
    uint8_t public_key[MW_PUBLIC_KEY_LENGTH] = {4};
    struct mw_bundle bundle;
    uint32_t length = read_golden("race-lines-1.0", bytes);
    CHECK_EQUAL(MW_OK, mw_bundle_parse(&bundle, bytes, length));
    CHECK_EQUAL(MW_ERROR_SIGNATURE, mw_bundle_check_signature(&bundle, &mw_host_crypto, public_key));
}

TEST(the_checksum_is_that_of_zlib) {
    CHECK_EQUAL(0xCBF43926, mw_crc32(0, (const uint8_t *)"123456789", 9));
    CHECK_EQUAL(0xCBF43926, mw_crc32(mw_crc32(0, (const uint8_t *)"1234", 4), (const uint8_t *)"56789", 5));
    CHECK_EQUAL(0, mw_crc32(0, (const uint8_t *)"", 0));
}
