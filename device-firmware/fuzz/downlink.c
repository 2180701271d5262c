/* The reader of frames to the node, with a MAC of zeros so that bodies are reached. */
#include "milliwatt/error.h"
#include "milliwatt/frame.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int zeros(const uint8_t key[MW_KEY_LENGTH], const uint8_t *data, size_t length, uint8_t mac[MW_DIGEST_LENGTH]) {
    volatile uint8_t seen = key[0];
    for (size_t i = 0; i < length; i++) {
        seen = (uint8_t)(seen ^ data[i]);
    }
    memset(mac, 0, MW_DIGEST_LENGTH);
    return MW_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const uint8_t key[MW_KEY_LENGTH];
    static const struct mw_crypto crypto = {NULL, zeros, NULL};
    struct mw_downlink downlink;
    uint8_t *copy = malloc(size > 0 ? size : 1);
    memcpy(copy, data, size);
    mw_downlink_read(&downlink, copy, size, 4711, key, &crypto);
    if (size >= MW_MAC_LENGTH) {
        memset(copy + size - MW_MAC_LENGTH, 0, MW_MAC_LENGTH);
        int result = mw_downlink_read(&downlink, copy, size, 4711, key, &crypto);
        if (result == MW_ERROR_MAC) {
            abort();
        }
    }
    free(copy);
    return 0;
}
