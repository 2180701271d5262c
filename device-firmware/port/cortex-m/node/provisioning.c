#include "provisioning.h"

#include "../semihosting.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

#define MAGIC 0x434E574DU /* "MWNC" */
#define VERSION 1U

/* The bridge writes these structs by offset. */
static_assert(offsetof(struct mw_provisioning, key) == 24, "layout of node.conf");
static_assert(offsetof(struct mw_provisioning, configuration) == 168, "layout of node.conf");

uint32_t mw_file_load(const char *path, uint8_t *bytes, uint32_t capacity) {
    int32_t file = mw_file_open(path, MW_FILE_READ);
    if (file < 0) {
        return 0;
    }
    uint32_t length = mw_file_read(file, bytes, capacity);
    mw_file_close(file);
    return length;
}

int mw_file_store(const char *path, const uint8_t *bytes, uint32_t length) {
    int32_t file = mw_file_open(path, MW_FILE_WRITE);
    if (file < 0) {
        return -1;
    }
    uint32_t written = mw_file_write(file, bytes, length);
    mw_file_close(file);
    return written == length ? 0 : -1;
}

int mw_provisioning_read(struct mw_provisioning *provisioning) {
    const uint32_t expected = (uint32_t)(offsetof(struct mw_provisioning, configuration) + sizeof provisioning->configuration);
    uint32_t length = mw_file_load("node.conf", (uint8_t *)provisioning, expected);
    bool holds = length == expected && provisioning->magic == MAGIC && provisioning->version == VERSION &&
                 provisioning->keys <= MW_UPDATE_KEYS;
    return holds ? 0 : -1;
}
