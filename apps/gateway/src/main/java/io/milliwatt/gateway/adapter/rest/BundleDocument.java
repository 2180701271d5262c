package io.milliwatt.gateway.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milliwatt.gateway.update.StoredBundle;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A model bundle as an operator sees it.
 *
 * @param digest SHA-256 in hexadecimal, the bundle's name in every other request
 * @param targetClass 0 for any hardware, else a bit set of hardware classes
 * @param signed without a signature only development nodes take it
 * @param keyId which key signed it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BundleDocument(
        String digest,
        long modelId,
        long modelVersion,
        int recipeId,
        int recipeVersion,
        long targetClass,
        long bytes,
        boolean signed,
        OptionalLong keyId,
        OptionalLong antiRollbackCounter,
        Instant uploadedAt) {
    static BundleDocument of(StoredBundle bundle) {
        return new BundleDocument(
                bundle.digest().toString(),
                bundle.identity().modelId(),
                bundle.identity().modelVersion(),
                bundle.identity().recipeId(),
                bundle.identity().recipeVersion(),
                bundle.identity().targetClass(),
                bundle.bytes(),
                bundle.trailer().signed(),
                bundle.trailer().keyId(),
                bundle.trailer().antiRollbackCounter(),
                bundle.uploadedAt());
    }
}
