package io.milliwatt.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Percentile bootstrap over units (Efron and Tibshirani, An Introduction to the Bootstrap, §13.3): units are drawn with replacement within
 * each class, so that every class stays present, and all windows of a drawn unit come with it. Windows of one unit are alike, so an interval
 * over windows would be far too narrow.
 */
public final class Bootstrap {
    private static final int ROUNDS = 2000;

    private Bootstrap() {}

    /** A 95 % interval. */
    public record Interval(double low, double high, int units, int rounds) {}

    public static Interval macroF1(List<String> classNames, List<Prediction> predictions, long seed) {
        Map<Integer, Map<String, List<Prediction>>> unitsByClass = new LinkedHashMap<>();
        for (Prediction prediction : predictions) {
            unitsByClass
                    .computeIfAbsent(prediction.window().label(), label -> new LinkedHashMap<>())
                    .computeIfAbsent(prediction.window().unit(), unit -> new ArrayList<>())
                    .add(prediction);
        }
        Random random = new Random(seed);
        double[] figures = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            List<Prediction> drawn = new ArrayList<>();
            for (Map<String, List<Prediction>> units : unitsByClass.values()) {
                List<List<Prediction>> pool = List.copyOf(units.values());
                for (int i = 0; i < pool.size(); i++) {
                    drawn.addAll(pool.get(random.nextInt(pool.size())));
                }
            }
            figures[round] = Figures.of(classNames, drawn).macroF1();
        }
        Arrays.sort(figures);
        int units = unitsByClass.values().stream().mapToInt(Map::size).sum();
        return new Interval(figures[(int) (0.025 * ROUNDS)], figures[(int) (0.975 * ROUNDS) - 1], units, ROUNDS);
    }
}
