/*
 * The smallest test frame that still counts: a test file writes TEST(name_as_a_sentence) { ... } and is
 * found by itself, no list to keep. Checks report file, line and values and let the test go on.
 */
#ifndef MILLIWATT_TEST_H
#define MILLIWATT_TEST_H

#include <stddef.h>
#include <stdint.h>

struct test_case {
    const char *name;
    void (*run)(void);
    struct test_case *next;
};

void test_register(struct test_case *test);
void test_check(int holds, const char *text, const char *file, int line);
void test_check_equal(long long expected, long long actual, const char *text, const char *file, int line);
void test_check_bytes(const void *expected, const void *actual, size_t length, const char *text, const char *file,
                      int line);

/* Reads a whole file below device-firmware/ (tests run from there). Returns its length; fails the test, returning 0,
 * when the file is missing or longer than `capacity`. */
size_t test_read_file(const char *path, uint8_t *bytes, size_t capacity);

#define TEST(name)                                                                                                     \
    static void name(void);                                                                                            \
    static struct test_case case_of_##name = {#name, name, NULL};                                                      \
    __attribute__((constructor)) static void register_##name(void) { test_register(&case_of_##name); }                 \
    static void name(void)

/*
 * Sweeps that only look for a byte read or written outside its block go through every case under AddressSanitizer, which sees such a
 * byte; elsewhere, where no more than a crash or a wrong answer would show, through every so many. Not a divisor of 8, so that every
 * bit of a byte has its turn.
 */
#if defined(__SANITIZE_ADDRESS__)
#define TEST_UNSEEN_STEP 1U
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TEST_UNSEEN_STEP 1U
#endif
#endif
#ifndef TEST_UNSEEN_STEP
#define TEST_UNSEEN_STEP 13U
#endif

#define CHECK(condition) test_check((condition) ? 1 : 0, #condition, __FILE__, __LINE__)
#define CHECK_EQUAL(expected, actual)                                                                                  \
    test_check_equal((long long)(expected), (long long)(actual), #actual, __FILE__, __LINE__)
#define CHECK_BYTES(expected, actual, length)                                                                          \
    test_check_bytes((expected), (actual), (length), #actual, __FILE__, __LINE__)

#endif
