/* The host's cryptography, except that a signature once checked is not computed again: power-cut tests check a few of them
 * a hundred thousand times. */
#ifndef MILLIWATT_TESTS_MEMOIZED_CRYPTO_H
#define MILLIWATT_TESTS_MEMOIZED_CRYPTO_H

#include "milliwatt/crypto.h"

extern const struct mw_crypto memoized_crypto;

#endif
