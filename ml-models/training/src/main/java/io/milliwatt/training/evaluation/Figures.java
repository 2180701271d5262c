package io.milliwatt.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures of a classifier over windows; all shares 0 to 1.
 *
 * @param confusion true class by predicted class, counts of windows
 */
public record Figures(
        int windows, double accuracy, double macroF1, List<ClassFigures> classes, List<List<Integer>> confusion) {

    /** @param f1 0 where the class is never predicted and never true */
    public record ClassFigures(String name, int windows, double recall, double precision, double f1) {}

    public static Figures of(List<String> classNames, List<Prediction> predictions) {
        int[][] confusion = new int[classNames.size()][classNames.size()];
        for (Prediction prediction : predictions) {
            confusion[prediction.window().label()][prediction.predicted()]++;
        }
        List<ClassFigures> classes = new ArrayList<>();
        List<List<Integer>> rows = new ArrayList<>();
        int right = 0;
        for (int label = 0; label < confusion.length; label++) {
            int truly = 0;
            int predicted = 0;
            List<Integer> row = new ArrayList<>();
            for (int other = 0; other < confusion.length; other++) {
                truly += confusion[label][other];
                predicted += confusion[other][label];
                row.add(confusion[label][other]);
            }
            int hits = confusion[label][label];
            right += hits;
            rows.add(List.copyOf(row));
            classes.add(new ClassFigures(
                    classNames.get(label),
                    truly,
                    share(hits, truly),
                    share(hits, predicted),
                    share(2 * hits, truly + predicted)));
        }
        double macroF1 =
                classes.stream().mapToDouble(ClassFigures::f1).average().orElse(0);
        return new Figures(
                predictions.size(), share(right, predictions.size()), macroF1, List.copyOf(classes), List.copyOf(rows));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
