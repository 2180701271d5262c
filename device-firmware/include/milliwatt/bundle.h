/*
 * The model bundle, read in place (contract/bundle.md is normative).
 *
 * mw_bundle_parse checks every offset, index and rule of the format, so that scoring afterwards needs no check.
 * The bundle's bytes must stay where they are, unchanged, while the struct is in use. No alignment is needed but for
 * networks (kind 4), whose words are read as such: they lie at a multiple of 4, or mw_bundle_parse says MW_ERROR_ARGUMENT.
 */
#ifndef MILLIWATT_BUNDLE_H
#define MILLIWATT_BUNDLE_H

#include "milliwatt/crypto.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MW_MAX_INPUTS 64
#define MW_MAX_CLASSES 16
#define MW_MAX_ARRAY_INPUTS 4096 /* of a network that takes a recipe array */

enum mw_model_kind {
    MW_MODEL_FOREST = 1,
    MW_MODEL_LINEAR = 2,
    MW_MODEL_CENTROID = 3,
    MW_MODEL_NETWORK = 4,
    MW_MODEL_KMEANS = 5,
    MW_MODEL_GAUSSIAN = 6,
    MW_MODEL_SHARED_FOREST = 7
};

/* A part of the bundle; `length` is the announced length, without padding. */
struct mw_part {
    const uint8_t *bytes;
    uint32_t length;
};

struct mw_bundle {
    struct mw_part file;
    uint16_t kind; /* enum mw_model_kind */
    uint16_t recipe_id;
    uint16_t recipe_version;
    uint32_t model_id;
    uint32_t model_version;
    uint32_t target_class;
    uint32_t ram_bytes;
    uint32_t scratch_bytes;
    uint32_t operations;
    uint16_t inputs;                 /* 1 .. MW_MAX_INPUTS; from an array 1 .. MW_MAX_ARRAY_INPUTS */
    uint16_t classes;                /* 2 .. MW_MAX_CLASSES */
    uint16_t probability_multiplier;
    bool takes_array;                /* the input is a recipe array, and there is no input map */
    uint8_t array_step;              /* the recipe step whose array it is */
    uint8_t array_shift;             /* right shift of its values */
    struct mw_part input_map;        /* per input: recipe value index, right shift */
    struct mw_part model;            /* body by kind */
    struct mw_part recipe;
    struct mw_part labels;
    struct mw_part decision;
    struct mw_part vectors;
    struct mw_part learning;         /* bytes NULL: the node learns nothing itself */
    bool has_counter;
    bool has_key_id;
    bool has_signature;
    uint32_t anti_rollback_counter;
    uint32_t key_id;
    struct mw_part signature;        /* ASN.1 DER */
    uint32_t signed_length;          /* bytes of the file that the signature covers */
};

/* Parses and checks `length` bytes. Returns 0 or MW_ERROR_TRUNCATED, _MAGIC, _VERSION, _CHECKSUM, _FORMAT or
 * _UNSUPPORTED (model kind or decision rule). Does not check digest, signature or self-test. */
int mw_bundle_parse(struct mw_bundle *bundle, const uint8_t *bytes, size_t length);

/* The header's digest against the recipe's SHA-256. Returns 0, MW_ERROR_RECIPE or MW_ERROR_CRYPTO. */
int mw_bundle_check_recipe_digest(const struct mw_bundle *bundle, const struct mw_crypto *crypto);

/* Returns 0, or MW_ERROR_SIGNATURE when there is none or it is wrong. */
int mw_bundle_check_signature(const struct mw_bundle *bundle, const struct mw_crypto *crypto,
                              const uint8_t public_key[MW_PUBLIC_KEY_LENGTH]);

/* The verdict number of class `index` (below bundle->classes). */
uint16_t mw_bundle_verdict_of_class(const struct mw_bundle *bundle, uint16_t index);

#endif
