package io.milliwatt.workbench.agronomy;

import io.milliwatt.workbench.agronomy.vector.RowResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows of a file, and their counts by method in the file's order. */
record CheckReport(String file, List<RowResult> rows, Map<String, Counts> methods) {

    private static final int SOME_FAILED = 1;
    private static final int SOME_UNKNOWN = 3;

    /** @param closest greatest part of its tolerance that a passed row of the method used, 0 to 1 */
    record Counts(int passed, int failed, int unknown, double closest) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(RowResult row) {
            return switch (row.status()) {
                case PASS -> new Counts(passed + 1, failed, unknown, Math.max(closest, row.usedTolerance()));
                case FAIL -> new Counts(passed, failed + 1, unknown, closest);
                case UNKNOWN_METHOD -> new Counts(passed, failed, unknown + 1, closest);
            };
        }
    }

    static CheckReport of(String file, List<RowResult> rows) {
        Map<String, Counts> methods = new LinkedHashMap<>();
        for (RowResult row : rows) {
            methods.put(
                    row.row().method(),
                    methods.getOrDefault(row.row().method(), Counts.NONE).plus(row));
        }
        return new CheckReport(file, rows, methods);
    }

    Counts total() {
        Counts total = Counts.NONE;
        for (RowResult row : rows) {
            total = total.plus(row);
        }
        return total;
    }

    int exitCode() {
        Counts total = total();
        if (total.failed() > 0) {
            return SOME_FAILED;
        }
        return total.unknown() > 0 ? SOME_UNKNOWN : 0;
    }
}
