/* Runs every registered test, or those whose name contains the first argument. Exits 1 if one failed. */
#include "test.h"

#include <stdio.h>
#include <string.h>

static struct test_case *first;
static int failures_of_current;

void test_register(struct test_case *test) {
    struct test_case **link = &first;
    while (*link != NULL && strcmp((*link)->name, test->name) < 0) {
        link = &(*link)->next;
    }
    test->next = *link;
    *link = test;
}

void test_check(int holds, const char *text, const char *file, int line) {
    if (!holds) {
        failures_of_current++;
        printf("%s:%d: does not hold: %s\n", file, line, text);
    }
}

void test_check_equal(long long expected, long long actual, const char *text, const char *file, int line) {
    if (expected != actual) {
        failures_of_current++;
        printf("%s:%d: %s is %lld, expected %lld\n", file, line, text, actual, expected);
    }
}

void test_check_bytes(const void *expected, const void *actual, size_t length, const char *text, const char *file,
                      int line) {
    const uint8_t *wanted = expected;
    const uint8_t *found = actual;
    for (size_t i = 0; i < length; i++) {
        if (wanted[i] != found[i]) {
            failures_of_current++;
            printf("%s:%d: byte %zu of %s is %02x, expected %02x\n", file, line, i, text, found[i], wanted[i]);
            return;
        }
    }
}

size_t test_read_file(const char *path, uint8_t *bytes, size_t capacity) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        failures_of_current++;
        printf("cannot open %s: run the tests from device-firmware/\n", path);
        return 0;
    }
    size_t length = fread(bytes, 1, capacity, file);
    int longer = fgetc(file) != EOF;
    fclose(file);
    if (longer) {
        failures_of_current++;
        printf("%s is longer than the %zu bytes expected\n", path, capacity);
        return 0;
    }
    return length;
}

int main(int count, char **arguments) {
    int passed = 0;
    int failed = 0;
    for (const struct test_case *test = first; test != NULL; test = test->next) {
        if (count > 1 && strstr(test->name, arguments[1]) == NULL) {
            continue;
        }
        failures_of_current = 0;
        test->run();
        if (failures_of_current == 0) {
            passed++;
        } else {
            failed++;
            printf("FAILED %s\n", test->name);
        }
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
}
