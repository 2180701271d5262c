/* Flash whose pages outlive the emulator: memory, and a file of the host that follows each change. */
#ifndef MILLIWATT_NODE_FLASH_FILE_H
#define MILLIWATT_NODE_FLASH_FILE_H

#include "milliwatt/flash.h"

#define MW_FLASH_FILE_PAGE_BYTES 2048U
#define MW_FLASH_FILE_TRAILER_PAGES 8U
#define MW_FLASH_FILE_DATA_PAGES 32U
#define MW_FLASH_FILE_PAGES (2U * (MW_FLASH_FILE_TRAILER_PAGES + MW_FLASH_FILE_DATA_PAGES))

/* The file must be there, of the flash's size. Returns 0 or -1. */
int mw_flash_file_open(struct mw_flash *flash, const char *path);

#endif
