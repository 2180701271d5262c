package io.milliwatt.gateway.update;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.telemetry.Octets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A model bundle of the catalogue, without its bytes.
 *
 * @param digest SHA-256 of the file, its name everywhere
 * @param bytes the file's length
 */
public record StoredBundle(
        Octets digest, BundleIdentity identity, Bundle.Trailer trailer, long bytes, Instant uploadedAt) {
    /** More than the flash of any node that this suite knows; keeps an upload from filling memory. */
    public static final int MAX_BYTES = 491_520;

    /**
     * Reads a bundle as strictly as a node does, so that one that no node could run never comes into the catalogue.
     *
     * @throws io.milliwatt.runtime.bundle.MalformedBundleException with a sentence for the first rule it breaks
     */
    public static StoredBundle of(byte[] file, Instant uploadedAt) {
        Bundle bundle = Bundle.parse(file);
        return new StoredBundle(sha256(file), bundle.identity(), bundle.trailer(), file.length, uploadedAt);
    }

    private static Octets sha256(byte[] file) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every one must have", impossible);
        }
    }
}
