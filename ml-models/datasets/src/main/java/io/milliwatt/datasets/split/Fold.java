package io.milliwatt.datasets.split;

import java.util.List;

/**
 * One division of examples.
 *
 * @param name what is left out, such as "14 mil"
 */
public record Fold<T>(String name, List<T> training, List<T> test) {
    public Fold {
        training = List.copyOf(training);
        test = List.copyOf(test);
        if (training.isEmpty() || test.isEmpty()) {
            throw new IllegalArgumentException("fold '" + name + "' has " + training.size()
                    + " examples to train on and " + test.size() + " to test on; both must be at least 1");
        }
    }
}
