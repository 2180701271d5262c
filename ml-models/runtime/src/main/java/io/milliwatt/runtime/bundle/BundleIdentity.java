package io.milliwatt.runtime.bundle;

/**
 * What a bundle is and what it needs.
 *
 * @param recipeId 0 … 65535
 * @param recipeVersion 0 … 65535
 * @param modelId unsigned 32 bits
 * @param modelVersion unsigned 32 bits, grows with each release
 * @param targetClass 0 any, else a bit set of hardware classes
 * @param ramBytes state kept between calls, recipe and model together
 * @param scratchBytes memory free between calls
 */
public record BundleIdentity(
        int recipeId,
        int recipeVersion,
        long modelId,
        long modelVersion,
        long targetClass,
        long ramBytes,
        long scratchBytes) {

    public BundleIdentity {
        check(recipeId, 0xFFFF, "recipe id");
        check(recipeVersion, 0xFFFF, "recipe version");
        check(modelId, 0xFFFF_FFFFL, "model id");
        check(modelVersion, 0xFFFF_FFFFL, "model version");
        check(targetClass, 0xFFFF_FFFFL, "target class");
        check(ramBytes, 0xFFFF_FFFFL, "number of RAM bytes");
        check(scratchBytes, 0xFFFF_FFFFL, "number of scratch bytes");
    }

    private static void check(long value, long largest, String name) {
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException("The " + name + " must be 0 to " + largest + ", not " + value + ".");
        }
    }
}
