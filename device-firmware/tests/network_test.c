/* Networks: the bundles of contract/vectors/generate_networks.py, whole, damaged and misplaced, and the arithmetic. */
#include "../src/model/kinds.h"
#include "../src/model/network/requantize.h"
#include "milliwatt/decision.h"
#include "milliwatt/error.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST 8192
#define BODY 112U /* of the dense network: header, section head, 4 bytes, map of 17 inputs, padding */
#define RECORD (BODY + 4U + 17U * 8U)

static _Alignas(8) uint8_t file[LARGEST + 8];
static uint32_t length;

static void read_network(const char *name) {
    char path[128];
    snprintf(path, sizeof path, "contract/vectors/bundle-network-%s-1.0.mwm", name);
    length = (uint32_t)test_read_file(path, file, LARGEST);
}

static void fix_checksum(void) {
    uint32_t payload = (uint32_t)file[52] | (uint32_t)file[53] << 8;
    if (payload <= length - 64) {
        uint32_t crc = mw_crc32(mw_crc32(0, file, 60), file + 64, payload);
        for (uint32_t i = 0; i < 4; i++) {
            file[60 + i] = (uint8_t)(crc >> (8 * i));
        }
    }
}

/* Parses and, if accepted, runs in blocks of exactly the right size, so that the sanitizer sees one byte too many. Returns
 * the parser's error or the self-test's. */
static int run(void) {
    uint8_t *copy = malloc(length);
    struct mw_bundle bundle;
    memcpy(copy, file, length);
    int result = mw_bundle_parse(&bundle, copy, length);
    if (result == MW_OK) {
        const int32_t values[256] = {0};
        struct mw_judgement judgement;
        int32_t *array = calloc(bundle.inputs, sizeof *array);
        const struct mw_model model = {
            .bundle = &bundle, .scratch = malloc(mw_model_scratch_size(&bundle)), .array = array};
        result = mw_model_self_test(&model);
        mw_decision_judge(&model, values, 255, 0, &judgement);
        free(array);
        free(model.scratch);
    }
    free(copy);
    return result;
}

static const char *const networks[] = {"dense", "softmax", "convolutions", "wide", "array"};

TEST(networks_give_the_answers_of_the_independent_interpreter) {
    for (uint32_t i = 0; i < sizeof networks / sizeof networks[0]; i++) {
        read_network(networks[i]);
        CHECK_EQUAL(MW_OK, run());
    }
}

TEST(a_damaged_network_behind_a_matching_checksum_never_reads_or_writes_outside) {
    uint32_t accepted = 0;
    for (uint32_t i = 0; i < sizeof networks / sizeof networks[0]; i++) {
        read_network(networks[i]);
        uint32_t step = (length > 2500 ? 13 : 5) * TEST_UNSEEN_STEP;
        for (uint32_t bit = 8 * 36; bit < 8 * length; bit += step) {
            file[bit / 8] ^= (uint8_t)(1U << bit % 8);
            fix_checksum();
            int result = run();
            accepted += result == MW_OK || result == MW_ERROR_SELF_TEST ? 1U : 0U;
            file[bit / 8] ^= (uint8_t)(1U << bit % 8);
        }
    }
    CHECK(accepted > 1000 / TEST_UNSEEN_STEP);
}

static void check_refusal(uint32_t offset, uint8_t value, int code) {
    read_network("dense");
    CHECK(file[offset] != value);
    file[offset] = value;
    fix_checksum();
    int found = run();
    if (found != code) {
        printf("byte %u = %u\n", offset, value);
    }
    CHECK_EQUAL(code, found);
}

TEST(each_broken_rule_of_a_network_has_its_own_answer) {
    check_refusal(44, 0, MW_ERROR_FORMAT);          /* scratch bytes */
    check_refusal(74, 2, MW_ERROR_FORMAT);          /* input source */
    check_refusal(BODY, 4 | 1, MW_ERROR_FORMAT);    /* flags */
    check_refusal(BODY + 1, 0, MW_ERROR_FORMAT);    /* operators */
    check_refusal(BODY + 1, 65, MW_ERROR_FORMAT);
    check_refusal(BODY + 2, 2, MW_ERROR_FORMAT);    /* steps that do not divide 17 inputs */
    check_refusal(BODY + 10, 31, MW_ERROR_FORMAT);  /* right shift of an input */
    check_refusal(RECORD, 99, MW_ERROR_UNSUPPORTED); /* operator */
    check_refusal(RECORD, 8, MW_ERROR_FORMAT);      /* a wide layer among others */
    check_refusal(RECORD + 1, 4, MW_ERROR_FORMAT);  /* flags */
    check_refusal(RECORD + 2, 0, MW_ERROR_FORMAT);  /* channels */
    check_refusal(RECORD + 5, 1, MW_ERROR_FORMAT);  /* lowest value over the highest */
    check_refusal(RECORD + 12, 1, MW_ERROR_FORMAT); /* a dense layer has no kernel */
    check_refusal(RECORD + 18, 1, MW_ERROR_FORMAT);
    check_refusal(RECORD + 23, 0x7F, MW_ERROR_FORMAT); /* a bias without headroom */
}

TEST(a_network_that_does_not_lie_at_a_multiple_of_four_is_refused) {
    struct mw_bundle bundle;
    read_network("dense");
    memmove(file + 2, file, length);
    CHECK_EQUAL(MW_ERROR_ARGUMENT, mw_bundle_parse(&bundle, file + 2, length));
}

TEST(the_high_product_in_pieces_is_the_wide_one) {
    uint32_t state = 1;
    const int32_t extremes[6] = {0, 1, -1, (1 << 29) - 1, -(1 << 29) + 1, 65535};
    for (uint32_t i = 0; i < 2000000; i++) {
        state = state * 1664525U + 1013904223U;
        int32_t a = i % 7 == 0 ? extremes[state >> 8 & 3] : (int32_t)state >> 2 >> (i % 29);
        state = state * 1664525U + 1013904223U;
        int32_t b = i % 11 == 0 ? INT32_MAX - (int32_t)(state >> 16 & 1) : (int32_t)(state >> 1) >> (i % 3);
        a = a < -(1 << 29) + 1 ? -(1 << 29) + 1 : a;
        if (mw_high_multiply_by_pieces(a, b) != (int32_t)(((int64_t)a * b + INT64_C(0x80000000)) >> 32)) {
            printf("%d * %d\n", a, b);
            CHECK(false);
            return;
        }
    }
}

TEST(rescaling_rounds_as_gemmlowp_does) {
    /* SaturatingRoundingDoublingHighMul(x, 2^30) = x / 2 with halves up, RoundingDivideByPOT halves away from zero. */
    CHECK_EQUAL(3, mw_rescale(5, 1 << 30, 0));
    CHECK_EQUAL(-2, mw_rescale(-5, 1 << 30, 0));
    CHECK_EQUAL(10, mw_rescale(5, 1 << 30, 2));
    CHECK_EQUAL(2, mw_rescale(6, 1 << 30, -1));
    CHECK_EQUAL(-2, mw_rescale(-6, 1 << 30, -1));
    CHECK_EQUAL(0, mw_rescale((1 << 28) - 1, 0, -30));
    CHECK_EQUAL(0, mw_rescale((1 << 28) - 1, INT32_MAX, -30));
    CHECK_EQUAL((1 << 28) - 1, mw_rescale((1 << 28) - 1, INT32_MAX, 0));
}
