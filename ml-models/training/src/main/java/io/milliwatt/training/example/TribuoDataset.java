package io.milliwatt.training.example;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Windows as Tribuo takes them. Labels are named by class index, inputs so that Tribuo's order by name is their own. */
public final class TribuoDataset {
    private static final LabelFactory LABELS = new LabelFactory();

    /** Tribuo stamps its data with the time of making; a fixed one keeps training repeatable to the byte. */
    private static final OffsetDateTime FIXED = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private TribuoDataset() {}

    /** Of the node's integers. */
    public static Dataset<Label> of(List<LabelledWindow> windows, InputSelection inputs) {
        return of(windows, inputs.valueIndices().size(), inputs::of);
    }

    /** Of the same values in floating point. */
    public static Dataset<Label> ofReal(List<LabelledWindow> windows, InputSelection inputs) {
        return of(windows, inputs.valueIndices().size(), inputs::realOf);
    }

    private static Dataset<Label> of(
            List<LabelledWindow> windows, int inputCount, Function<LabelledWindow, double[]> values) {
        String[] names = inputNames(inputCount);
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("windows of recipe values", FIXED, LABELS), LABELS);
        for (LabelledWindow window : windows) {
            dataset.add(new ArrayExample<>(label(window.label()), names, values.apply(window)));
        }
        return dataset;
    }

    public static Label label(int classIndex) {
        return new Label(Integer.toString(classIndex));
    }

    public static int classIndex(Label label) {
        return Integer.parseInt(label.getLabel());
    }

    /** {@code i00} … {@code i63}. */
    public static String[] inputNames(int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = "i%02d".formatted(i);
        }
        return names;
    }
}
