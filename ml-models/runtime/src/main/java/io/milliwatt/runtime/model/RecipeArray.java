package io.milliwatt.runtime.model;

/**
 * The values of one array step of the recipe, as many as the model has inputs; for networks and forests.
 *
 * @param step the recipe step, 1 is the first; 1 … 255
 * @param rightShift a value is divided by 2^rightShift, rounding half up, and saturated to int16; 0 … 31
 */
public record RecipeArray(int step, int rightShift) implements ModelInput {

    public RecipeArray {
        ModelShape.require(step >= 1 && step <= 255, "A recipe step must be 1 to 255, not " + step + ".");
        ModelShape.checkShift(rightShift, "right shift of an array");
    }

    @Override
    public void check(Model model) {
        ModelShape.require(
                model instanceof NetworkModel || model instanceof ForestModel || model instanceof SharedForestModel,
                "Only a network or a forest takes a recipe array; other models take recipe values.");
    }

    /** The model's inputs, saturated to int16. */
    public short[] apply(int[] array) {
        short[] inputs = new short[array.length];
        for (int index = 0; index < inputs.length; index++) {
            inputs[index] = ModelShape.shiftedToShort(array[index], rightShift);
        }
        return inputs;
    }
}
