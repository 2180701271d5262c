#include "milliwatt/crypto.h"
#include "milliwatt/error.h"

#include <mbedtls/ecdsa.h>
#include <mbedtls/md.h>
#include <mbedtls/sha256.h>

static int sha256(const uint8_t *data, size_t length, uint8_t digest[MW_DIGEST_LENGTH]) {
    return mbedtls_sha256_ret(data, length, digest, 0) == 0 ? MW_OK : MW_ERROR_CRYPTO;
}

static int hmac_sha256(const uint8_t key[MW_KEY_LENGTH], const uint8_t *data, size_t length,
                       uint8_t mac[MW_DIGEST_LENGTH]) {
    const mbedtls_md_info_t *sha = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    return mbedtls_md_hmac(sha, key, MW_KEY_LENGTH, data, length, mac) == 0 ? MW_OK : MW_ERROR_CRYPTO;
}

static int verify_p256(const uint8_t public_key[MW_PUBLIC_KEY_LENGTH], const uint8_t digest[MW_DIGEST_LENGTH],
                       const uint8_t *signature, size_t length) {
    mbedtls_ecdsa_context context;
    mbedtls_ecdsa_init(&context);
    int result = mbedtls_ecp_group_load(&context.grp, MBEDTLS_ECP_DP_SECP256R1);
    if (result == 0) {
        result = mbedtls_ecp_point_read_binary(&context.grp, &context.Q, public_key, MW_PUBLIC_KEY_LENGTH);
    }
    if (result == 0) {
        result = mbedtls_ecp_check_pubkey(&context.grp, &context.Q);
    }
    if (result == 0) {
        result = mbedtls_ecdsa_read_signature(&context, digest, MW_DIGEST_LENGTH, signature, length);
    }
    mbedtls_ecdsa_free(&context);
    return result == 0 ? MW_OK : MW_ERROR_SIGNATURE;
}

const struct mw_crypto mw_host_crypto = {sha256, hmac_sha256, verify_p256};
