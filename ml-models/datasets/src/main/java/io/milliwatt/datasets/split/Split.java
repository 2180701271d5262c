package io.milliwatt.datasets.split;

import java.util.List;

/** A way to divide examples for cross-validation: every example is tested exactly once. */
public sealed interface Split<T> permits LeaveOneGroupOut, GroupedFolds, LeakyRandomFolds {
    /** Folds over all examples, in an order that depends on nothing but the examples and the split. */
    List<Fold<T>> folds(List<T> examples);

    /** Whether one physical unit can stand on both sides, which makes the figure an overestimate. */
    boolean leaky();

    /** For reports: what is kept apart. */
    String description();
}
