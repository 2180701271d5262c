package io.milliwatt.ec57.beat;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many beats of each reference label were given each test label, by the ordinals of {@link Label}: a row is what is true, a column
 * what the analysis said.
 */
public record ConfusionMatrix(List<List<Long>> counts) {
    private static final int SIZE = Label.values().length;

    public ConfusionMatrix {
        if (counts.size() != SIZE || counts.stream().anyMatch(row -> row.size() != SIZE)) {
            throw new IllegalArgumentException("a confusion matrix of EC57 has 7 rows and columns");
        }
        counts = counts.stream().map(List::copyOf).toList();
    }

    public long count(Label reference, Label test) {
        return counts.get(reference.ordinal()).get(test.ordinal());
    }

    /** The sum over all pairs of these reference and test labels, each given by its letters. */
    public long sum(String reference, String test) {
        long sum = 0;
        for (char row : reference.toCharArray()) {
            for (char column : test.toCharArray()) {
                sum += count(Label.valueOf(String.valueOf(row)), Label.valueOf(String.valueOf(column)));
            }
        }
        return sum;
    }

    /** The sum over records. */
    public static ConfusionMatrix total(Collection<ConfusionMatrix> matrices) {
        Tally tally = new Tally();
        for (ConfusionMatrix matrix : matrices) {
            for (Label reference : Label.values()) {
                for (Label test : Label.values()) {
                    tally.add(reference, test, matrix.count(reference, test));
                }
            }
        }
        return tally.matrix();
    }

    /** A matrix while it is counted. */
    static final class Tally {
        private final Map<Label, long[]> rows = new EnumMap<>(Label.class);

        Tally() {
            for (Label label : Label.values()) {
                rows.put(label, new long[SIZE]);
            }
        }

        void add(Label reference, Label test, long count) {
            rows.get(reference)[test.ordinal()] += count;
        }

        ConfusionMatrix matrix() {
            return new ConfusionMatrix(rows.values().stream()
                    .map(row -> Arrays.stream(row).boxed().toList())
                    .toList());
        }
    }
}
