package io.milliwatt.training.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Lets all splits of a forest on one input use few thresholds: neighbours are joined, the pair whose joining moves the fewest splits
 * the least first (Ward, Hierarchical grouping to optimize an objective function, 1963). Leaves then take their shares anew from the
 * windows that reach them.
 *
 * @param perInput thresholds that remain for each input, at least 1
 */
public record ThresholdSharing(int perInput) {
    public ThresholdSharing {
        if (perInput < 1) {
            throw new IllegalArgumentException("at least one threshold remains for an input, not " + perInput);
        }
    }

    /** Thresholds that were joined: their mean, and how many splits use them. */
    private record Group(double mean, int splits, double low, double high) {
        Group with(Group next) {
            int both = splits + next.splits;
            return new Group((mean * splits + next.mean * next.splits) / both, both, low, next.high);
        }

        /** How much joining adds to the sum of squared moves. */
        double costWith(Group next) {
            double distance = next.mean - mean;
            return distance * distance * splits * next.splits / (splits + next.splits);
        }
    }

    public List<ShareTree> share(List<ShareTree> trees, TrainingRows rows, int inputs) {
        List<List<Group>> groups = IntStream.range(0, inputs)
                .mapToObj(input -> groups(trees, input))
                .toList();
        return trees.stream().map(tree -> refit(moved(tree, groups), rows)).toList();
    }

    private List<Group> groups(List<ShareTree> trees, int input) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        trees.stream()
                .flatMap(ShareTree::splits)
                .filter(split -> split.input() == input)
                .forEach(split -> counts.merge(split.threshold(), 1, Integer::sum));
        List<Group> groups = new ArrayList<>();
        counts.forEach((threshold, splits) -> groups.add(new Group(threshold, splits, threshold, threshold)));
        while (groups.size() > perInput) {
            int first = IntStream.range(0, groups.size() - 1)
                    .boxed()
                    .min(Comparator.comparingDouble(index -> groups.get(index).costWith(groups.get(index + 1))))
                    .orElseThrow();
            groups.set(first, groups.get(first).with(groups.remove(first + 1)));
        }
        return groups;
    }

    private static ShareTree moved(ShareTree tree, List<List<Group>> groups) {
        return switch (tree) {
            case ShareTree.Leaf leaf -> leaf;
            case ShareTree.Split split -> {
                double threshold = groups.get(split.input()).stream()
                        .filter(group -> group.low() <= split.threshold() && split.threshold() <= group.high())
                        .findFirst()
                        .orElseThrow()
                        .mean();
                yield new ShareTree.Split(
                        split.input(), threshold, moved(split.left(), groups), moved(split.right(), groups));
            }
        };
    }

    /** A branch that no window reaches any more gives way to the other. */
    private static ShareTree refit(ShareTree tree, TrainingRows rows) {
        return switch (tree) {
            case ShareTree.Leaf leaf -> rows.size() == 0 ? leaf : new ShareTree.Leaf(rows.shares());
            case ShareTree.Split split -> {
                TrainingRows left = rows.left(split);
                TrainingRows right = rows.right(split);
                if (left.size() == 0) {
                    yield refit(split.right(), right);
                }
                if (right.size() == 0) {
                    yield refit(split.left(), left);
                }
                yield new ShareTree.Split(
                        split.input(), split.threshold(), refit(split.left(), left), refit(split.right(), right));
            }
        };
    }
}
