package io.milliwatt.training;

import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.example.LabelledWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Windows made by code for machines without recordings: three classes of three units each, three useful values and a useless one. */
public final class SyntheticWindows {
    public static final InputSelection INPUTS = new InputSelection("three values", List.of(0, 1, 2));
    public static final List<String> CLASSES = List.of("first", "second", "third");

    private SyntheticWindows() {}

    /** @param separation distance between class means in standard deviations of a window */
    public static List<LabelledWindow> windows(double separation, long seed) {
        Random random = new Random(seed);
        List<LabelledWindow> windows = new ArrayList<>();
        for (int label = 0; label < 3; label++) {
            for (int unit = 0; unit < 3; unit++) {
                for (int i = 0; i < 40; i++) {
                    int[] values = new int[4];
                    double[] realValues = new double[4];
                    for (int v = 0; v < 4; v++) {
                        double mean = v == label ? 300 + 60 * separation : 300;
                        realValues[v] = mean + 60 * random.nextGaussian();
                        values[v] = (int) Math.round(realValues[v]);
                    }
                    windows.add(new LabelledWindow(
                            "unit " + label + unit,
                            "group " + unit,
                            "file " + label + unit + i % 2,
                            label,
                            values,
                            realValues));
                }
            }
        }
        return windows;
    }
}
