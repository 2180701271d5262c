/*
 * Semihosting (Arm IHI 0100, "Semihosting for AArch32 and AArch64"): how an emulated program reads files of the host,
 * prints, and ends with an exit status. A node in the field does not use it.
 */
#ifndef MILLIWATT_CORTEX_M_SEMIHOSTING_H
#define MILLIWATT_CORTEX_M_SEMIHOSTING_H

#include <stddef.h>
#include <stdint.h>

enum mw_file_mode { MW_FILE_READ = 1, MW_FILE_UPDATE = 3, MW_FILE_WRITE = 5 };

/* A handle, or -1. Paths are relative to where the emulator was started. */
int32_t mw_file_open(const char *path, enum mw_file_mode mode);

/* Reads until `length` bytes are there or the file ends. Returns the bytes read. */
uint32_t mw_file_read(int32_t file, void *bytes, uint32_t length);

/* Returns the bytes written. */
uint32_t mw_file_write(int32_t file, const void *bytes, uint32_t length);

/* Skips to `position`, counted from the beginning. Returns 0 or -1. */
int mw_file_seek(int32_t file, uint32_t position);

void mw_file_close(int32_t file);

/* The words after `arg=` of the emulator's command line, the first of which names the program. Returns 0 or -1. */
int mw_command_line(char *text, uint32_t capacity);

/* Ends the emulator with this exit status. */
_Noreturn void mw_exit(int status);

/* Text to the emulator's standard error stream. */
void mw_print(const char *text);
void mw_print_number(int64_t number);
void mw_print_hexadecimal(uint32_t number);

#endif
