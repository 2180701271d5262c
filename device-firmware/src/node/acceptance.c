/* Whether a node runs a bundle: its hardware, its signature, its recipe's digest, its own vectors. */
#include "milliwatt/error.h"
#include "milliwatt/model.h"
#include "state.h"

static int check_signature(const struct mw_node_configuration *configuration, const struct mw_bundle *bundle,
                           const struct mw_crypto *crypto) {
    bool must_verify = configuration->unsigned_bundle_allowed == 0;
    bool can_verify = bundle->has_signature && configuration->public_key[0] != 0;
    return must_verify || can_verify ? mw_bundle_check_signature(bundle, crypto, configuration->public_key) : MW_OK;
}

int mw_node_accept(const struct mw_node_configuration *configuration, const struct mw_bundle *bundle,
                   const struct mw_crypto *crypto, const struct mw_update *update) {
    if (bundle->target_class != 0 && (bundle->target_class & configuration->hardware_class) == 0) {
        return MW_ERROR_TARGET;
    }
    int result = update != NULL ? mw_update_check_signature(update, bundle)
                                : check_signature(configuration, bundle, crypto);
    return result < 0 ? result : mw_bundle_check_recipe_digest(bundle, crypto);
}
