package io.milliwatt.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
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
        int[][] confusion = confusion(classNames.size(), predictions);
        List<ClassFigures> classes = new ArrayList<>();
        List<List<Integer>> rows = new ArrayList<>();
        int right = 0;
        for (int label = 0; label < confusion.length; label++) {
            int hits = confusion[label][label];
            right += hits;
            rows.add(Arrays.stream(confusion[label]).boxed().toList());
            classes.add(new ClassFigures(
                    classNames.get(label),
                    truly(confusion, label),
                    share(hits, truly(confusion, label)),
                    share(hits, predicted(confusion, label)),
                    f1(confusion, label)));
        }
        return new Figures(
                predictions.size(),
                share(right, predictions.size()),
                macroF1(confusion),
                List.copyOf(classes),
                List.copyOf(rows));
    }

    /** Counts of windows: true class by predicted class. */
    static int[][] confusion(int classes, List<Prediction> predictions) {
        int[][] confusion = new int[classes][classes];
        for (Prediction prediction : predictions) {
            confusion[prediction.window().label()][prediction.predicted()]++;
        }
        return confusion;
    }

    static double macroF1(int[][] confusion) {
        double sum = 0;
        for (int label = 0; label < confusion.length; label++) {
            sum += f1(confusion, label);
        }
        return sum / confusion.length;
    }

    private static double f1(int[][] confusion, int label) {
        return share(2 * confusion[label][label], truly(confusion, label) + predicted(confusion, label));
    }

    private static int truly(int[][] confusion, int label) {
        return Arrays.stream(confusion[label]).sum();
    }

    private static int predicted(int[][] confusion, int label) {
        int sum = 0;
        for (int[] row : confusion) {
            sum += row[label];
        }
        return sum;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
