package io.milliwatt.workbench.agronomy.vector;

import java.util.OptionalDouble;

/**
 * One output compared.
 *
 * @param difference computed less expected; empty where they are not numbers
 * @param allowed greatest difference
 */
public record OutputResult(
        String name, String value, String expected, OptionalDouble difference, double allowed, boolean within) {

    /** Part of the tolerance that was used. */
    double usedTolerance() {
        return difference.isPresent() && allowed > 0 ? Math.abs(difference.getAsDouble()) / allowed : 0;
    }
}
