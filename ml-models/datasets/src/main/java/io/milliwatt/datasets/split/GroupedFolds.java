package io.milliwatt.datasets.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Cuts the units at random into folds of about equally many units; all examples of a unit stay together.
 *
 * @param description for reports
 * @param unit names the physical unit of an example
 * @param foldCount at least 2 and at most the number of units
 * @param seed the same seed gives the same folds
 */
public record GroupedFolds<T>(String description, Function<? super T, String> unit, int foldCount, long seed)
        implements Split<T> {
    public GroupedFolds {
        if (foldCount < 2) {
            throw new IllegalArgumentException("fold count must be at least 2, not " + foldCount);
        }
    }

    @Override
    public List<Fold<T>> folds(List<T> examples) {
        Map<String, List<T>> units = Units.by(unit, examples);
        if (units.size() < foldCount) {
            throw new IllegalArgumentException(
                    units.size() + " units cannot fill " + foldCount + " folds; take fewer folds");
        }
        List<String> order = new ArrayList<>(units.keySet());
        Collections.shuffle(order, new Random(seed));
        Map<String, List<T>> parts = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            parts.computeIfAbsent("fold " + (i % foldCount + 1), part -> new ArrayList<>())
                    .addAll(units.get(order.get(i)));
        }
        return Units.folds(parts);
    }

    @Override
    public boolean leaky() {
        return false;
    }
}
