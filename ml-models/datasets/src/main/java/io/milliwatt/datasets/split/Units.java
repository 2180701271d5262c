package io.milliwatt.datasets.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Examples by the key of their unit or group, in order of first appearance. */
final class Units {
    private Units() {}

    static <T, K> Map<K, List<T>> by(Function<? super T, ? extends K> key, List<T> examples) {
        Map<K, List<T>> units = new LinkedHashMap<>();
        for (T example : examples) {
            units.computeIfAbsent(key.apply(example), unit -> new ArrayList<>()).add(example);
        }
        return units;
    }

    /** One fold per part: that part is tested, all others are trained on. */
    static <T> List<Fold<T>> folds(Map<String, ? extends Collection<T>> parts) {
        List<Fold<T>> folds = new ArrayList<>();
        for (String left : parts.keySet()) {
            List<T> training = new ArrayList<>();
            parts.forEach((name, part) -> {
                if (!name.equals(left)) {
                    training.addAll(part);
                }
            });
            folds.add(new Fold<>(left, training, List.copyOf(parts.get(left))));
        }
        return folds;
    }
}
