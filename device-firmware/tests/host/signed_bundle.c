#include "signed_bundle.h"

#include "../../src/model/bytes.h"
#include "../../src/model/kinds.h"
#include "../test.h"

#include <mbedtls/ecdsa.h>
#include <string.h>

#define HEADER 64U
#define SECTION_HEAD 8U
#define SKIPPED_SECTION 0x8001U
#define SIGNATURE 70U

/* A fixed stream of bytes per signer, so that keys and with them all test data are the same in every run. */
static int fixed_bytes(void *state, unsigned char *bytes, size_t length) {
    uint32_t *random = state;
    for (size_t i = 0; i < length; i++) {
        *random = *random * 1664525U + 1013904223U;
        bytes[i] = (uint8_t)(*random >> 24);
    }
    return 0;
}

struct signer {
    mbedtls_ecp_group curve;
    mbedtls_mpi secret;
    mbedtls_ecp_point point;
};

static void open_signer(struct signer *signer, uint32_t number) {
    uint32_t state = number;
    mbedtls_ecp_group_init(&signer->curve);
    mbedtls_mpi_init(&signer->secret);
    mbedtls_ecp_point_init(&signer->point);
    CHECK_EQUAL(0, mbedtls_ecp_group_load(&signer->curve, MBEDTLS_ECP_DP_SECP256R1));
    CHECK_EQUAL(0, mbedtls_ecp_gen_keypair(&signer->curve, &signer->secret, &signer->point, fixed_bytes, &state));
}

static void close_signer(struct signer *signer) {
    mbedtls_ecp_group_free(&signer->curve);
    mbedtls_mpi_free(&signer->secret);
    mbedtls_ecp_point_free(&signer->point);
}

void signer_point(uint32_t number, uint8_t point[MW_PUBLIC_KEY_LENGTH]) {
    struct signer signer;
    size_t length = 0;
    open_signer(&signer, number);
    CHECK_EQUAL(0, mbedtls_ecp_point_write_binary(&signer.curve, &signer.point, MBEDTLS_ECP_PF_UNCOMPRESSED, &length,
                                                  point, MW_PUBLIC_KEY_LENGTH));
    close_signer(&signer);
}

/* INTEGER of ASN.1 DER (X.690 section 8.3): shortest, with a zero in front of a set top bit. Returns bytes written. */
static uint32_t put_integer(uint8_t *at, const mbedtls_mpi *number) {
    uint32_t length = (uint32_t)mbedtls_mpi_bitlen(number) / 8 + 1;
    at[0] = 0x02;
    at[1] = (uint8_t)length;
    CHECK_EQUAL(0, mbedtls_mpi_write_binary(number, at + 2, length));
    return 2 + length;
}

static uint32_t sign(uint32_t number, const uint8_t *bytes, uint32_t length, uint8_t *der) {
    struct signer signer;
    mbedtls_mpi r;
    mbedtls_mpi s;
    uint8_t digest[MW_DIGEST_LENGTH];
    uint32_t state = number + 100;
    open_signer(&signer, number);
    mbedtls_mpi_init(&r);
    mbedtls_mpi_init(&s);
    CHECK_EQUAL(0, mw_host_crypto.sha256(bytes, length, digest));
    CHECK_EQUAL(0, mbedtls_ecdsa_sign_det_ext(&signer.curve, &r, &s, &signer.secret, digest, sizeof digest,
                                              MBEDTLS_MD_SHA256, fixed_bytes, &state));
    uint32_t first = put_integer(der + 2, &r);
    uint32_t second = put_integer(der + 2 + first, &s);
    der[0] = 0x30;
    der[1] = (uint8_t)(first + second);
    mbedtls_mpi_free(&r);
    mbedtls_mpi_free(&s);
    close_signer(&signer);
    return 2 + first + second;
}

static void put_u32(uint8_t *at, uint32_t value) {
    for (uint32_t i = 0; i < 4; i++) {
        at[i] = (uint8_t)(value >> (8 * i));
    }
}

static void put_record(struct signed_bundle *bundle, uint32_t type, uint32_t length) {
    put_u32(bundle->bytes + bundle->length, type | length << 16);
    bundle->length += 4;
}

static void put_number(struct signed_bundle *bundle, uint32_t type, uint32_t value) {
    put_record(bundle, type, 4);
    put_u32(bundle->bytes + bundle->length, value);
    bundle->length += 4;
}

static void add_filler(struct signed_bundle *bundle, uint32_t filler) {
    uint32_t end = HEADER + mw_u32(bundle->bytes + 52);
    uint8_t *at = bundle->bytes + end;
    put_u32(at, SKIPPED_SECTION);
    put_u32(at + 4, filler);
    for (uint32_t i = 0; i < filler; i++) {
        at[SECTION_HEAD + i] = (uint8_t)(i * 37 + i / 256);
    }
    bundle->length = end + SECTION_HEAD + filler;
    put_u32(bundle->bytes + 52, bundle->length - HEADER);
}

static void put_lengths_and_checksum(struct signed_bundle *bundle, uint32_t length) {
    put_u32(bundle->bytes + 36, length);
    put_u32(bundle->bytes + 60,
            mw_crc32(mw_crc32(0, bundle->bytes, 60), bundle->bytes + HEADER, mw_u32(bundle->bytes + 52)));
}

/* A signature takes 68 to 72 bytes and covers the file's length, so the filler's first word is changed until it takes 70. */
static void add_signature(struct signed_bundle *bundle, const struct signed_bundle_choice *choice) {
    uint8_t der[80];
    uint32_t filler = HEADER + mw_u32(bundle->bytes + 52) - choice->filler;
    uint32_t length = 0;
    for (uint32_t attempt = 0; attempt < 100 && length != SIGNATURE; attempt++) {
        put_u32(bundle->bytes + filler, attempt);
        put_lengths_and_checksum(bundle, bundle->length + 4 + SIGNATURE);
        length = sign(choice->signer, bundle->bytes, bundle->length, der);
    }
    CHECK_EQUAL(SIGNATURE, length);
    der[8] = (uint8_t)(der[8] ^ (choice->breaks_signature ? 1 : 0));
    put_record(bundle, 16, SIGNATURE);
    memcpy(bundle->bytes + bundle->length, der, SIGNATURE);
    bundle->length += SIGNATURE;
}

void make_signed_bundle(struct signed_bundle *bundle, const struct signed_bundle_choice *choice) {
    memset(bundle, 0, sizeof *bundle);
    bundle->length =
        (uint32_t)test_read_file("contract/vectors/bundle-race-lines-1.0.mwm", bundle->bytes, sizeof bundle->bytes);
    put_u32(bundle->bytes + 28, choice->version);
    put_u32(bundle->bytes + 32, choice->target_class);
    if (choice->breaks_vector) {
        uint8_t *last = bundle->bytes + HEADER + mw_u32(bundle->bytes + 52) - 2;
        *last = (uint8_t)(*last ^ 1);
    }
    add_filler(bundle, choice->filler);
    put_number(bundle, 1, choice->counter);
    if (choice->key_id != 0) {
        put_number(bundle, 2, choice->key_id);
    }
    if (choice->signer != 0) {
        add_signature(bundle, choice);
    } else {
        put_lengths_and_checksum(bundle, bundle->length);
    }
    CHECK_EQUAL(0, mw_host_crypto.sha256(bundle->bytes, bundle->length, bundle->digest));
}
