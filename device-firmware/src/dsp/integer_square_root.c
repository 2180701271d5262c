#include "milliwatt/dsp.h"

/* Digit by digit, so that it needs no division. */
int64_t mw_integer_square_root(int64_t value) {
    int64_t remainder = value;
    int64_t root = 0;
    int64_t bit = (int64_t)1 << 62;
    while (bit > remainder) {
        bit >>= 2;
    }
    while (bit != 0) {
        if (remainder >= root + bit) {
            remainder -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
        bit >>= 2;
    }
    return root;
}
