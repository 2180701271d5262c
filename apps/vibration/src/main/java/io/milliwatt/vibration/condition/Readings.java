package io.milliwatt.vibration.condition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The values of one window in physical units. */
public final class Readings {

    /** The feature recipe whose outputs {@link Quantity} lists. */
    public static final long RECIPE_ID = 1;

    public static final long RECIPE_VERSION = 1;

    private final List<Long> measured;

    private Readings(List<Long> measured) {
        this.measured = List.copyOf(measured);
    }

    /** The readings, or nothing where the recipe is not the one that this app knows. */
    public static Optional<Readings> of(long recipeId, long recipeVersion, List<Long> measured) {
        boolean known =
                recipeId == RECIPE_ID && recipeVersion == RECIPE_VERSION && measured.size() >= Quantity.values().length;
        return known ? Optional.of(new Readings(measured)) : Optional.empty();
    }

    /** In the quantity's unit. */
    public double value(Quantity quantity) {
        return measured.get(quantity.place()) * quantity.scale();
    }

    /** The shaft speed that the node worked with; empty where it had none. */
    public OptionalDouble shaftSpeedRpm() {
        double hertz = value(Quantity.SHAFT_SPEED);
        return hertz > 0 ? OptionalDouble.of(60 * hertz) : OptionalDouble.empty();
    }
}
