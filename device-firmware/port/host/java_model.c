/* Entry points that exist for Java only: a bundle's model by itself, for parity tests and server-side checks. */
#include "java_model.h"

#include "milliwatt/error.h"
#include "milliwatt/model.h"

int64_t mw_java_bundle_size(void) { return (int64_t)sizeof(struct mw_bundle); }

int mw_java_bundle_open(struct mw_bundle *bundle, const uint8_t *bytes, int64_t length) {
    int result = length < 0 ? MW_ERROR_ARGUMENT : mw_bundle_parse(bundle, bytes, (size_t)length);
    if (result == MW_OK) {
        result = mw_bundle_check_recipe_digest(bundle, &mw_host_crypto);
    }
    return result == MW_OK ? mw_bundle_self_test(bundle) : result;
}

int mw_java_bundle_inputs(const struct mw_bundle *bundle) { return bundle->inputs; }

int mw_java_bundle_classes(const struct mw_bundle *bundle) { return bundle->classes; }

int mw_java_bundle_verify(const struct mw_bundle *bundle, const uint8_t public_key[MW_PUBLIC_KEY_LENGTH]) {
    return mw_bundle_check_signature(bundle, &mw_host_crypto, public_key);
}
