/*
 * Writes bench/signature.c's input: the public key (65 bytes), length and bytes of a signature, then 4096 signed bytes.
 * The key is for this bench alone. Deterministic ECDSA (RFC 6979), so that every build measures the same work.
 */
#include <mbedtls/ecdsa.h>
#include <mbedtls/md.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define SIGNED 4096

static uint32_t state = 20261123;

static uint32_t next(void) {
    state = state * 1664525U + 1013904223U;
    return state;
}

static int random_bytes(void *context, unsigned char *bytes, size_t length) {
    (void)context;
    for (size_t i = 0; i < length; i++) {
        bytes[i] = (unsigned char)(next() >> 24);
    }
    return 0;
}

static void print(const unsigned char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        printf("%u,%s", bytes[i], i % 32 == 31 ? "\n" : "");
    }
    printf("\n");
}

static void require(int result) {
    if (result != 0) {
        fprintf(stderr, "Mbed TLS failed with %d\n", result);
        exit(1);
    }
}

int main(void) {
    static unsigned char bundle[SIGNED];
    unsigned char digest[32];
    unsigned char point[65];
    unsigned char signature[MBEDTLS_ECDSA_MAX_LEN];
    size_t length = 0;
    mbedtls_ecp_group group;
    mbedtls_ecp_point public_key;
    mbedtls_mpi private_key, r, s;
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&public_key);
    mbedtls_mpi_init(&private_key);
    mbedtls_mpi_init(&r);
    mbedtls_mpi_init(&s);
    random_bytes(NULL, bundle, sizeof bundle);
    require(mbedtls_ecp_group_load(&group, MBEDTLS_ECP_DP_SECP256R1));
    require(mbedtls_ecp_gen_keypair(&group, &private_key, &public_key, random_bytes, NULL));
    require(mbedtls_ecp_point_write_binary(&group, &public_key, MBEDTLS_ECP_PF_UNCOMPRESSED, &length, point,
                                           sizeof point));
    require(mbedtls_md(mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), bundle, sizeof bundle, digest));
    require(mbedtls_ecdsa_sign_det_ext(&group, &r, &s, &private_key, digest, sizeof digest, MBEDTLS_MD_SHA256,
                                       random_bytes, NULL));
    /* ASN.1 DER: SEQUENCE of two INTEGER, each with a zero in front where its highest bit is set. */
    size_t end = 2;
    const mbedtls_mpi *const parts[] = {&r, &s};
    for (size_t i = 0; i < 2; i++) {
        size_t bytes = mbedtls_mpi_bitlen(parts[i]) / 8 + 1;
        signature[end] = 0x02;
        signature[end + 1] = (unsigned char)bytes;
        require(mbedtls_mpi_write_binary(parts[i], signature + end + 2, bytes));
        end += 2 + bytes;
    }
    signature[0] = 0x30;
    signature[1] = (unsigned char)(end - 2);
    print(point, sizeof point);
    printf("%zu,\n", end);
    print(signature, end);
    print(bundle, sizeof bundle);
    return 0;
}
