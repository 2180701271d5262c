package io.milliwatt.runtime.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The feature recipe as bytes, in the form of {@code recipe.md}.
 *
 * @param bytes the section's data
 */
public record RecipeSection(byte[] bytes) {
    public RecipeSection {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** First 8 bytes of SHA-256 over the data, as the bundle's header carries them. */
    public byte[] digest() {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one does not.", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecipeSection that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes, digest " + HexFormat.of().formatHex(digest());
    }
}
