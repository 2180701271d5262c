#include "flash_file.h"

#include "../semihosting.h"

#include <stdbool.h>
#include <string.h>

#define WORD_BYTES 8U
#define BYTES (MW_FLASH_FILE_PAGES * MW_FLASH_FILE_PAGE_BYTES)

_Alignas(8) static uint8_t memory[BYTES];
static int32_t file;

static int keep(uint32_t offset, uint32_t length) {
    bool kept = mw_file_seek(file, offset) == 0 && mw_file_write(file, memory + offset, length) == length;
    return kept ? 0 : -1;
}

static int erase(void *context, uint32_t page) {
    (void)context;
    memset(memory + page * MW_FLASH_FILE_PAGE_BYTES, 0xFF, MW_FLASH_FILE_PAGE_BYTES);
    return keep(page * MW_FLASH_FILE_PAGE_BYTES, MW_FLASH_FILE_PAGE_BYTES);
}

static int program(void *context, uint32_t offset, const uint8_t *bytes, uint32_t length) {
    (void)context;
    for (uint32_t i = 0; i < length; i++) {
        memory[offset + i] &= bytes[i];
    }
    return keep(offset, length);
}

int mw_flash_file_open(struct mw_flash *flash, const char *path) {
    static struct mw_flash_wear wear;
    *flash = (struct mw_flash){.memory = memory,
                               .page_bytes = MW_FLASH_FILE_PAGE_BYTES,
                               .word_bytes = WORD_BYTES,
                               .pages = MW_FLASH_FILE_PAGES,
                               .erase = erase,
                               .program = program,
                               .wear = &wear};
    file = mw_file_open(path, MW_FILE_UPDATE);
    return file >= 0 && mw_file_read(file, memory, BYTES) == BYTES ? 0 : -1;
}
