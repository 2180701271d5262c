package io.milliwatt.training.tree;

import java.util.List;
import java.util.stream.Stream;

/** A tree whose leaves hold the share of each class. */
public sealed interface ShareTree {
    /**
     * Goes left where the input is at most the threshold.
     *
     * @param threshold in units of the input
     */
    record Split(int input, double threshold, ShareTree left, ShareTree right) implements ShareTree {}

    /** @param shares one per class, adding up to 1 */
    record Leaf(List<Double> shares) implements ShareTree {
        public Leaf {
            shares = List.copyOf(shares);
        }
    }

    /** The leaf that these inputs reach. */
    default Leaf leafOf(double[] inputs) {
        ShareTree at = this;
        while (at instanceof Split split) {
            at = inputs[split.input()] <= split.threshold() ? split.left() : split.right();
        }
        return (Leaf) at;
    }

    default int leaves() {
        return switch (this) {
            case Leaf leaf -> 1;
            case Split split -> split.left().leaves() + split.right().leaves();
        };
    }

    /** All splits, each before its children. */
    default Stream<Split> splits() {
        return switch (this) {
            case Leaf leaf -> Stream.empty();
            case Split split ->
                Stream.concat(
                        Stream.of(split),
                        Stream.concat(split.left().splits(), split.right().splits()));
        };
    }
}
