package io.milliwatt.training.soil.forecast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which stations are left out together: all days and depths of a station are on one side.
 *
 * @param foldOf from a station to its fold, 0 … 4
 */
record StationFolds(Map<String, Integer> foldOf) {

    private static final String HEADER = "station,fold";

    StationFolds {
        foldOf = Collections.unmodifiableMap(new TreeMap<>(foldOf));
    }

    /** By lot. */
    static StationFolds draw(Collection<DepthSample> samples, long seed) {
        List<String> stations = new ArrayList<>(
                samples.stream().map(DepthSample::station).distinct().sorted().toList());
        Collections.shuffle(stations, new Random(seed));
        Map<String, Integer> folds = new LinkedHashMap<>();
        for (int i = 0; i < stations.size(); i++) {
            folds.put(stations.get(i), i % ForecastDesign.FOLDS);
        }
        return new StationFolds(folds);
    }

    /** Empty for a station that was not there. */
    OptionalInt of(String station) {
        Integer fold = foldOf.get(station);
        return fold == null ? OptionalInt.empty() : OptionalInt.of(fold);
    }

    List<DepthSample> learning(List<DepthSample> samples, int fold) {
        return samples.stream()
                .filter(each -> of(each.station()).orElse(fold) != fold)
                .toList();
    }

    String text() {
        return HEADER + "\n"
                + foldOf.entrySet().stream()
                        .map(each -> each.getKey() + "," + (each.getValue() + 1) + "\n")
                        .collect(Collectors.joining());
    }

    static StationFolds parse(String text) {
        return new StationFolds(text.lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(fields -> fields[0], fields -> Integer.parseInt(fields[1]) - 1)));
    }
}
