package io.milliwatt.platform.storage;

/**
 * Where a quantity stands in the feature rows.
 *
 * @param recipeId the feature recipe
 * @param index of the value in the recipe's outputs, from 0
 * @param scale physical unit per count
 * @param zeroIsUnknown whether a count of 0 says that there is no value
 */
public record RawValues(long recipeId, int index, double scale, boolean zeroIsUnknown) {

    /** A quantity that may well be 0. */
    public RawValues(long recipeId, int index, double scale) {
        this(recipeId, index, scale, false);
    }
}
