/* What newlib asks of its system, by semihosting, for test programs that use printf, fopen and malloc. */
#include "../../../port/cortex-m/semihosting.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#define FIRST_FILE 3 /* after standard input, output and error, which all print */

/* From the linker script. */
extern char end[], mw_heap_end[];

/* newlib's own headers do not declare them. */
void *_sbrk(ptrdiff_t bytes);
int _open(const char *path, int flags, int mode);
int _close(int file);
int _read(int file, char *bytes, int length);
int _write(int file, const char *bytes, int length);
int _lseek(int file, int offset, int whence);
int _fstat(int file, struct stat *status);
int _isatty(int file);
int _getpid(void);
int _kill(int process, int number);
_Noreturn void _exit(int status);

void *_sbrk(ptrdiff_t bytes) {
    static char *top = end;
    if (bytes > 0 && (uintptr_t)bytes > (uintptr_t)mw_heap_end - (uintptr_t)top) {
        errno = ENOMEM;
        return (void *)-1;
    }
    char *before = top;
    top += bytes;
    return before;
}

int _open(const char *path, int flags, int mode) {
    (void)mode;
    int32_t file = mw_file_open(path, (flags & O_ACCMODE) == O_RDONLY ? MW_FILE_READ : MW_FILE_WRITE);
    if (file < 0) {
        errno = ENOENT;
        return -1;
    }
    return FIRST_FILE + (int)file;
}

int _close(int file) {
    mw_file_close(file - FIRST_FILE);
    return 0;
}

int _read(int file, char *bytes, int length) {
    return file < FIRST_FILE ? 0 : (int)mw_file_read(file - FIRST_FILE, bytes, (uint32_t)length);
}

static void print(const char *bytes, size_t length) {
    char text[65];
    while (length > 0) {
        size_t part = length < sizeof text - 1 ? length : sizeof text - 1;
        memcpy(text, bytes, part);
        text[part] = '\0';
        mw_print(text);
        bytes += part;
        length -= part;
    }
}

int _write(int file, const char *bytes, int length) {
    if (file >= FIRST_FILE) {
        return (int)mw_file_write(file - FIRST_FILE, bytes, (uint32_t)length);
    }
    print(bytes, (size_t)length);
    return length;
}

int _lseek(int file, int offset, int whence) {
    if (whence != 0 || offset < 0 || mw_file_seek(file - FIRST_FILE, (uint32_t)offset) != 0) {
        errno = EINVAL;
        return -1;
    }
    return offset;
}

int _fstat(int file, struct stat *status) {
    memset(status, 0, sizeof *status);
    status->st_mode = file < FIRST_FILE ? S_IFCHR : S_IFREG;
    return 0;
}

int _isatty(int file) { return file < FIRST_FILE; }

int _getpid(void) { return 1; }

int _kill(int process, int number) {
    (void)process;
    mw_exit(128 + number);
}

void _exit(int status) { mw_exit(status); }
