/* Gives the library its memory before the first test: the whole test program runs on the boards that hold it. */
#include "../../../port/mbedtls/memory.h"

static char memory[MW_CRYPTO_MEMORY_BYTES] __attribute__((aligned(8)));

__attribute__((constructor)) static void prepare(void) { mw_crypto_use_memory(memory, sizeof memory); }
