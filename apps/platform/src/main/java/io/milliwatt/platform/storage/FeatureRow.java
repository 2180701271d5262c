package io.milliwatt.platform.storage;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * One features frame as it is stored.
 *
 * @param at the node's time, or that of reception where the node's clock cannot be believed ({@code clockSuspect})
 * @param recipeKnown whether the app knows what the values mean; where it does not, they are kept but not interpreted
 * @param measured in the recipe's order, scale and unit
 * @param probability of the verdict, 0…255
 */
public record FeatureRow(
        long node,
        Instant at,
        long boot,
        long sequence,
        long recipeId,
        long recipeVersion,
        boolean recipeKnown,
        List<Long> measured,
        long qualityFlags,
        OptionalLong verdict,
        OptionalLong probability,
        OptionalLong modelVersion,
        boolean late,
        boolean clockSuspect) {}
