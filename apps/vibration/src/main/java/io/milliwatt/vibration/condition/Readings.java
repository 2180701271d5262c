package io.milliwatt.vibration.condition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The values of one window in physical units. */
public final class Readings {

    private final List<Long> measured;

    private Readings(List<Long> measured) {
        this.measured = List.copyOf(measured);
    }

    /** The readings, or nothing where the recipe is not the one that this app knows. */
    public static Optional<Readings> of(long recipeId, long recipeVersion, List<Long> measured) {
        boolean known = recipeId == Quantity.RECIPE.id()
                && recipeVersion == Quantity.RECIPE.version()
                && measured.size() == Quantity.RECIPE.outputs().size();
        return known ? Optional.of(new Readings(measured)) : Optional.empty();
    }

    /** The recipe whose values these are. */
    public static long recipeId() {
        return Quantity.RECIPE.id();
    }

    /** In the quantity's unit. */
    public double value(Quantity quantity) {
        return (double) measured.get(quantity.place()) / quantity.divisor();
    }

    /** The shaft speed that the node worked with; empty where it had none. */
    public OptionalDouble shaftSpeedRpm() {
        double hertz = value(Quantity.SHAFT_SPEED);
        return hertz > 0 ? OptionalDouble.of(60 * hertz) : OptionalDouble.empty();
    }
}
