#include "memory.h"

#include <mbedtls/memory_buffer_alloc.h>

void mw_crypto_use_memory(void *memory, size_t bytes) { mbedtls_memory_buffer_alloc_init(memory, bytes); }
