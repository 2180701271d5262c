package io.milliwatt.vibration.condition;

import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.Recipes;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a vibration node reports once per window. Unit and scale are the recipe's; the number of a quantity in the trend
 * tables is written out here, since stored rows outlive recipes.
 */
public enum Quantity {
    VELOCITY_RMS(0, "velocityRms", "velocityRms"),
    ACCELERATION_RMS(1, "accelerationRms", "accelerationRms"),
    ACCELERATION_PEAK(2, "accelerationPeak", "peak"),
    KURTOSIS(3, "kurtosis", "kurtosis"),
    CREST_FACTOR(4, "crestFactor", "crest"),
    LINE_INNER(5, "lineInner", "lineInner"),
    LINE_BALL(6, "lineBall", "lineBall"),
    LINE_OUTER(7, "lineOuter", "lineOuter"),
    ANOMALY(8, "anomaly", "anomaly"),
    SHAFT_SPEED(9, "shaftSpeed", "shaftSpeed");

    /** The recipe that this app knows; frames of another one are kept but not interpreted. */
    static final Recipe RECIPE = Recipes.vibration();

    private final int trendNumber;
    private final String label;
    private final int place;
    private final Output output;

    Quantity(int trendNumber, String label, String recipeOutput) {
        this.trendNumber = trendNumber;
        this.label = label;
        Recipe recipe = Recipes.vibration();
        this.place = recipe.indexOf(recipeOutput);
        this.output = recipe.outputs().get(place);
    }

    /** As it is named in addresses and messages. */
    public String label() {
        return label;
    }

    /** As the recipe writes it; empty for a plain number. */
    public String unit() {
        return output.unit();
    }

    /** Counts per physical unit. */
    public int divisor() {
        return output.divisor();
    }

    /** Its place in a features frame, from 0. */
    public int place() {
        return place;
    }

    /** Its number in the trend tables. */
    public int trendNumber() {
        return trendNumber;
    }

    public static Optional<Quantity> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.label.equals(label))
                .findFirst();
    }
}
