package io.milliwatt.training.soil.evaluation;

import java.util.Optional;

/**
 * A figure that counts.
 *
 * @param bar what it is held to; empty where it stands for comparison
 */
public record Figure(String name, double value, String unit, Optional<Bar> bar) {

    /** @param limit in the figure's unit */
    public record Bar(Side side, double limit, boolean met) {}

    /** On which side of its limit a figure has to lie. */
    public enum Side {
        AT_MOST,
        AT_LEAST
    }

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty());
    }

    public static Figure atMost(String name, double value, String unit, double limit) {
        return new Figure(name, value, unit, Optional.of(new Bar(Side.AT_MOST, limit, value <= limit)));
    }

    public static Figure atLeast(String name, double value, String unit, double limit) {
        return new Figure(name, value, unit, Optional.of(new Bar(Side.AT_LEAST, limit, value >= limit)));
    }
}
