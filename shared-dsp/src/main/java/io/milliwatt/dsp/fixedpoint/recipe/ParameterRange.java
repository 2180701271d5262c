package io.milliwatt.dsp.fixedpoint.recipe;

/** The ranges that recipe.md gives for every parameter; a recipe outside them is refused by node and server alike. */
final class ParameterRange {

    private ParameterRange() {}

    static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " " + value + ".");
        }
    }

    static void requireRange(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "Recipe parameter " + name + " is " + value + ", outside " + lowest + " … " + highest + ".");
        }
    }
}
