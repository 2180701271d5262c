/*
 * What a node compiles of Mbed TLS 2.28: SHA-256, HMAC and the check of an ECDSA P-256 signature, without heap. It signs
 * nothing and keeps no private key of its own, so there is no random generator and nothing to blind.
 */
#ifndef MILLIWATT_MBEDTLS_CONFIG_H
#define MILLIWATT_MBEDTLS_CONFIG_H

#define MBEDTLS_HAVE_ASM

/* Memory from one block that the program hands over: see memory.h. */
#define MBEDTLS_PLATFORM_C
#define MBEDTLS_PLATFORM_MEMORY
#define MBEDTLS_PLATFORM_NO_STD_FUNCTIONS
#define MBEDTLS_MEMORY_BUFFER_ALLOC_C
#define MBEDTLS_PLATFORM_EXIT_MACRO(status) __builtin_trap() /* its memory is damaged: a fault, not an answer */

#define MBEDTLS_SHA256_C
#define MBEDTLS_SHA256_SMALLER
#define MBEDTLS_MD_C

#define MBEDTLS_BIGNUM_C
#define MBEDTLS_MPI_MAX_SIZE 32
#define MBEDTLS_MPI_WINDOW_SIZE 1
#define MBEDTLS_ECP_C
#define MBEDTLS_ECP_DP_SECP256R1_ENABLED
#define MBEDTLS_ECP_MAX_BITS 256
#define MBEDTLS_ECP_NIST_OPTIM
#define MBEDTLS_ECP_NO_INTERNAL_RNG
#define MBEDTLS_ECP_WINDOW_SIZE 3
#define MBEDTLS_ECP_FIXED_POINT_OPTIM 0
#define MBEDTLS_ECDSA_C

#define MBEDTLS_ASN1_PARSE_C
#define MBEDTLS_ASN1_WRITE_C
#define MBEDTLS_OID_C
#define MBEDTLS_PK_C
#define MBEDTLS_PK_PARSE_C

#include <mbedtls/check_config.h>

#endif
