/* The memory of Mbed TLS on a node that has no heap. */
#ifndef MILLIWATT_MBEDTLS_MEMORY_H
#define MILLIWATT_MBEDTLS_MEMORY_H

#include <stddef.h>

/* Enough for checking a signature on every core, the largest that the library does here (bench/signature.c measures it). */
#define MW_CRYPTO_MEMORY_BYTES 4096

/* Hands over `memory`, aligned to 8, before the first call of mw_crypto. It is free again between the calls. */
void mw_crypto_use_memory(void *memory, size_t bytes);

#endif
