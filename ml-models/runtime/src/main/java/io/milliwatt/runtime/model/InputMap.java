package io.milliwatt.runtime.model;

import java.util.List;

/**
 * Which recipe values feed the model, and with which scale: one {@link Source} per model input.
 *
 * @param sources in the order of the model's inputs, 1 … 64
 */
public record InputMap(List<Source> sources) implements ModelInput {

    /**
     * @param valueIndex position of the value in the recipe's output, 0 … 254
     * @param rightShift the value is divided by 2^rightShift, rounding half up, 0 … 31
     */
    public record Source(int valueIndex, int rightShift) {
        public Source {
            ModelShape.require(
                    valueIndex >= 0 && valueIndex <= 254,
                    "A recipe value index must be 0 to 254, not " + valueIndex + ".");
            ModelShape.checkShift(rightShift, "right shift of an input");
        }
    }

    public InputMap {
        sources = List.copyOf(sources);
        ModelShape.check(sources.size(), 2);
    }

    @Override
    public void check(Model model) {
        ModelShape.require(
                sources.size() == model.inputs(),
                "The input map has " + sources.size() + " entries, but the model " + model.inputs() + " inputs.");
    }

    /** The first {@code inputs} recipe values, unscaled. */
    public static InputMap identity(int inputs) {
        return new InputMap(java.util.stream.IntStream.range(0, inputs)
                .mapToObj(index -> new Source(index, 0))
                .toList());
    }

    /**
     * The model's inputs for one window, saturated to int16.
     *
     * @throws IllegalArgumentException if the map names a value that the recipe does not give
     */
    public short[] apply(int[] recipeValues) {
        short[] inputs = new short[sources.size()];
        for (int index = 0; index < inputs.length; index++) {
            Source source = sources.get(index);
            ModelShape.require(
                    source.valueIndex < recipeValues.length,
                    "Input " + index + " wants recipe value " + source.valueIndex + ", but the recipe gives only "
                            + recipeValues.length + " values.");
            inputs[index] = ModelShape.shiftedToShort(recipeValues[source.valueIndex], source.rightShift);
        }
        return inputs;
    }
}
