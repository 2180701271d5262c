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

    public double[] of(LabelledWindow window) {
        return valueIndices.stream().mapToDouble(window::value).toArray();
    }

    /** Recipe values are int16 already, so none is shifted. */
    public InputMap map() {
        return new InputMap(valueIndices.stream()
                .map(index -> new InputMap.Source(index, 0))
                .toList());
    }
}
