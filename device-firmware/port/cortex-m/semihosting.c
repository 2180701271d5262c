#include "semihosting.h"

#include <string.h>

enum operation {
    SYS_OPEN = 0x01,
    SYS_CLOSE = 0x02,
    SYS_WRITE0 = 0x04,
    SYS_WRITE = 0x05,
    SYS_READ = 0x06,
    SYS_SEEK = 0x0A,
    SYS_GET_CMDLINE = 0x15,
    SYS_EXIT_EXTENDED = 0x20
};

#define APPLICATION_EXIT 0x20026U

/* The call's registers are fixed by the specification: number in r0, parameter in r1, result in r0. */
static uint32_t call(enum operation operation, const void *parameter) {
    register uint32_t r0 __asm__("r0") = (uint32_t)operation;
    register const void *r1 __asm__("r1") = parameter;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

static uint32_t address(const void *pointer) { return (uint32_t)(uintptr_t)pointer; }

int32_t mw_file_open(const char *path, enum mw_file_mode mode) {
    const uint32_t block[3] = {address(path), (uint32_t)mode, (uint32_t)strlen(path)};
    return (int32_t)call(SYS_OPEN, block);
}

/* SYS_READ and SYS_WRITE return the number of bytes that were NOT moved. */
uint32_t mw_file_read(int32_t file, void *bytes, uint32_t length) {
    uint32_t done = 0;
    while (done < length) {
        const uint32_t block[3] = {(uint32_t)file, address((uint8_t *)bytes + done), length - done};
        uint32_t left = call(SYS_READ, block);
        if (left >= length - done) {
            break;
        }
        done = length - left;
    }
    return done;
}

uint32_t mw_file_write(int32_t file, const void *bytes, uint32_t length) {
    const uint32_t block[3] = {(uint32_t)file, address(bytes), length};
    uint32_t left = call(SYS_WRITE, block);
    return left > length ? 0 : length - left;
}

int mw_file_seek(int32_t file, uint32_t position) {
    const uint32_t block[2] = {(uint32_t)file, position};
    return call(SYS_SEEK, block) == 0 ? 0 : -1;
}

void mw_file_close(int32_t file) {
    const uint32_t block[1] = {(uint32_t)file};
    call(SYS_CLOSE, block);
}

int mw_command_line(char *text, uint32_t capacity) {
    uint32_t block[2] = {address(text), capacity};
    return call(SYS_GET_CMDLINE, block) == 0 ? 0 : -1;
}

void mw_exit(int status) {
    const uint32_t block[2] = {APPLICATION_EXIT, (uint32_t)status};
    for (;;) {
        call(SYS_EXIT_EXTENDED, block);
    }
}

void mw_print(const char *text) { call(SYS_WRITE0, text); }

void mw_print_number(int64_t number) {
    char digits[21];
    char *at = digits + sizeof digits - 1;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    *at = '\0';
    do {
        *--at = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (number < 0) {
        *--at = '-';
    }
    mw_print(at);
}

void mw_print_hexadecimal(uint32_t number) {
    char digits[9];
    for (unsigned i = 0; i < 8; i++) {
        digits[i] = "0123456789abcdef"[number >> (28 - 4 * i) & 15];
    }
    digits[8] = '\0';
    mw_print(digits);
}
