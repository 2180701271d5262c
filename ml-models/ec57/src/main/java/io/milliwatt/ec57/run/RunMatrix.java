package io.milliwatt.ec57.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long the runs of the reference (rows) and of the test (columns) were, 0 to 6 beats; 6 stands for all longer ones. Either side may be
 * the one whose runs were gone through; 0 on the other side means that it has none there.
 */
public record RunMatrix(List<List<Long>> counts) {
    /** The longest length told apart. */
    public static final int LONGEST = 6;

    public RunMatrix {
        if (counts.size() != LONGEST + 1 || counts.stream().anyMatch(row -> row.size() != LONGEST + 1)) {
            throw new IllegalArgumentException("a matrix of runs has 7 rows and columns");
        }
        counts = counts.stream().map(List::copyOf).toList();
    }

    static RunMatrix of(long[][] counts) {
        return new RunMatrix(Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList());
    }

    static RunMatrix total(Collection<RunMatrix> matrices) {
        long[][] sum = new long[LONGEST + 1][LONGEST + 1];
        for (RunMatrix matrix : matrices) {
            for (int reference = 0; reference <= LONGEST; reference++) {
                for (int test = 0; test <= LONGEST; test++) {
                    sum[reference][test] += matrix.count(reference, test);
                }
            }
        }
        return of(sum);
    }

    public long count(int referenceLength, int testLength) {
        return counts.get(referenceLength).get(testLength);
    }

    /** Over ranges of lengths, both ends included. */
    long sum(int referenceFrom, int referenceTo, int testFrom, int testTo) {
        return IntStream.rangeClosed(referenceFrom, referenceTo)
                .mapToLong(reference -> IntStream.rangeClosed(testFrom, testTo)
                        .mapToLong(test -> count(reference, test))
                        .sum())
                .sum();
    }
}
