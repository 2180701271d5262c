package io.milliwatt.training.tree;

import io.milliwatt.training.example.TribuoDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * The windows that a tree was grown on, or those of them that reach one of its nodes.
 *
 * @param classes of the task
 */
public record TrainingRows(List<Row> rows, int classes) {
    /** @param inputs in the order of the model's inputs */
    // Shared with the data set that lasts as long; never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(double[] inputs, int label) {}

    public TrainingRows {
        rows = List.copyOf(rows);
    }

    public static TrainingRows of(Dataset<Label> data, int classes) {
        int inputs = data.getFeatureMap().size();
        List<Row> rows = new ArrayList<>();
        for (Example<Label> example : data) {
            double[] values = new double[inputs];
            int input = 0;
            for (Feature feature : example) {
                values[input++] = feature.getValue();
            }
            rows.add(new Row(values, TribuoDataset.classIndex(example.getOutput())));
        }
        return new TrainingRows(rows, classes);
    }

    TrainingRows left(ShareTree.Split split) {
        return where(row -> row.inputs()[split.input()] <= split.threshold());
    }

    TrainingRows right(ShareTree.Split split) {
        return where(row -> row.inputs()[split.input()] > split.threshold());
    }

    private TrainingRows where(Predicate<Row> wanted) {
        return new TrainingRows(rows.stream().filter(wanted).toList(), classes);
    }

    int size() {
        return rows.size();
    }

    /** Share of each class; there is at least one row. */
    List<Double> shares() {
        double[] counts = new double[classes];
        for (Row row : rows) {
            counts[row.label()]++;
        }
        List<Double> shares = new ArrayList<>();
        for (double count : counts) {
            shares.add(count / rows.size());
        }
        return shares;
    }

    /** Gini impurity times the number of rows: 0 where all are of one class. */
    double impurity() {
        if (rows.isEmpty()) {
            return 0;
        }
        double squares = shares().stream().mapToDouble(share -> share * share).sum();
        return rows.size() * (1 - squares);
    }
}
