/* The check of a signed bundle of 4096 bytes: SHA-256 and ECDSA P-256 by Mbed TLS, with the memory it takes. */
#include "../port/mbedtls/memory.h"
#include "bench.h"
#include "milliwatt/bundle.h"
#include "milliwatt/error.h"

#include <string.h>

static const uint8_t data[] = {
#include "signature.inc"
};

#define SIGNED 4096
#define PATTERN 0xA5
#define LIBRARY_HEAD 64 /* what the library keeps in unused memory, rounded up */

static uint8_t memory[MW_CRYPTO_MEMORY_BYTES] __attribute__((aligned(8)));

/* The library takes its memory from the bottom up: the last byte it wrote tells how much it needs. */
static uint32_t memory_used(void) {
    uint32_t used = sizeof memory;
    while (used > 0 && memory[used - 1] == PATTERN) {
        used--;
    }
    return used;
}

void bench(void) {
    const uint8_t *key = data;
    const uint8_t *signature = data + MW_PUBLIC_KEY_LENGTH + 1;
    uint32_t length = data[MW_PUBLIC_KEY_LENGTH];
    struct mw_bundle bundle = {.file = {.bytes = signature + length, .length = SIGNED},
                               .has_signature = true,
                               .signature = {.bytes = signature, .length = length},
                               .signed_length = SIGNED};
    mw_crypto_use_memory(memory, sizeof memory);
    memset(memory + LIBRARY_HEAD, PATTERN, sizeof memory - LIBRARY_HEAD);
    uint8_t digest[MW_DIGEST_LENGTH];
    bench_begin();
    int result = mw_host_crypto.sha256(bundle.file.bytes, SIGNED, digest);
    bench_end("sha256-4kb", 1);
    bench_require(result == MW_OK, "no digest");

    bench_begin();
    result = mw_bundle_check_signature(&bundle, &mw_host_crypto, key);
    bench_end("signature-4kb", 1);
    bench_report("signature-4kb-stack-bytes", bench_stack());
    bench_report("signature-4kb-memory-bytes", memory_used());
    bench_require(result == MW_OK, "the signature is not accepted");

    bundle.signed_length--;
    bench_require(mw_bundle_check_signature(&bundle, &mw_host_crypto, key) == MW_ERROR_SIGNATURE,
                  "a shortened bundle is accepted");
}
