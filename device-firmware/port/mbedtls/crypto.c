#include "milliwatt/crypto.h"
#include "milliwatt/error.h"

#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <string.h>

/* Only calls that Mbed TLS 2.28 and 3.6 share: Debian 12 ships the one, Debian 13 the other. */

/* SubjectPublicKeyInfo (RFC 5480 section 2) of an uncompressed P-256 point, up to the point itself. */
static const uint8_t p256_key_info[] = {0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
                                        0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00};

static int sha256(const uint8_t *data, size_t length, uint8_t digest[MW_DIGEST_LENGTH]) {
    const mbedtls_md_info_t *sha = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    return mbedtls_md(sha, data, length, digest) == 0 ? MW_OK : MW_ERROR_CRYPTO;
}

static int hmac_sha256(const uint8_t key[MW_KEY_LENGTH], const uint8_t *data, size_t length,
                       uint8_t mac[MW_DIGEST_LENGTH]) {
    const mbedtls_md_info_t *sha = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    return mbedtls_md_hmac(sha, key, MW_KEY_LENGTH, data, length, mac) == 0 ? MW_OK : MW_ERROR_CRYPTO;
}

static int verify_p256(const uint8_t public_key[MW_PUBLIC_KEY_LENGTH], const uint8_t digest[MW_DIGEST_LENGTH],
                       const uint8_t *signature, size_t length) {
    uint8_t key_info[sizeof p256_key_info + MW_PUBLIC_KEY_LENGTH];
    memcpy(key_info, p256_key_info, sizeof p256_key_info);
    memcpy(key_info + sizeof p256_key_info, public_key, MW_PUBLIC_KEY_LENGTH);
    mbedtls_pk_context key;
    mbedtls_pk_init(&key);
    int result = mbedtls_pk_parse_public_key(&key, key_info, sizeof key_info); /* refuses a point off the curve */
    if (result == 0) {
        result = mbedtls_pk_verify(&key, MBEDTLS_MD_SHA256, digest, MW_DIGEST_LENGTH, signature, length);
    }
    mbedtls_pk_free(&key);
    return result == 0 ? MW_OK : MW_ERROR_SIGNATURE;
}

const struct mw_crypto mw_host_crypto = {sha256, hmac_sha256, verify_p256};
