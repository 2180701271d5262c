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
        List<List<int[][]>> unitsByClass = unitsByClass(classNames.size(), predictions);
        Random random = new Random(seed);
        double[] figures = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            int[][] drawn = new int[classNames.size()][classNames.size()];
            for (List<int[][]> units : unitsByClass) {
                for (int i = 0; i < units.size(); i++) {
                    add(units.get(random.nextInt(units.size())), drawn);
                }
            }
            figures[round] = Figures.macroF1(drawn);
        }
        Arrays.sort(figures);
        int units = unitsByClass.stream().mapToInt(List::size).sum();
        return new Interval(figures[(int) (0.025 * ROUNDS)], figures[(int) (0.975 * ROUNDS) - 1], units, ROUNDS);
    }

    /** The confusion counts of each unit, by the class of its windows. */
    private static List<List<int[][]>> unitsByClass(int classes, List<Prediction> predictions) {
        Map<Integer, Map<String, List<Prediction>>> byClass = new LinkedHashMap<>();
        for (Prediction prediction : predictions) {
            byClass.computeIfAbsent(prediction.window().label(), label -> new LinkedHashMap<>())
                    .computeIfAbsent(prediction.window().unit(), unit -> new ArrayList<>())
                    .add(prediction);
        }
        return byClass.values().stream()
                .map(units -> units.values().stream()
                        .map(each -> Figures.confusion(classes, each))
                        .toList())
                .toList();
    }

    private static void add(int[][] counts, int[][] sum) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += counts[i][j];
            }
        }
    }
}
