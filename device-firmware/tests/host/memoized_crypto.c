#include "memoized_crypto.h"

#include <string.h>

#define MEMORIES 64U
#define SIGNATURE 80U

struct memory {
    uint8_t public_key[MW_PUBLIC_KEY_LENGTH];
    uint8_t digest[MW_DIGEST_LENGTH];
    uint8_t signature[SIGNATURE];
    size_t length;
    int result;
};

static struct memory memories[MEMORIES];
static uint32_t used;

static int sha256(const uint8_t *data, size_t length, uint8_t digest[MW_DIGEST_LENGTH]) {
    return mw_host_crypto.sha256(data, length, digest);
}

static int hmac_sha256(const uint8_t key[MW_KEY_LENGTH], const uint8_t *data, size_t length,
                       uint8_t mac[MW_DIGEST_LENGTH]) {
    return mw_host_crypto.hmac_sha256(key, data, length, mac);
}

static int verify_p256(const uint8_t public_key[MW_PUBLIC_KEY_LENGTH], const uint8_t digest[MW_DIGEST_LENGTH],
                       const uint8_t *signature, size_t length) {
    for (uint32_t i = 0; i < used; i++) {
        const struct memory *each = &memories[i];
        if (each->length == length && memcmp(each->public_key, public_key, MW_PUBLIC_KEY_LENGTH) == 0 &&
            memcmp(each->digest, digest, MW_DIGEST_LENGTH) == 0 && memcmp(each->signature, signature, length) == 0) {
            return each->result;
        }
    }
    int result = mw_host_crypto.verify_p256(public_key, digest, signature, length);
    if (used < MEMORIES && length <= SIGNATURE) {
        struct memory *added = &memories[used++];
        memcpy(added->public_key, public_key, MW_PUBLIC_KEY_LENGTH);
        memcpy(added->digest, digest, MW_DIGEST_LENGTH);
        memcpy(added->signature, signature, length);
        added->length = length;
        added->result = result;
    }
    return result;
}

const struct mw_crypto memoized_crypto = {sha256, hmac_sha256, verify_p256};
