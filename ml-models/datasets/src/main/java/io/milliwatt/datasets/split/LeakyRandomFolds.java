package io.milliwatt.datasets.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Cuts single examples at random, whatever unit they come from. <b>This leaks:</b> windows of one bearing stand on both sides. Much of
 * the literature reports this figure; it is here to be printed beside the honest one, never instead of it.
 *
 * @param foldCount at least 2
 * @param seed the same seed gives the same folds
 */
public record LeakyRandomFolds<T>(int foldCount, long seed) implements Split<T> {
    public LeakyRandomFolds {
        if (foldCount < 2) {
            throw new IllegalArgumentException("fold count must be at least 2, not " + foldCount);
        }
    }

    @Override
    public List<Fold<T>> folds(List<T> examples) {
        List<T> order = new ArrayList<>(examples);
        Collections.shuffle(order, new Random(seed));
        Map<String, List<T>> parts = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            parts.computeIfAbsent("fold " + (i % foldCount + 1), part -> new ArrayList<>())
                    .add(order.get(i));
        }
        return Units.folds(parts);
    }

    @Override
    public boolean leaky() {
        return true;
    }

    @Override
    public String description() {
        return "random windows (leaky: windows of one unit stand on both sides)";
    }
}
