#ifndef MILLIWATT_HOST_JAVA_MODEL_H
#define MILLIWATT_HOST_JAVA_MODEL_H

#include "milliwatt/bundle.h"

/* Bytes of a struct mw_bundle, which Java keeps as opaque memory. */
int64_t mw_java_bundle_size(void);

/* Parses, checks the recipe digest and runs the self-test. Returns 0 or a negative error. */
int mw_java_bundle_open(struct mw_bundle *bundle, const uint8_t *bytes, int64_t length);

int mw_java_bundle_inputs(const struct mw_bundle *bundle);
int mw_java_bundle_classes(const struct mw_bundle *bundle);

/* Returns 0 or MW_ERROR_SIGNATURE. */
int mw_java_bundle_verify(const struct mw_bundle *bundle, const uint8_t public_key[MW_PUBLIC_KEY_LENGTH]);

#endif
