/*
 * Cryptography the firmware needs, as callbacks, so that a port chooses the library (host and Cortex-M: Mbed TLS).
 * Nothing of it is written by hand. Each function returns 0 or MW_ERROR_CRYPTO.
 */
#ifndef MILLIWATT_CRYPTO_H
#define MILLIWATT_CRYPTO_H

#include <stddef.h>
#include <stdint.h>

#define MW_KEY_LENGTH 32         /* a node's HMAC key */
#define MW_DIGEST_LENGTH 32      /* SHA-256 */
#define MW_PUBLIC_KEY_LENGTH 65  /* P-256, uncompressed point: 04, X, Y */

struct mw_crypto {
    int (*sha256)(const uint8_t *data, size_t length, uint8_t digest[MW_DIGEST_LENGTH]);
    int (*hmac_sha256)(const uint8_t key[MW_KEY_LENGTH], const uint8_t *data, size_t length,
                       uint8_t mac[MW_DIGEST_LENGTH]);
    /* ECDSA P-256; `signature` is ASN.1 DER. Returns MW_ERROR_SIGNATURE where it is wrong. */
    int (*verify_p256)(const uint8_t public_key[MW_PUBLIC_KEY_LENGTH], const uint8_t digest[MW_DIGEST_LENGTH],
                       const uint8_t *signature, size_t length);
};

/* The host's implementation, by Mbed TLS 2.28. */
extern const struct mw_crypto mw_host_crypto;

#endif
