/* Bundles for tests: a golden one, made longer, signed with a fixed key. */
#ifndef MILLIWATT_TESTS_SIGNED_BUNDLE_H
#define MILLIWATT_TESTS_SIGNED_BUNDLE_H

#include "milliwatt/crypto.h"

#include <stddef.h>
#include <stdint.h>

#define SIGNED_BUNDLE_CAPACITY 8192

struct signed_bundle {
    uint32_t length;
    uint8_t digest[MW_DIGEST_LENGTH];
    uint8_t bytes[SIGNED_BUNDLE_CAPACITY];
};

struct signed_bundle_choice {
    uint32_t version;  /* the model's */
    uint32_t counter;  /* anti-rollback */
    uint32_t key_id;   /* 0: none is written */
    uint32_t signer;   /* 1, 2 …: which of the fixed private keys; 0: unsigned */
    uint32_t filler;   /* bytes of a section that readers skip, a multiple of 4, at least 4 */
    int breaks_vector; /* the self-test fails */
    int breaks_signature;
    uint32_t target_class; /* hardware class, 0 any */
};

/* From bundle-race-lines-1.0.mwm. */
void make_signed_bundle(struct signed_bundle *bundle, const struct signed_bundle_choice *choice);

/* The public key of a signer. */
void signer_point(uint32_t signer, uint8_t point[MW_PUBLIC_KEY_LENGTH]);

#endif
