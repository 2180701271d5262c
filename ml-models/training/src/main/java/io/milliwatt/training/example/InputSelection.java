package io.milliwatt.training.example;

import io.milliwatt.runtime.model.InputMap;
import java.util.List;

/**
 * The recipe values that a model is given.
 *
 * @param name for reports
 * @param valueIndices positions in the recipe's output, in the order of the model's inputs
 */
public record InputSelection(String name, List<Integer> valueIndices) {
    public InputSelection {
        valueIndices = List.copyOf(valueIndices);
    }

    /** The node's integers. */
    public double[] of(LabelledWindow window) {
        return valueIndices.stream().mapToDouble(window::value).toArray();
    }

    /** The same inputs in floating point. */
    public double[] realOf(LabelledWindow window) {
        return valueIndices.stream().mapToDouble(window::realValue).toArray();
    }

    /** Recipe values are int16 already, so none is shifted. */
    public InputMap map() {
        return new InputMap(valueIndices.stream()
                .map(index -> new InputMap.Source(index, 0))
                .toList());
    }
}
