package io.milliwatt.platform.storage;

/**
 * Where a quantity stands in the feature rows.
 *
 * @param recipeId the feature recipe
 * @param index of the value in the recipe's outputs, from 0
 * @param scale physical unit per count
 */
public record RawValues(long recipeId, int index, double scale) {}
