package io.milliwatt.datasets.split;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Leaves out one group at a time, such as all bearings of one fault size, all patients of one ward, all seasons of one station.
 *
 * @param description for reports
 * @param group names the group an example belongs to
 * @param unit names the physical unit; no unit may lie in two groups
 */
public record LeaveOneGroupOut<T>(
        String description, Function<? super T, String> group, Function<? super T, String> unit) implements Split<T> {

    @Override
    public List<Fold<T>> folds(List<T> examples) {
        Map<String, String> groupOfUnit = new LinkedHashMap<>();
        for (T example : examples) {
            String own = group.apply(example);
            String earlier = groupOfUnit.putIfAbsent(unit.apply(example), own);
            if (earlier != null && !earlier.equals(own)) {
                throw new IllegalArgumentException("unit '" + unit.apply(example) + "' lies in the groups '" + earlier
                        + "' and '" + own + "'; a split by these groups would leak");
            }
        }
        return Units.folds(Units.by(group, examples));
    }

    @Override
    public boolean leaky() {
        return false;
    }
}
